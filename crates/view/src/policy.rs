//! Policies: presets and the school's copies, their parameters, and two of them side by side.

mod comparison;
mod form;

use std::collections::BTreeMap;

use app::policy::Listed;
use domain::benefit::allowance::reported;
use domain::policy::{Given, Track, Value};

use crate::session::count;
use crate::shape;

shape! {
    /// A code with its word.
    pub struct Choice {
        /// Code.
        pub code: String,
        /// Word.
        pub word: String,
    }

    /// One row of the list.
    pub struct PolicyRow {
        /// `P3`, or the id of a copy.
        pub id: String,
        /// Stable name of the preset.
        pub slug: String,
        /// Its name.
        pub name: String,
        /// Document and lines.
        pub source: String,
        /// Version.
        pub version: u32,
        /// False when the source breaks off or leaves blanks.
        pub complete: bool,
        /// Code of what it is for.
        pub kind: String,
        /// Word of it.
        pub kind_word: String,
        /// Code of the preset that a copy is based on.
        pub based_on: Option<String>,
        /// The school year from which a copy holds.
        pub effective_from: Option<String>,
        /// Parameters that are blank.
        pub n_blank: u32,
        /// Parameters that the school changed.
        pub n_changed: u32,
        /// True when it rules who goes, so that it can be put in force.
        pub is_selection: bool,
        /// True when it is in force for the year that is worked on.
        pub is_in_force: bool,
        /// The version of it that is in force; `None` when it is not.
        pub version_in_force: Option<u32>,
        /// True for duties, meetings and surveys, which are switched on beside the policy in force.
        pub can_switch: bool,
        /// True when they are switched on.
        pub is_beside: bool,
    }

    /// One parameter.
    pub struct Parameter {
        /// Its code, with the way before it where it has one: `remote.age_max_male`.
        pub place: String,
        /// Code.
        pub key: String,
        /// Word.
        pub word: String,
        /// Code of the way; `None` on all ways.
        pub track: Option<String>,
        /// Its word.
        pub track_word: String,
        /// Word of the group.
        pub group: String,
        /// What the page draws.
        #[cfg_attr(test, ts(type = "'whole' | 'decimal' | 'flag' | 'one' | 'any' | 'month_day' | 'text'"))]
        pub kind: String,
        /// Unit of a number.
        pub unit: String,
        /// The list to choose from.
        pub choices: Vec<Choice>,
        /// As it is typed; `None` for a blank.
        pub value: Option<String>,
        /// As a person reads it.
        pub words: String,
        /// The rule.
        pub rule: String,
        /// Document and line.
        pub source: String,
        /// Whose value it is.
        #[cfg_attr(test, ts(type = "'source' | 'borrowed' | 'ours' | 'school'"))]
        pub origin: String,
        /// Word of it.
        pub origin_word: String,
        /// A remark.
        pub note: String,
        /// True when the program computes with it, false when it is only recorded.
        pub is_computed: bool,
        /// What the preset says, where the school has changed it.
        pub before: Option<String>,
        /// What the sources report of it, to be taken over by a school that knows no rule of its own county.
        pub reported: Vec<ReportedValue>,
    }

    /// What a source reports for a parameter.
    pub struct ReportedValue {
        /// As it is typed.
        pub value: String,
        /// As a person reads it.
        pub words: String,
        /// Since when, or that it is proposed.
        pub said: String,
        /// The rule.
        pub rule: String,
        /// Document and line.
        pub source: String,
    }

    /// A duty of a policy.
    pub struct Duty {
        /// The rule.
        pub rule: String,
        /// Document and line.
        pub source: String,
        /// Its name.
        pub name: String,
        /// How often, in words.
        pub cadence: String,
        /// How many times in that span.
        pub min_count: u32,
        /// The least level.
        pub level_min: String,
        /// True when it counts only with evidence.
        pub needs_evidence: bool,
        /// False when it is switched off.
        pub is_on: bool,
    }

    /// A meeting or a survey of a policy.
    pub struct Planned {
        /// The rule.
        pub rule: String,
        /// Document and line.
        pub source: String,
        /// Its name.
        pub name: String,
        /// When, in words.
        pub when: String,
        /// Who.
        pub who: String,
    }

    /// A whole policy.
    pub struct Policy {
        /// The row of the list.
        #[serde(flatten)]
        pub row: PolicyRow,
        /// What it says, in our own words.
        pub description: String,
        /// The ways it rules.
        pub tracks: Vec<Choice>,
        /// Its parameters, in the order of the rules.
        pub details: Vec<Parameter>,
        /// What the program computes with and the policy does not name: blanks that a school may fill in.
        pub unnamed: Vec<Parameter>,
        /// Duties.
        pub duties: Vec<Duty>,
        /// Meetings that recur.
        pub meetings: Vec<Planned>,
        /// Surveys by week.
        pub surveys: Vec<Planned>,
    }

    /// One changed parameter as it is typed.
    pub struct PolicyEdit {
        /// Code.
        pub key: String,
        /// Code of the way.
        #[serde(default)]
        pub track: Option<String>,
        /// What was typed; `None` or an empty text leaves it blank.
        #[serde(default)]
        pub value: Option<String>,
    }

    /// A school's copy as it is typed.
    pub struct PolicyForm {
        /// `None` for a new copy.
        #[serde(default)]
        pub id: Option<String>,
        /// Its name.
        pub name: String,
        /// Code of the preset.
        pub based_on: String,
        /// The first school year it holds for.
        pub effective_from: String,
        /// Everything that is not as in the preset.
        #[serde(default)]
        pub edits: Vec<PolicyEdit>,
    }

    /// One parameter on which two policies differ.
    pub struct PolicyDifference {
        /// Its code, with the way before it.
        pub place: String,
        /// Word.
        pub word: String,
        /// Word of the way.
        pub track_word: String,
        /// As the first says it; `—` when it does not name it.
        pub first: String,
        /// As the second says it.
        pub second: String,
        /// The first one's rule.
        pub first_rule: String,
        /// The second one's rule.
        pub second_rule: String,
    }

    /// A teacher for whom two policies come out otherwise.
    pub struct ChangedTeacher {
        /// Id.
        pub teacher_id: String,
        /// 姓名.
        pub name: String,
        /// Code of the outcome under the first.
        pub first: String,
        /// Word of it.
        pub first_word: String,
        /// Code of the outcome under the second.
        pub second: String,
        /// Word of it.
        pub second_word: String,
        /// Why the second says so.
        pub reasons: Vec<Reason>,
    }

    /// A reason with its rule.
    pub struct Reason {
        /// The rule, such as `R103`; empty for a ruling.
        pub rule: String,
        /// The reason.
        pub message: String,
        /// True for what only the principal sees of a single teacher, and no list shows.
        pub is_private: bool,
    }

    /// Two policies side by side.
    pub struct PolicyComparison {
        /// The first.
        pub first: PolicyRow,
        /// The second.
        pub second: PolicyRow,
        /// For which school year the teachers were run.
        pub year: String,
        /// Where they differ.
        pub differences: Vec<PolicyDifference>,
        /// For whom they come out otherwise.
        pub people: Vec<ChangedTeacher>,
        /// Teachers that were run.
        pub n_teachers: u32,
        /// Why nobody was run; empty when they were.
        pub why_nobody: String,
    }
}

