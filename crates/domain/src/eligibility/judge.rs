//! One teacher against the criteria of every way: what is met, what is not, and what is not known.

use chrono::NaiveDate;

use super::age::completed_years;
use super::criteria::{Criteria, Tenure};
use super::exempt::exempted;
use super::facts::TeacherFacts;
use super::named::named;
use super::tenure::{TenureCount, unbroken_since};
use super::{Outcome, Reason, Ruling, Verdict};
use crate::policy::Track;
use crate::teacher::title::TitleRank;
use crate::teacher::{Cadre, Sex};
use crate::year::day_on_paper;

/// What a criterion says of a teacher.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Met {
    Yes,
    No,
    Unknown,
}

/// A criterion's answer with its reason.
pub(super) struct Finding {
    pub(super) met: Met,
    /// What it is about, in a stable word.
    pub(super) about: &'static str,
    pub(super) reason: Reason,
}

/// What came out on one way.
struct OnTrack<'a> {
    criteria: &'a Criteria,
    outcome: Outcome,
    findings: Vec<Finding>,
    reasons: Vec<Reason>,
    /// True when R115 alone opens this way to him.
    is_voluntary: bool,
    is_ruled: bool,
}

/// The strongest outcome of all ways.
pub(super) fn judge(all: &[Criteria], teacher: &TeacherFacts, day: NaiveDate) -> Verdict {
    let age = teacher.birth.and_then(|birth| completed_years(birth, day));
    let tenure_years = tenure_years(all, teacher, day);
    let ways = ways(all, teacher, day);
    let Some(best) = strongest(&ways) else {
        return Verdict {
            age,
            tenure_years,
            outcome: Outcome::Not,
            track: None,
            reasons: Vec::new(),
            is_ruled: false,
        };
    };
    let is_not = best.outcome == Outcome::Not;
    Verdict {
        age,
        tenure_years,
        outcome: best.outcome,
        track: track_of(best),
        // He goes by none of the ways: each says so itself.
        reasons: if is_not {
            reasons_of_all(&ways)
        } else {
            best.reasons.clone()
        },
        is_ruled: best.is_ruled || is_not && ways.iter().any(|way| way.is_ruled),
    }
}

fn reasons_of_all(ways: &[OnTrack<'_>]) -> Vec<Reason> {
    let mut reasons: Vec<Reason> = Vec::new();
    for reason in ways.iter().flat_map(|way| &way.reasons) {
        if !reasons.contains(reason) {
            reasons.push(reason.clone());
        }
    }
    reasons
}

/// What is not known of a teacher, when that is what decides; his ruling is not asked.
pub(super) fn open_question(
    all: &[Criteria],
    teacher: &TeacherFacts,
    day: NaiveDate,
) -> Option<String> {
    let unruled = TeacherFacts {
        ruling: None,
        ..teacher.clone()
    };
    let ways = ways(all, &unruled, day);
    let is_open = strongest(&ways)?.outcome == Outcome::Manual;
    question(&ways).filter(|_| is_open)
}

/// Every way: what the rules say, then a person's ruling on what they leave open, then exemptions.
fn ways<'a>(all: &'a [Criteria], teacher: &TeacherFacts, day: NaiveDate) -> Vec<OnTrack<'a>> {
    let mut ways: Vec<OnTrack<'a>> = all
        .iter()
        .map(|criteria| on_track(criteria, teacher, day))
        .collect();
    if let Some(ruling) = &teacher.ruling
        && question(&ways).as_ref() == Some(&ruling.question)
    {
        for way in ways.iter_mut().filter(|way| way.outcome == Outcome::Manual) {
            way.rule(ruling);
        }
    }
    for way in &mut ways {
        way.close(teacher, day);
    }
    ways
}

