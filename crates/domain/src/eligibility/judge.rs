//! One teacher against the criteria of every way: what is met, what is not, and what is not known.

use chrono::NaiveDate;

use super::age::completed_years;
use super::criteria::{Criteria, Tenure};
use super::exempt::exempted;
use super::facts::TeacherFacts;
use super::named::named;
use super::tenure::{TenureCount, unbroken_since};
use super::{Outcome, Reason, Verdict};
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
    reasons: Vec<Reason>,
    /// What is not known, when that is what decides.
    question: Option<String>,
    is_ruled: bool,
}

/// The strongest outcome of all ways.
pub(super) fn judge(all: &[Criteria], teacher: &TeacherFacts, day: NaiveDate) -> Verdict {
    let age = teacher.birth.and_then(|birth| completed_years(birth, day));
    let tenure_years = tenure_years(all, teacher, day);
    match strongest(all, teacher, day) {
        Some(found) if found.outcome == Outcome::Not => Verdict {
            age,
            tenure_years,
            outcome: Outcome::Not,
            track: None,
            reasons: reasons_of_all_ways(all, teacher, day),
            is_ruled: found.is_ruled,
        },
        Some(found) => Verdict {
            age,
            tenure_years,
            outcome: found.outcome,
            track: track_of(&found),
            reasons: found.reasons,
            is_ruled: found.is_ruled,
        },
        None => Verdict {
            age,
            tenure_years,
            outcome: Outcome::Not,
            track: None,
            reasons: Vec::new(),
            is_ruled: false,
        },
    }
}

/// Why he goes by none of the ways: each says so itself.
fn reasons_of_all_ways(all: &[Criteria], teacher: &TeacherFacts, day: NaiveDate) -> Vec<Reason> {
    let mut reasons: Vec<Reason> = Vec::new();
    for criteria in all {
        for reason in on_track(criteria, teacher, day).reasons {
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
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
    let found = strongest(all, &unruled, day)?;
    found.question.filter(|_| found.outcome == Outcome::Manual)
}

fn strongest<'a>(
    all: &'a [Criteria],
    teacher: &TeacherFacts,
    day: NaiveDate,
) -> Option<OnTrack<'a>> {
    let mut best: Option<OnTrack<'a>> = None;
    for criteria in all {
        let found = on_track(criteria, teacher, day);
        if best
            .as_ref()
            .is_none_or(|best| found.outcome > best.outcome)
        {
            best = Some(found);
        }
    }
    best
}

/// The way he would go: 自愿 for a volunteer, where the policy knows that way (R115).
fn track_of(found: &OnTrack<'_>) -> Option<Track> {
    match found.outcome {
        Outcome::Not => None,
        Outcome::May if found.criteria.policy.tracks.contains(&Track::Voluntary) => {
            Some(Track::Voluntary)
        }
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

fn on_track<'a>(criteria: &'a Criteria, teacher: &TeacherFacts, day: NaiveDate) -> OnTrack<'a> {
    let age = teacher.birth.and_then(|birth| completed_years(birth, day));
    let mut findings = findings(criteria, teacher, age, day);
    let named = named(criteria, teacher, day);
    let has = |findings: &[Finding], met| findings.iter().any(|finding| finding.met == met);
    let mut last = Vec::new();
    let mut outcome = if has(&findings, Met::No) {
        match &criteria.voluntary {
            // Not long enough here, or not within the scope: both may apply (R115).
            Some(rule) => {
                let words = "本人申请、其他学校需要并经现学校同意的，可自愿参加";
                last.push(reason(rule, words));
                Outcome::May
            }
            None => Outcome::Not,
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
        match finding.met {
            Met::Yes => outcome = outcome.max(outcome_if_so),
            Met::Unknown => outcome = outcome.max(Outcome::Manual),
            Met::No => {}
        }
        findings.insert(0, finding);
    }
    let question = question(criteria, &findings);
    let mut first = Vec::new();
    let mut is_ruled = false;
    if outcome == Outcome::Manual
        && let Some(ruling) = &teacher.ruling
        && question.as_ref() == Some(&ruling.question)
    {
        outcome = ruling.outcome;
        is_ruled = true;
        let message = format!("{}人工判定：{}", day_on_paper(ruling.on), ruling.reason);
        first.push(Reason {
            is_private: true,
            ..reason("", message)
        });
    }
    let exempted = exempted(criteria, teacher, day);
    if matches!(outcome, Outcome::Must | Outcome::Manual) && !exempted.holds.is_empty() {
        outcome = Outcome::Deferred;
        first.splice(0..0, exempted.holds);
    }
    // What decides stands first: for whoever must go what is met, else a no, then what is not known.
    let order = if outcome == Outcome::Must {
        [Met::Yes, Met::Unknown, Met::No]
    } else {
        [Met::No, Met::Unknown, Met::Yes]
    };
    let mut reasons = first;
    for met in order {
        for is_of_person in [true, false] {
            reasons.extend(
                findings
                    .iter()
                    .filter(|one| one.met == met && (one.about != "scope") == is_of_person)
                    .map(|one| one.reason.clone()),
            );
        }
    }
    reasons.extend(last);
    reasons.extend(exempted.remarks);
    OnTrack {
        criteria,
        outcome,
        reasons,
        question,
        is_ruled,
    }
}

/// What is not known, in stable words: `rotation:age,tenure`.
fn question(criteria: &Criteria, findings: &[Finding]) -> Option<String> {
    let mut unknown: Vec<&str> = findings
        .iter()
        .filter(|finding| finding.met == Met::Unknown)
        .map(|finding| finding.about)
        .collect();
    unknown.sort_unstable();
    unknown.dedup();
    let way = criteria.track.map_or("", Track::code);
    (!unknown.is_empty()).then(|| format!("{way}:{}", unknown.join(",")))
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