impl Choice {
    pub(crate) fn of((code, word): (&str, &str)) -> Self {
        Self {
            code: code.to_owned(),
            word: word.to_owned(),
        }
    }
}

impl PolicyRow {
    /// A row of the list.
    pub fn of(listed: &Listed) -> Self {
        let policy = &listed.policy;
        let own = listed.own.as_ref();
        Self {
            id: policy.code.clone(),
            slug: policy.slug.clone(),
            name: policy.name.clone(),
            source: policy.source.clone(),
            version: policy.version,
            complete: policy.is_complete,
            kind: policy.kind.code().to_owned(),
            kind_word: policy.kind.word().to_owned(),
            based_on: own.map(|own| own.based_on.clone()),
            effective_from: own.map(|own| own.effective_from.to_string()),
            n_blank: count(policy.blanks().count()),
            n_changed: own.map_or(0, |own| count(own.edits.len())),
            is_selection: listed.is_selection,
            is_in_force: listed.is_in_force,
            version_in_force: listed.version_in_force,
            can_switch: listed.can_switch,
            is_beside: listed.is_beside,
        }
    }
}

impl Parameter {
    fn of(given: &Given, preset: Option<&domain::policy::Policy>) -> Self {
        let kind = given.key.kind();
        let before = preset
            .and_then(|preset| preset.given(given.key, given.track))
            .filter(|_| given.origin == domain::policy::Origin::School)
            .map(Given::words);
        Self {
            place: domain::policy::edited::place_of(given.key.code(), given.track.map(Track::code)),
            key: given.key.code().to_owned(),
            word: given.key.word().to_owned(),
            track: given.track.map(|track| track.code().to_owned()),
            track_word: word_of(given.track),
            group: given.key.group().word().to_owned(),
            kind: kind.code().to_owned(),
            unit: kind.unit().to_owned(),
            choices: kind.choices().iter().copied().map(Choice::of).collect(),
            value: given.value.as_ref().map(ToString::to_string),
            words: given.words(),
            rule: given.rule.clone(),
            source: given.place.clone(),
            origin: given.origin.code().to_owned(),
            origin_word: given.origin.word(),
            note: given.note.clone(),
            is_computed: domain::policy::key::COMPUTED.contains(&given.key),
            before,
            reported: reported(given.key)
                .into_iter()
                .map(|one| ReportedValue {
                    value: one.value.to_string(),
                    words: kind.words(&Value::Whole(one.value)),
                    said: one.said.to_owned(),
                    rule: one.rule.to_owned(),
                    source: one.place.to_owned(),
                })
                .collect(),
        }
    }
}

