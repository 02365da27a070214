//! One teacher against the criteria of every way: what is met, what is not, and what is not known.

use chrono::NaiveDate;

use super::age::completed_years;
use super::criteria::Criteria;
use super::exempt::exempted;
use super::facts::TeacherFacts;
use super::tenure::{TenureCount, unbroken_since};
use super::{Outcome, Reason, Verdict};
use crate::teacher::title::{TitleRank, year_awarded};
use crate::teacher::{Cadre, Sex};
use crate::year::day_on_paper;

/// What a criterion says of a teacher.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Met {
    Yes,
    No,
    Unknown,
}

/// A criterion's answer with its reason.
struct Finding {
    met: Met,
    /// True for what a volunteer may make up for: years and age (R115).
    is_soft: bool,
    reason: Reason,
}

/// What came out on one way.
struct OnTrack<'a> {
    criteria: &'a Criteria,
    outcome: Outcome,
    reasons: Vec<Reason>,
}

/// The strongest outcome of all ways.
pub(super) fn judge(all: &[Criteria], teacher: &TeacherFacts, day: NaiveDate) -> Verdict {
    let age = teacher.birth.and_then(|birth| completed_years(birth, day));
    let mut best: Option<OnTrack<'_>> = None;
    for criteria in all {
        let found = on_track(criteria, teacher, age, day);
        if best
            .as_ref()
            .is_none_or(|best| found.outcome > best.outcome)
        {
            best = Some(found);
        }
    }
    let tenure_years = tenure_years(all, teacher, day);
    match best {
        Some(found) => Verdict {
            age,
            tenure_years,
            outcome: found.outcome,
            track: found
                .criteria
                .track
                .filter(|_| found.outcome != Outcome::Not),
            reasons: found.reasons,
        },
        None => Verdict {
            age,
            tenure_years,
            outcome: Outcome::Not,
            track: None,
            reasons: Vec::new(),
        },
    }
}

/// Years as the first way with a rule of years counts them, else as school years.
fn tenure_years(all: &[Criteria], teacher: &TeacherFacts, day: NaiveDate) -> Option<u32> {
    let joined = teacher.joined_school_on?;
    let Some(tenure) = all.iter().find_map(|criteria| criteria.tenure.as_ref()) else {
        return Some(TenureCount::SchoolYears.years(joined, day));
    };
    let since = if tenure.is_continuous {
        unbroken_since(joined, &teacher.career, &tenure.breaks, day)
    } else {
        Some(joined)
    };
    Some(since.map_or(0, |since| tenure.count.years(since, day)))
}

fn on_track<'a>(
    criteria: &'a Criteria,
    teacher: &TeacherFacts,
    age: Option<u32>,
    day: NaiveDate,
) -> OnTrack<'a> {
    let findings = findings(criteria, teacher, age, day);
    let has = |met| findings.iter().any(|finding| finding.met == met);
    let is_only_soft = findings
        .iter()
        .all(|finding| finding.met != Met::No || finding.is_soft);
    let mut first = Vec::new();
    let mut last = Vec::new();
    let mut outcome = if has(Met::No) {
        match &criteria.voluntary {
            Some(rule) if is_only_soft => {
                last.push(reason(
                    rule,
                    "本人申请、其他学校需要并经现学校同意的，可自愿参加",
                ));
                Outcome::May
            }
            _ => Outcome::Not,
        }
    } else if has(Met::Unknown) {
        Outcome::Manual
    } else if criteria.is_duty {
        Outcome::Must
    } else if criteria.scope.is_empty() {
        // The policy names only some, below; nobody else.
        Outcome::Not
    } else {
        Outcome::May
    };
    if let Some(found) = promoted(criteria, teacher, day) {
        outcome = if found.met == Met::Yes {
            Outcome::Must
        } else {
            outcome.max(Outcome::Manual)
        };
        first.push(found.reason);
    } else if let Some(found) = upward(criteria, age, teacher) {
        outcome = outcome.max(if found.met == Met::Yes {
            Outcome::May
        } else {
            Outcome::Manual
        });
        first.push(found.reason);
    }
    if outcome == Outcome::Manual
        && let Some(ruling) = &teacher.ruling
    {
        outcome = ruling.outcome;
        let message = format!("{}人工判定：{}", day_on_paper(ruling.on), ruling.reason);
        first.insert(0, reason("", message));
    }
    let exempted = exempted(criteria, teacher, day);
    if matches!(outcome, Outcome::Must | Outcome::Manual) && !exempted.holds.is_empty() {
        outcome = Outcome::Deferred;
        first.splice(0..0, exempted.holds);
    }
    // What decides stands first: a no, then what is not known, then what is met; age and years before the rest.
    let mut reasons = first;
    for met in [Met::No, Met::Unknown, Met::Yes] {
        for is_soft in [true, false] {
            reasons.extend(
                findings
                    .iter()
                    .filter(|finding| (finding.met, finding.is_soft) == (met, is_soft))
                    .map(|finding| finding.reason.clone()),
            );
        }
    }
    reasons.extend(last);
    reasons.extend(exempted.remarks);
    OnTrack {
        criteria,
        outcome,
        reasons,
    }
}

