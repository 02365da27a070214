//! Policies: the rules of exchange as data. Built-in presets are those of the schemes that schools really have;
//! a school copies one and edits the copy.
//!
//! A parameter that a policy leaves blank is not evaluated: what a rule does not say is never guessed
//! (B-P.2, 2). Every value stands beside its rule and the place it was read from, so that anybody can check it.
//!
//! Must never: merge two presets, or change one.

pub mod choices;
pub mod difference;
pub mod duty;
pub mod edited;
pub mod key;
pub mod kind;
pub mod preset;
pub mod track;
pub mod value;

use crate::coded::coded;

pub use duty::{DutyRule, Meeting, PlannedSurvey};
pub use edited::{Edit, EditedPolicy};
pub use key::{Group, Key};
pub use track::Track;
pub use value::{MonthDay, Value};

/// The preset that a new ledger works with.
pub const DEFAULT: &str = "P3";

/// A set of parameters with its version and its source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// `P3`; the id of a school's own copy.
    pub code: String,
    /// Stable name of a preset in scripts, such as `county_rotation_rules`; of a copy, its preset's.
    pub slug: String,
    /// Its Chinese name.
    pub name: String,
    /// Rises with every change. What computes stores it.
    pub version: u32,
    /// What it is for.
    pub kind: PolicyKind,
    /// Where it was read: document and lines, such as `001:489-519`. Several with commas.
    pub source: String,
    /// False when the source breaks off or leaves blanks: 节录，条款不全 (B-P.2, 8).
    pub is_complete: bool,
    /// What it says, in our own words.
    pub description: String,
    /// The ways of exchange it rules; empty when it rules none.
    pub tracks: Vec<Track>,
    /// Its parameters.
    pub given: Vec<Given>,
    /// Duties of the exchange teacher and the schools.
    pub duties: Vec<DutyRule>,
    /// Meetings that recur.
    pub meetings: Vec<Meeting>,
    /// Surveys by week.
    pub surveys: Vec<PlannedSurvey>,
}

coded! {
    /// What a policy is for.
    PolicyKind {
        /// 选派制度: who goes, for how long, how many.
        Selection = "selection", "选派制度";
        /// 底线校验: runs beside any other and only warns.
        Overlay = "overlay", "底线校验";
        /// 管理规定: words and lists, no limits.
        Framework = "framework", "管理规定";
        /// 履职要求: duties, meetings, pairs.
        Duties = "duties", "履职要求";
        /// 考评安排: surveys by week.
        Surveys = "surveys", "考评安排";
    }
}

/// A parameter as a policy gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// Which.
    pub key: Key,
    /// On which way of exchange; on all when `None`.
    pub track: Option<Track>,
    /// Its value; `None` where the source leaves a blank: 制度未规定/待填写.
    pub value: Option<Value>,
    /// The rule, such as `R103`.
    pub rule: String,
    /// Document and line, such as `001:511`; empty when the value is not from a source.
    pub place: String,
    /// Whose value it is.
    pub origin: Origin,
    /// What a reader must know besides; mostly empty.
    pub note: String,
}

/// Whose value a parameter has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// The source says it.
    Source,
    /// The source breaks off before it; taken over from another preset and marked 借用 (H-4).
    Borrowed(&'static str),
    /// The source says nothing; a default of this program.
    Ours,
    /// The school has changed it.
    School,
}

impl Origin {
    /// `source`, `borrowed`, `ours` or `school`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Borrowed(_) => "borrowed",
            Self::Ours => "ours",
            Self::School => "school",
        }
    }

    /// As the screen says it.
    pub fn word(&self) -> String {
        match self {
            Self::Source => "制度原文".to_owned(),
            Self::Borrowed(from) => format!("借用{from}"),
            Self::Ours => "程序默认".to_owned(),
            Self::School => "本校修改".to_owned(),
        }
    }
}

impl Given {
    /// A parameter on all ways, with a value from the source.
    pub fn new(key: Key, value: Value, rule: &str, place: &str) -> Self {
        Self {
            key,
            track: None,
            value: Some(value),
            rule: rule.to_owned(),
            place: place.to_owned(),
            origin: Origin::Source,
            note: String::new(),
        }
    }