/// What is not known on all ways that are open, in stable words with the rules that ask:
/// `rotation:R103.age,R103.tenure`.
fn question(ways: &[OnTrack<'_>]) -> Option<String> {
    let mut open = Vec::new();
    for way in ways {
        let mut unknown: Vec<String> = way
            .findings
            .iter()
            .filter(|finding| finding.met == Met::Unknown)
            .map(|finding| format!("{}.{}", finding.reason.rule, finding.about))
            .collect();
        unknown.sort_unstable();
        unknown.dedup();
        if way.outcome == Outcome::Manual && !unknown.is_empty() {
            let track = way.criteria.track.map_or("", Track::code);
            open.push(format!("{track}:{}", unknown.join(",")));
        }
    }
    (!open.is_empty()).then(|| open.join(";"))
}

fn strongest<'a, 'b>(ways: &'b [OnTrack<'a>]) -> Option<&'b OnTrack<'a>> {
    let mut best: Option<&OnTrack<'a>> = None;
    for way in ways {
        if best.is_none_or(|best| way.outcome > best.outcome) {
            best = Some(way);
        }
    }
    best
}

/// The way he would go: 自愿 for whom R115 lets go, where the policy knows that way.
fn track_of(found: &OnTrack<'_>) -> Option<Track> {
    let knows_voluntary = found.criteria.policy.tracks.contains(&Track::Voluntary);
    match found.outcome {
        Outcome::Not => None,
        Outcome::May if found.is_voluntary && knows_voluntary => Some(Track::Voluntary),
        _ => found.criteria.track,
    }
}

/// Years as the first way with a rule of years counts them, else as school years.
fn tenure_years(all: &[Criteria], teacher: &TeacherFacts, day: NaiveDate) -> Option<u32> {
    let joined = teacher.joined_school_on?;
    let Some((criteria, tenure)) = all
        .iter()
        .find_map(|criteria| Some((criteria, criteria.tenure.as_ref()?)))
    else {
        return Some(TenureCount::SchoolYears.years(joined, day));
    };
    let since = since(criteria, tenure, teacher, joined, day);
    Some(since.map_or(0, |since| tenure.count.years(since, day)))
}

/// The day from which his years here count; nothing when he teaches elsewhere now.
fn since(
    criteria: &Criteria,
    tenure: &Tenure,
    teacher: &TeacherFacts,
    joined: NaiveDate,
    day: NaiveDate,
) -> Option<NaiveDate> {
    if tenure.is_continuous {
        let school = &criteria.school_name;
        unbroken_since(joined, school, &teacher.career, &tenure.breaks, day)
    } else {
        Some(joined)
    }
}

/// What the rules say on one way.
fn on_track<'a>(criteria: &'a Criteria, teacher: &TeacherFacts, day: NaiveDate) -> OnTrack<'a> {
    let age = teacher.birth.and_then(|birth| completed_years(birth, day));
    let mut findings = findings(criteria, teacher, age, day);
    let named = named(criteria, teacher, day);
    let has = |findings: &[Finding], met| findings.iter().any(|finding| finding.met == met);
    let mut is_voluntary = false;
    let mut outcome = if has(&findings, Met::No) {
        // Not long enough here, or not within the scope: both may apply (R115).
        is_voluntary = criteria.voluntary.is_some();
        if is_voluntary {
            Outcome::May
        } else {
            Outcome::Not
        }
    } else if has(&findings, Met::Unknown) {
        Outcome::Manual
    } else if criteria.is_duty {
        Outcome::Must
    } else if criteria.scope.is_empty() {
        // The policy names only some, below; nobody else.
        Outcome::Not
    } else {
        Outcome::May
    };
    for (outcome_if_so, finding) in named {
        let said = match finding.met {
            Met::Yes => outcome_if_so,
            Met::Unknown => Outcome::Manual,
            Met::No => Outcome::Not,
        };
        is_voluntary = is_voluntary && said < Outcome::May;
        outcome = outcome.max(said);
        findings.insert(0, finding);
    }
    OnTrack {
        criteria,
        outcome,
        findings,
        reasons: Vec::new(),
        is_voluntary,
        is_ruled: false,
    }
}

