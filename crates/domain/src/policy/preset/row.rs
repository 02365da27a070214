//! How the rows of a preset are written: a value beside its rule and its place, a duty, a meeting, and the
//! defaults of this program that every policy with an age or tenure limit needs.
//!
//! Must never: hold a number of a source.

use crate::policy::duty::Cadence;
use crate::policy::value::MonthDay;
use crate::policy::{DutyRule, Given, Key, Meeting, Policy, PolicyKind, Value};

/// A preset that says nothing yet: version 1, complete.
pub(super) fn policy(code: &str, slug: &str, name: &str, kind: PolicyKind, source: &str) -> Policy {
    Policy {
        code: code.to_owned(),
        slug: slug.to_owned(),
        name: name.to_owned(),
        version: 1,
        kind,
        source: source.to_owned(),
        is_complete: true,
        description: String::new(),
        tracks: Vec::new(),
        given: Vec::new(),
        duties: Vec::new(),
        meetings: Vec::new(),
        surveys: Vec::new(),
    }
}

/// A whole number.
pub(super) fn whole(key: Key, number: u32, rule: &str, place: &str) -> Given {
    Given::new(key, Value::Whole(number), rule, place)
}

/// A yes.
pub(super) fn yes(key: Key, rule: &str, place: &str) -> Given {
    Given::new(key, Value::Flag(true), rule, place)
}

/// Codes of the parameter's list, in its order.
pub(super) fn codes(key: Key, codes: &[&str], rule: &str, place: &str) -> Given {
    Given::new(key, Value::codes(codes), rule, place)
}

/// A free text.
pub(super) fn text(key: Key, words: &str, rule: &str, place: &str) -> Given {
    Given::new(key, Value::text(words), rule, place)
}

/// A default of this program beside the rule that it serves. It has no place in a source.
pub(super) fn ours(key: Key, value: Value, rule: &str) -> Given {
    Given::new(key, value, rule, "").ours()
}

/// How ages and tenures are counted where the source does not say it (B-P.2, 4–6), for the limit of `rule`.
/// Only the county rules name the reference date themselves, so it is apart: [`reference_date`].
pub(super) fn counting(rule: &str) -> Vec<Given> {
    vec![
        ours(Key::AgeBoundMode, Value::code("completed_le"), rule),
        ours(Key::BoundsInclusive, Value::Flag(true), rule),
        ours(Key::TenureCount, Value::code("school_years"), rule),
        ours(Key::TenureBreakKinds, Value::code("teaching"), rule)
            .noting("经批准的交流、产假、病假不中断；调离到外校任教的中断"),
    ]
}

/// The last day of the school year as reference date, where the source gives none.
pub(super) fn reference_date(rule: &str) -> Given {
    ours(
        Key::AgeRefMonthDay,
        Value::MonthDay(MonthDay::AUGUST_31),
        rule,
    )
    .noting("原文未定截止日，暂按当年8月31日计算")
}

/// A duty that counts at any level and feeds no indicator.
pub(super) fn duty(
    rule: &'static str,
    place: &'static str,
    code: &'static str,
    name: &'static str,
    cadence: Cadence,
    min_count: u32,
) -> DutyRule {
    DutyRule {
        rule,
        place,
        code,
        name,
        cadence,
        min_count,
        level_min: "",
        needs_evidence: false,
        indicator: "",
        is_on: true,
    }
}

/// A meeting.
pub(super) fn meeting(
    rule: &'static str,
    place: &'static str,
    name: &'static str,
    cadence: Cadence,
    when: &'static str,
    who: &'static str,
) -> Meeting {
    Meeting {
        rule,
        place,
        name,
        cadence,
        when,
        who,
    }
}