fn word_of(track: Option<Track>) -> String {
    track
        .map(|track| track.word().to_owned())
        .unwrap_or_default()
}

impl Policy {
    /// A whole policy.
    pub fn of(listed: &Listed) -> Self {
        let policy = &listed.policy;
        let mut details: Vec<&Given> = policy.given.iter().collect();
        details.sort_by_key(|given| (given.key, given.track));
        Self {
            row: PolicyRow::of(listed),
            description: policy.description.clone(),
            tracks: policy
                .tracks
                .iter()
                .map(|track| Choice::of((track.code(), track.word())))
                .collect(),
            details: details
                .into_iter()
                .map(|given| Parameter::of(given, listed.preset.as_ref()))
                .collect(),
            unnamed: policy
                .unnamed()
                .iter()
                .map(|given| Parameter::of(given, None))
                .collect(),
            duties: policy
                .duties
                .iter()
                .map(|duty| Duty {
                    rule: duty.rule.to_owned(),
                    source: duty.place.to_owned(),
                    name: duty.name.to_owned(),
                    cadence: duty.cadence.word().to_owned(),
                    min_count: duty.min_count,
                    level_min: duty.level_min.to_owned(),
                    needs_evidence: duty.needs_evidence,
                    is_on: duty.is_on,
                })
                .collect(),
            meetings: policy
                .meetings
                .iter()
                .map(|meeting| Planned {
                    rule: meeting.rule.to_owned(),
                    source: meeting.place.to_owned(),
                    name: meeting.name.to_owned(),
                    when: format!("{}{}", meeting.cadence.word(), meeting.when),
                    who: meeting.who.to_owned(),
                })
                .collect(),
            surveys: policy
                .surveys
                .iter()
                .map(|survey| Planned {
                    rule: survey.rule.to_owned(),
                    source: survey.place.to_owned(),
                    name: survey.name.to_owned(),
                    when: format!(
                        "{}第{}—{}周",
                        survey.term.map_or("每学期", domain::year::Term::word),
                        survey.weeks.0,
                        survey.weeks.1
                    ),
                    who: survey.raters.to_owned(),
                })
                .collect(),
        }
    }

    /// Its parameters by their place, as scripts read them: numbers, flags, lists and texts; `None` for a blank.
    pub fn parameters(&self) -> BTreeMap<String, Option<ParameterValue>> {
        self.details
            .iter()
            .map(|one| {
                let value = one
                    .value
                    .as_ref()
                    .map(|text| ParameterValue::of(&one.kind, text));
                (one.place.clone(), value)
            })
            .collect()
    }
}

/// A parameter's value as scripts read it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(untagged)]
pub enum ParameterValue {
    /// A whole number.
    Whole(u32),
    /// Yes or no.
    Flag(bool),
    /// Codes.
    Codes(Vec<String>),
    /// Everything else; a decimal is a text.
    Text(String),
}

impl ParameterValue {
    fn of(kind: &str, text: &str) -> Self {
        let plain = || Self::Text(text.to_owned());
        match kind {
            "whole" => text.parse().map_or_else(|_| plain(), Self::Whole),
            "flag" => text.parse().map_or_else(|_| plain(), Self::Flag),
            "any" => Self::Codes(
                text.split(',')
                    .filter(|code| !code.is_empty())
                    .map(str::to_owned)
                    .collect(),
            ),
            _ => plain(),
        }
    }
}

impl Reason {
    pub(crate) fn of(reason: &domain::eligibility::Reason) -> Self {
        Self {
            rule: reason.rule.clone(),
            message: reason.message.clone(),
            is_private: reason.is_private,
        }
    }
}