impl OnTrack<'_> {
    /// A person's decision on what the rules leave open. His own words are for his eyes; that he decided is not.
    fn rule(&mut self, ruling: &Ruling) {
        self.outcome = ruling.outcome;
        self.is_ruled = true;
        let on = day_on_paper(ruling.on);
        self.reasons.push(reason("", format!("{on}经人工判定")));
        self.reasons.push(Reason {
            is_private: true,
            ..reason("", format!("判定理由：{}", ruling.reason))
        });
    }

    /// Exemptions, and all reasons in their order.
    fn close(&mut self, teacher: &TeacherFacts, day: NaiveDate) {
        let exempted = exempted(self.criteria, teacher, day);
        if matches!(self.outcome, Outcome::Must | Outcome::Manual) && !exempted.holds.is_empty() {
            self.outcome = Outcome::Deferred;
            self.reasons.splice(0..0, exempted.holds);
        }
        // What decides stands first: for whoever must go what is met, else a no, then what is not known.
        let order = if self.outcome == Outcome::Must {
            [Met::Yes, Met::Unknown, Met::No]
        } else {
            [Met::No, Met::Unknown, Met::Yes]
        };
        for met in order {
            for is_of_person in [true, false] {
                self.reasons.extend(
                    self.findings
                        .iter()
                        .filter(|one| one.met == met && (one.about != "scope") == is_of_person)
                        .map(|one| one.reason.clone()),
                );
            }
        }
        if let Some(rule) = self
            .criteria
            .voluntary
            .as_ref()
            .filter(|_| self.is_voluntary)
        {
            let words = "本人申请、其他学校需要并经现学校同意的，可自愿参加";
            self.reasons.push(reason(rule, words));
        }
        self.reasons.extend(exempted.remarks);
    }
}

fn findings(
    criteria: &Criteria,
    teacher: &TeacherFacts,
    age: Option<u32>,
    day: NaiveDate,
) -> Vec<Finding> {
    let mut found = Vec::new();
    found.extend(aged(criteria, teacher, age, day));
    found.extend(tenured(criteria, teacher, day));
    found.extend(titled(criteria, teacher));
    found.extend(establishment(criteria, teacher));
    found.extend(kind(criteria, teacher));
    found.extend(cadre(criteria, teacher));
    if let Some(rule) = &criteria.qualification {
        let message = if teacher.certificate.is_empty() {
            "教师资格在推荐时确认".to_owned()
        } else {
            format!("教师资格：{}", teacher.certificate)
        };
        found.push(finding(Met::Yes, "qualification", rule, message));
    }
    if let Some(rule) = &criteria.health {
        let message = "身体条件由本人在推荐时确认".to_owned();
        found.push(finding(Met::Yes, "health", rule, message));
    }
    for scope in &criteria.scope {
        let (met, message) = match scope.is_met {
            Some(true) => (Met::Yes, format!("本校符合{}", scope.words)),
            Some(false) => (Met::No, format!("本校不在范围内（{}）", scope.words)),
            None => (
                Met::Unknown,
                format!("本校概况未填全，不能确定是否符合{}", scope.words),
            ),
        };
        found.push(finding(met, "scope", &scope.rule, message));
    }
    found
}

fn establishment(criteria: &Criteria, teacher: &TeacherFacts) -> Option<Finding> {
    let rule = criteria.establishment.as_deref()?;
    Some(match teacher.on_establishment {
        Some(true) => finding(Met::Yes, "establishment", rule, "在编".to_owned()),
        Some(false) => finding(Met::No, "establishment", rule, "不在编".to_owned()),
        None => finding(
            Met::Unknown,
            "establishment",
            rule,
            "没有登记是否在编".to_owned(),
        ),
    })
}

fn kind(criteria: &Criteria, teacher: &TeacherFacts) -> Option<Finding> {
    let rule = criteria.full_time.as_deref()?;
    (teacher.is_full_time == Some(false))
        .then(|| finding(Met::No, "kind", rule, "不是专任教师".to_owned()))
}

fn cadre(criteria: &Criteria, teacher: &TeacherFacts) -> Option<Finding> {
    let rule = criteria.without_cadres.as_deref()?;
    (teacher.cadre == Cadre::Middle).then(|| {
        let message = "中层干部，制度未列入".to_owned();
        finding(Met::No, "cadre", rule, message)
    })
}