fn findings(
    criteria: &Criteria,
    teacher: &TeacherFacts,
    age: Option<u32>,
    day: NaiveDate,
) -> Vec<Finding> {
    let mut found = Vec::new();
    for scope in &criteria.scope {
        found.push(match scope.is_met {
            Some(true) => hard(Met::Yes, &scope.rule, format!("本校符合{}", scope.words)),
            Some(false) => hard(
                Met::No,
                &scope.rule,
                format!("本校不在范围内（{}）", scope.words),
            ),
            None => hard(
                Met::Unknown,
                &scope.rule,
                format!("本校概况未填全，不能确定是否符合{}", scope.words),
            ),
        });
    }
    found.extend(establishment(criteria, teacher));
    found.extend(kind(criteria, teacher));
    found.extend(aged(criteria, teacher, age, day));
    found.extend(tenured(criteria, teacher, day));
    found.extend(titled(criteria, teacher));
    if let Some(rule) = &criteria.qualification {
        found.push(if teacher.certificate.is_empty() {
            hard(Met::Yes, rule, "教师资格未登记，推荐时核验".to_owned())
        } else {
            hard(Met::Yes, rule, format!("教师资格：{}", teacher.certificate))
        });
    }
    if let Some(rule) = &criteria.health {
        found.push(hard(
            Met::Yes,
            rule,
            "身体条件由本人在申请时确认".to_owned(),
        ));
    }
    found
}

fn establishment(criteria: &Criteria, teacher: &TeacherFacts) -> Option<Finding> {
    let rule = criteria.establishment.as_deref()?;
    Some(match teacher.on_establishment {
        Some(true) => hard(Met::Yes, rule, "在编".to_owned()),
        Some(false) => hard(Met::No, rule, "不在编".to_owned()),
        None => hard(Met::Unknown, rule, "没有登记是否在编".to_owned()),
    })
}

fn kind(criteria: &Criteria, teacher: &TeacherFacts) -> Option<Finding> {
    let rule = criteria.full_time.as_deref()?;
    (teacher.is_full_time == Some(false)).then(|| hard(Met::No, rule, "不是专任教师".to_owned()))
}

fn aged(
    criteria: &Criteria,
    teacher: &TeacherFacts,
    age: Option<u32>,
    day: NaiveDate,
) -> Option<Finding> {
    let ages = criteria.ages.as_ref()?;
    let soft = |met, message| {
        Some(Finding {
            met,
            is_soft: true,
            reason: reason(&ages.rule, message),
        })
    };
    let limit = match teacher.sex {
        Some(Sex::Male) => ages.male,
        Some(Sex::Female) => ages.female,
        None if ages.male == ages.female => ages.male,
        None => {
            return soft(
                Met::Unknown,
                "没有登记性别，不能确定适用的年龄上限".to_owned(),
            );
        }
    };
    // A blank is not evaluated.
    let limit = limit?;
    let Some(birth) = teacher.birth else {
        return soft(Met::Unknown, "没有登记出生日期".to_owned());
    };
    let Some(age) = age else {
        let whole = birth.completed_years_on(day);
        return soft(
            Met::Unknown,
            format!("出生日期只有年月（{birth}，按月初推算{whole}周岁），请核对证件补全日期"),
        );
    };
    let on = day_on_paper(day);
    if ages.bound.admits(birth.earliest(), limit, day) {
        soft(Met::Yes, format!("截至{on}{age}周岁，在{limit}周岁以内"))
    } else {
        let first = day_on_paper(ages.bound.first_birth(limit, day));
        soft(
            Met::No,
            format!("截至{on}{age}周岁，超过{limit}周岁上限（{first}及以后出生的在内）"),
        )
    }
}

