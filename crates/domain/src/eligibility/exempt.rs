//! Who is left out for a year (B2): by an exemption on file, or by what his record says.

use chrono::{Datelike, Days, NaiveDate};

use super::Reason;
use super::criteria::Criteria;
use super::facts::TeacherFacts;
use super::tenure::GRACE_DAYS;
use crate::exemption::{Effect, ExemptionKind};
use crate::teacher::Cadre;
use crate::year::{SchoolYear, day_on_paper};

/// The exemptions of a teacher: those that hold, and remarks on those that do not.
pub(super) struct Exempted {
    pub(super) holds: Vec<Reason>,
    pub(super) remarks: Vec<Reason>,
}

pub(super) fn exempted(criteria: &Criteria, teacher: &TeacherFacts, day: NaiveDate) -> Exempted {
    let mut found = Exempted {
        holds: Vec::new(),
        remarks: Vec::new(),
    };
    // The sensitive ones last: in a kept run they stand behind the others too.
    let told = |is_sensitive| {
        teacher
            .exemptions
            .iter()
            .filter(move |one| one.kind.is_sensitive() == is_sensitive)
    };
    for exemption in told(false).chain(told(true)) {
        let kind = exemption.kind;
        // Where the record has the day, the day decides, and not that somebody has noted the kind.
        if let Some(by_day) = by_day(criteria, teacher, kind, day) {
            if by_day.is_none() {
                let message = format!("登记的日期不属于“{}”，不生效", kind.word());
                found
                    .remarks
                    .push(remark(&rule_of(criteria, kind), message));
            }
            continue;
        }
        let effect = exemption.effect(&criteria.policy, criteria.track);
        found.add(criteria, kind, effect);
    }
    for leave in teacher
        .leaves
        .iter()
        .filter(|leave| leave.track == criteria.track)
    {
        // Which of them it was is not kept, and all of them are told alike.
        found.add(criteria, ExemptionKind::Illness, leave.effect);
    }
    for kind in [
        ExemptionKind::NearRetirement,
        ExemptionKind::ServicePeriod,
        ExemptionKind::MiddleCadre,
    ] {
        found
            .holds
            .extend(by_day(criteria, teacher, kind, day).flatten());
    }
    found
}

impl Exempted {
    fn add(&mut self, criteria: &Criteria, kind: ExemptionKind, effect: Effect) {
        let rule = rule_of(criteria, kind);
        // Never why: a list with reasons of health must not exist (I-9).
        let what = if kind.is_sensitive() {
            "已办理暂不列入"
        } else {
            kind.word()
        };
        match effect {
            Effect::Holds => self
                .holds
                .push(reason(&rule, format!("{what}，本学年有效"))),
            other => self.remarks.push(remark(
                &rule,
                format!("申请暂不列入，{}，暂不生效", other.word()),
            )),
        }
    }
}

/// The rule behind a kind. Pregnancy, nursing and illness have one answer: a rule of its own would tell which it is.
fn rule_of(criteria: &Criteria, kind: ExemptionKind) -> String {
    let rule = |kind: ExemptionKind| {
        kind.key()
            .map_or("", |key| criteria.policy.rule(key, criteria.track))
    };
    if !kind.is_sensitive() {
        return rule(kind).to_owned();
    }
    let mut rules: Vec<&str> = ExemptionKind::ALL
        .iter()
        .copied()
        .filter(|kind| kind.is_sensitive())
        .map(rule)
        .filter(|rule| !rule.is_empty())
        .collect();
    rules.dedup();
    rules.join("、")
}

/// What the record says of a kind without an application: nothing when it has no day for it or the policy no rule,
/// `Some(None)` when the day says no.
fn by_day(
    criteria: &Criteria,
    teacher: &TeacherFacts,
    kind: ExemptionKind,
    day: NaiveDate,
) -> Option<Option<Reason>> {
    let rules = &criteria.exempt;
    match kind {
        ExemptionKind::NearRetirement => {
            let (years, rule) = rules.years_to_retire.as_ref()?;
            let retires = teacher.retire_on?;
            let message = format!("{}退休，距退休{years}年以内", day_on_paper(retires));
            Some(is_within_years(day, retires, *years).then(|| reason(rule, message)))
        }
        ExemptionKind::ServicePeriod => {
            let rule = rules.service_period.as_deref()?;
            let until = teacher.service_until?;
            let message = format!("服务期至{}", day_on_paper(until));
            Some((until >= criteria.year.first_day()).then(|| reason(rule, message)))
        }
        ExemptionKind::MiddleCadre => {
            let rule = rules.cadre_first_year.as_deref()?;
            let since = teacher.cadre_since?;
            let message = format!("{}起任中层干部，第一学年不流动", day_on_paper(since));
            let is_first = teacher.cadre == Cadre::Middle && is_first_year(criteria.year, since);
            Some(is_first.then(|| reason(rule, message)))
        }
        _ => None,
    }
}

/// True when `end` is not later than `years` years after `day`.
fn is_within_years(day: NaiveDate, end: NaiveDate, years: u32) -> bool {
    let last = day
        .with_year(day.year() + i32::try_from(years).unwrap_or(0))
        .or_else(|| NaiveDate::from_ymd_opt(day.year() + i32::try_from(years).unwrap_or(0), 3, 1));
    last.is_some_and(|last| end <= last)
}

/// True when whoever took office on `since` has his first whole school year in it.
fn is_first_year(year: SchoolYear, since: NaiveDate) -> bool {
    let Ok(previous) = SchoolYear::starting(year.first_year() - 1) else {
        return false;
    };
    // Named in the year before, at its beginning: that year was his first.
    since >= previous.first_day() + Days::new(GRACE_DAYS) && since <= year.last_day()
}

fn reason(rule: &str, message: String) -> Reason {
    Reason {
        rule: rule.to_owned(),
        message,
        is_private: false,
    }
}

/// What only the principal sees: that somebody has asked and does not have it.
fn remark(rule: &str, message: String) -> Reason {
    Reason {
        is_private: true,
        ..reason(rule, message)
    }
}