fn aged(
    criteria: &Criteria,
    teacher: &TeacherFacts,
    age: Option<u32>,
    day: NaiveDate,
) -> Option<Finding> {
    let ages = criteria.ages.as_ref()?;
    let found = |met, message| Some(finding(met, "age", &ages.rule, message));
    let limit = match teacher.sex {
        Some(Sex::Male) => ages.male,
        Some(Sex::Female) => ages.female,
        None if ages.male == ages.female => ages.male,
        None => {
            return found(
                Met::Unknown,
                "没有登记性别，不能确定适用的年龄上限".to_owned(),
            );
        }
    };
    // A blank is not evaluated.
    let limit = limit?;
    let Some(birth) = teacher.birth else {
        return found(Met::Unknown, "没有登记出生日期".to_owned());
    };
    let Some(age) = age else {
        let whole = birth.completed_years_on(day);
        return found(
            Met::Unknown,
            format!("出生日期只有年月（{birth}，按月初推算{whole}周岁），请核对证件补全日期"),
        );
    };
    let on = day_on_paper(day);
    if ages.bound.admits(birth.earliest(), limit, day) {
        found(Met::Yes, format!("截至{on}{age}周岁，在{limit}周岁以内"))
    } else {
        let first = day_on_paper(ages.bound.first_birth(limit, day));
        found(
            Met::No,
            format!("截至{on}{age}周岁，超过{limit}周岁上限（{first}及以后出生的在内）"),
        )
    }
}

fn tenured(criteria: &Criteria, teacher: &TeacherFacts, day: NaiveDate) -> Option<Finding> {
    let tenure = criteria.tenure.as_ref()?;
    let found = |met, message| Some(finding(met, "tenure", &tenure.rule, message));
    let Some(least) = tenure.years else {
        return found(
            Met::Unknown,
            "制度只写“较长”，没有年数，请人工判定，或在本校制度中填写年数".to_owned(),
        );
    };
    let Some(joined) = teacher.joined_school_on else {
        return found(Met::Unknown, "没有登记到本校时间".to_owned());
    };
    let Some(since) = since(criteria, tenure, teacher, joined, day) else {
        return found(Met::No, "登记的经历表明现不在本校任教".to_owned());
    };
    let years = tenure.count.years(since, day);
    let unit = match tenure.count {
        TenureCount::SchoolYears => "学年",
        TenureCount::CalendarDays => "年",
    };
    let is_met = if tenure.is_inclusive {
        years >= least
    } else {
        years > least
    };
    let from = day_on_paper(since);
    if is_met {
        found(
            Met::Yes,
            format!("{from}起在本校任教{years}{unit}，满{least}年"),
        )
    } else {
        found(
            Met::No,
            format!("{from}起在本校任教{years}{unit}，未满{least}年"),
        )
    }
}

fn titled(criteria: &Criteria, teacher: &TeacherFacts) -> Option<Finding> {
    let (least, rule) = criteria.title_min.as_ref()?;
    let title = &teacher.title;
    let (met, message) = match TitleRank::read(title) {
        Some(rank) if rank >= *least => (Met::Yes, format!("职称{title}，不低于{}", least.word())),
        Some(_) => (Met::No, format!("职称{title}，低于{}", least.word())),
        None => (Met::Unknown, unknown_title(title)),
    };
    Some(finding(met, "title", rule, message))
}

pub(super) fn unknown_title(title: &str) -> String {
    if title.is_empty() {
        "没有登记职称".to_owned()
    } else {
        format!("不能确定职称“{title}”的层级")
    }
}

pub(super) fn finding(met: Met, about: &'static str, rule: &str, message: String) -> Finding {
    Finding {
        met,
        about,
        reason: reason(rule, message),
    }
}

fn reason(rule: &str, message: impl Into<String>) -> Reason {
    Reason {
        rule: rule.to_owned(),
        message: message.into(),
        is_private: false,
    }
}