    /// A parameter that the source names and leaves blank.
    pub fn blank(key: Key, rule: &str, place: &str) -> Self {
        Self {
            value: None,
            ..Self::new(key, Value::Flag(false), rule, place)
        }
    }

    /// The same on one way only.
    #[must_use]
    pub fn on(mut self, track: Track) -> Self {
        self.track = Some(track);
        self
    }

    /// The same, taken over from another preset.
    #[must_use]
    pub fn borrowed(mut self, from: &'static str) -> Self {
        self.origin = Origin::Borrowed(from);
        self
    }

    /// The same, as a default of this program.
    #[must_use]
    pub fn ours(mut self) -> Self {
        self.origin = Origin::Ours;
        self
    }

    /// The same with a remark.
    #[must_use]
    pub fn noting(mut self, note: &str) -> Self {
        note.clone_into(&mut self.note);
        self
    }

    /// The rule as a sentence cites it: where no source says it, the school's own policy does.
    pub fn cited(&self) -> &str {
        if self.rule.is_empty() {
            "本校制度"
        } else {
            &self.rule
        }
    }

    /// The value as a person reads it; `制度未规定/待填写` for a blank.
    pub fn words(&self) -> String {
        self.value
            .as_ref()
            .map_or_else(|| UNSET.to_owned(), |value| self.key.kind().words(value))
    }
}

/// What stands where a rule does not say a number.
pub const UNSET: &str = "制度未规定/待填写";

impl Policy {
    /// The parameter on a way of exchange: its own, else the one for all ways.
    pub fn given(&self, key: Key, track: Option<Track>) -> Option<&Given> {
        let on = |wanted: Option<Track>| {
            self.given
                .iter()
                .find(|given| given.key == key && given.track == wanted)
        };
        track.and_then(|track| on(Some(track))).or_else(|| on(None))
    }

    /// The value on a way of exchange; nothing when it is blank or not given.
    pub fn value(&self, key: Key, track: Option<Track>) -> Option<&Value> {
        self.given(key, track)?.value.as_ref()
    }

    /// A whole number.
    pub fn whole(&self, key: Key, track: Option<Track>) -> Option<u32> {
        match self.value(key, track)? {
            Value::Whole(number) => Some(*number),
            _ => None,
        }
    }

    /// Yes; a blank is not yes.
    pub fn says(&self, key: Key, track: Option<Track>) -> bool {
        self.value(key, track) == Some(&Value::Flag(true))
    }

    /// Codes; empty when blank.
    pub fn codes(&self, key: Key, track: Option<Track>) -> &[String] {
        match self.value(key, track) {
            Some(Value::Codes(codes)) => codes,
            _ => &[],
        }
    }

    /// A day of the year.
    pub fn month_day(&self, key: Key, track: Option<Track>) -> Option<MonthDay> {
        match self.value(key, track)? {
            Value::MonthDay(day) => Some(*day),
            _ => None,
        }
    }

    /// A text; empty when blank.
    pub fn text(&self, key: Key, track: Option<Track>) -> &str {
        match self.value(key, track) {
            Some(Value::Text(text)) => text,
            _ => "",
        }
    }

    /// The rule behind a parameter; empty when the policy does not give it.
    pub fn rule(&self, key: Key, track: Option<Track>) -> &str {
        self.given(key, track).map_or("", |given| &given.rule)
    }

    /// The rule behind a parameter as a sentence cites it; empty when the policy does not give it.
    pub fn cited(&self, key: Key, track: Option<Track>) -> &str {
        self.given(key, track).map_or("", Given::cited)
    }

    /// `P3@1`: what is stored with everything that computes.
    pub fn stamp(&self) -> String {
        format!("{}@{}", self.code, self.version)
    }

    /// What this program computes with and the policy does not name on any way: blanks that a school may fill in.
    pub fn unnamed(&self) -> Vec<Given> {
        key::COMPUTED
            .iter()
            .filter(|key| self.given.iter().all(|given| given.key != **key))
            .map(|key| Given::blank(*key, "", "").ours())
            .collect()
    }

    /// Parameters that the source names and leaves blank.
    pub fn blanks(&self) -> impl Iterator<Item = &Given> {
        self.given.iter().filter(|given| given.value.is_none())
    }
}
