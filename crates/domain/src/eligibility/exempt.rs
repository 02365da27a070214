//! Who is left out for a year (B2): by an exemption on file, or by what his record says.

use chrono::{Datelike, NaiveDate};

use super::Reason;
use super::criteria::Criteria;
use super::facts::TeacherFacts;
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
    for exemption in &teacher.exemptions {
        let rule = rule_of(criteria, exemption.kind);
        // Never why: a list with reasons of health must not exist (I-9).
        let what = if exemption.kind.is_sensitive() {
            "已办理暂不列入"
        } else {
            exemption.kind.word()
        };
        match exemption.effect(&criteria.policy, criteria.track) {
            Effect::Holds => found
                .holds
                .push(reason(&rule, format!("{what}，本学年有效"))),
            other => found.remarks.push(reason(
                &rule,
                format!("申请暂不列入，{}，暂不生效", other.word()),
            )),
        }
    }
    found.holds.extend(by_record(criteria, teacher, day));
    found
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

/// What follows from the record without an application.
fn by_record(criteria: &Criteria, teacher: &TeacherFacts, day: NaiveDate) -> Vec<Reason> {
    let mut holds = Vec::new();
    let has = |kind: ExemptionKind| teacher.exemptions.iter().any(|one| one.kind == kind);
    if let (Some((years, rule)), Some(retires)) =
        (&criteria.exempt.years_to_retire, teacher.retire_on)
        && !has(ExemptionKind::NearRetirement)
        && is_within_years(day, retires, *years)
    {
        let message = format!("{}退休，距退休{years}年以内", day_on_paper(retires));
        holds.push(reason(rule, message));
    }
    if let (Some(rule), Some(until)) = (&criteria.exempt.service_period, teacher.service_until)
        && !has(ExemptionKind::ServicePeriod)
        && until >= criteria.year.first_day()
    {
        holds.push(reason(rule, format!("服务期至{}", day_on_paper(until))));
    }
    if let (Some(rule), Some(since)) = (&criteria.exempt.cadre_first_year, teacher.cadre_since)
        && !has(ExemptionKind::MiddleCadre)
        && teacher.cadre == Cadre::Middle
        && is_first_year(criteria.year, since)
    {
        let message = format!("{}起任中层干部，第一学年不流动", day_on_paper(since));
        holds.push(reason(rule, message));
    }
    holds
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
    since > previous.first_day() + chrono::Days::new(30) && since <= year.last_day()
}

fn reason(rule: &str, message: String) -> Reason {
    Reason {
        rule: rule.to_owned(),
        message,
    }
}