fn tenured(criteria: &Criteria, teacher: &TeacherFacts, day: NaiveDate) -> Option<Finding> {
    let tenure = criteria.tenure.as_ref()?;
    let soft = |met, message| {
        Some(Finding {
            met,
            is_soft: true,
            reason: reason(&tenure.rule, message),
        })
    };
    let Some(least) = tenure.years else {
        return soft(
            Met::Unknown,
            "制度只写“较长”，没有年数，请人工判定，或在本校制度中填写年数".to_owned(),
        );
    };
    let Some(joined) = teacher.joined_school_on else {
        return soft(Met::Unknown, "没有登记到本校时间".to_owned());
    };
    let since = if tenure.is_continuous {
        unbroken_since(joined, &teacher.career, &tenure.breaks, day)
    } else {
        Some(joined)
    };
    let Some(since) = since else {
        return soft(Met::No, "登记的经历表明现不在本校任教".to_owned());
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
        soft(
            Met::Yes,
            format!("{from}起在本校任教{years}{unit}，满{least}年"),
        )
    } else {
        soft(
            Met::No,
            format!("{from}起在本校任教{years}{unit}，未满{least}年"),
        )
    }
}

fn titled(criteria: &Criteria, teacher: &TeacherFacts) -> Option<Finding> {
    let (least, rule) = criteria.title_min.as_ref()?;
    let title = &teacher.title;
    Some(match TitleRank::read(title) {
        Some(rank) if rank >= *least => hard(
            Met::Yes,
            rule,
            format!("职称{title}，不低于{}", least.word()),
        ),
        Some(_) => hard(Met::No, rule, format!("职称{title}，低于{}", least.word())),
        None if title.is_empty() => hard(Met::Unknown, rule, "没有登记职称".to_owned()),
        None => hard(Met::Unknown, rule, format!("不能确定职称“{title}”的层级")),
    })
}

/// R109: whoever was awarded a middle or senior title last year and never worked in the countryside must go.
fn promoted(criteria: &Criteria, teacher: &TeacherFacts, day: NaiveDate) -> Option<Finding> {
    let rule = criteria.promoted.as_deref()?;
    let rank = TitleRank::read(&teacher.title)?;
    if rank < TitleRank::Intermediate || teacher.last_rural_day(day).is_some() {
        return None;
    }
    let title = &teacher.title;
    match year_awarded(&teacher.title_awarded) {
        Some(year) if year == criteria.year.first_year() - 1 => Some(hard(
            Met::Yes,
            rule,
            format!("{year}年取得{title}，没有登记农村工作经历，必须交流"),
        )),
        Some(_) => None,
        None => Some(hard(
            Met::Unknown,
            rule,
            format!("没有登记{title}的取得时间，不能确定是否上年度取得"),
        )),
    }
}

/// R110: young teachers of rural schools are picked for schools of the town.
fn upward(criteria: &Criteria, age: Option<u32>, teacher: &TeacherFacts) -> Option<Finding> {
    let (limit, rule) = criteria.upward.as_ref()?;
    if teacher.cadre == Cadre::Leadership {
        return None;
    }
    match age {
        Some(age) if age <= *limit => Some(hard(
            Met::Yes,
            rule,
            format!("{age}周岁，可选派到城镇学校交流（{limit}周岁以内）"),
        )),
        Some(_) => None,
        None => Some(hard(
            Met::Unknown,
            rule,
            "出生日期不全，不能确定能否选派到城镇学校".to_owned(),
        )),
    }
}

fn hard(met: Met, rule: &str, message: String) -> Finding {
    Finding {
        met,
        is_soft: false,
        reason: reason(rule, message),
    }
}

fn reason(rule: &str, message: impl Into<String>) -> Reason {
    Reason {
        rule: rule.to_owned(),
        message: message.into(),
    }
}
