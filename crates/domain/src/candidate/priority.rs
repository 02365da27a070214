//! The order in which candidates are put forward (R111): those without any work in the countryside first, then
//! those without it in recent years, then the others; longer years at the school before shorter ones.

use chrono::{Days, Months, NaiveDate};

use crate::coded::coded;
use crate::eligibility::{Outcome, TeacherFacts, Verdict};
use crate::policy::{Key, Policy};
use crate::teacher::Teacher;

coded! {
    /// A place in the order; the codes are those of the parameter `priority_order`.
    Priority {
        /// 从未有农村工作经历
        NeverRural = "never_rural", "从未有农村工作经历";
        /// 近年没有农村工作经历
        NoRecentRural = "no_recent_rural", "近年没有农村工作经历";
        /// 其他
        Rest = "rest", "其他";
    }
}

/// The place of a teacher under a policy that orders; nothing under one that does not.
pub fn priority_of(policy: &Policy, teacher: &TeacherFacts, day: NaiveDate) -> Option<Priority> {
    let order = policy.codes(Key::PriorityOrder, None);
    if order.is_empty() {
        return None;
    }
    let priority = match teacher.last_rural_day(day) {
        // Nothing on file is not “never”.
        None if teacher.career.is_empty() => Priority::Rest,
        None => Priority::NeverRural,
        Some(last) => match policy.whole(Key::NoRuralLookbackYears, None) {
            Some(years) if last <= years_back(day, years) => Priority::NoRecentRural,
            _ => Priority::Rest,
        },
    };
    Some(if order.iter().any(|code| code == priority.code()) {
        priority
    } else {
        Priority::Rest
    })
}

/// The last day before the `years` years that end on `day`.
fn years_back(day: NaiveDate, years: u32) -> NaiveDate {
    (day + Days::new(1))
        .checked_sub_months(Months::new(years * 12))
        .map_or(NaiveDate::MIN, |first| first - Days::new(1))
}

/// Whose turn it is first.
const WHO_FIRST: [Outcome; 5] = [
    Outcome::Must,
    Outcome::May,
    Outcome::Manual,
    Outcome::Deferred,
    Outcome::Not,
];

/// The order of two candidates: who must go before who may, then place, then years at the school (long first), then
/// name and id, so that the same facts always give the same list.
pub fn sort_key(
    policy: &Policy,
    priority: Option<Priority>,
    verdict: Option<&Verdict>,
    teacher: &Teacher,
) -> (usize, usize, std::cmp::Reverse<u32>, String, String) {
    let outcome =
        verdict.and_then(|verdict| WHO_FIRST.iter().position(|one| *one == verdict.outcome));
    let order = policy.codes(Key::PriorityOrder, None);
    let place = priority
        .map(|priority| {
            let place = order.iter().position(|code| code == priority.code());
            place.unwrap_or(order.len())
        })
        .unwrap_or(0);
    let years = verdict
        .and_then(|verdict| verdict.tenure_years)
        .unwrap_or(0);
    (
        outcome.unwrap_or(WHO_FIRST.len()),
        place,
        std::cmp::Reverse(years),
        crate::teacher::pinyin_key(&teacher.record.name),
        teacher.id.to_string(),
    )
}
