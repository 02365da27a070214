//! A school's own copy of a preset: what it changed, and from which school year on it holds.
//!
//! Every save is a new version; earlier versions stay, because papers and runs name them.

use super::key::Key;
use super::track::Track;
use super::value::Value;
use super::{Given, Origin, Policy};
use crate::id::PolicyId;
use crate::refusal::{Judgement, Refusal};
use crate::text::closed_up;
use crate::year::SchoolYear;

/// One version of a school's own copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditedPolicy {
    /// Id, the same in all versions.
    pub id: PolicyId,
    /// Its name.
    pub name: String,
    /// Code of the preset.
    pub based_on: String,
    /// Version of the preset.
    pub based_on_version: u32,
    /// 1, then one more with every save.
    pub version: u32,
    /// The first school year it holds for.
    pub effective_from: SchoolYear,
    /// What is not as in the preset.
    pub edits: Vec<Edit>,
}

/// One changed parameter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Which.
    pub key: Key,
    /// On which way; on all when `None`.
    pub track: Option<Track>,
    /// The school's value; `None` empties it, so that the rule is not evaluated.
    pub value: Option<Value>,
}

/// Lower and upper bounds that must not cross.
const BOUNDS: [(Key, Key); 8] = [
    (Key::TermYearsMin, Key::TermYearsMax),
    (Key::PrincipalTermMonthsMin, Key::PrincipalTermMonthsMax),
    (Key::QuotaPctSecondaryMin, Key::QuotaPctSecondaryMax),
    (Key::HeadsPrimaryMin, Key::HeadsPrimaryMax),
    (Key::HeadsSecondaryMin, Key::HeadsSecondaryMax),
    (Key::UpwardHeadsMin, Key::UpwardHeadsMax),
    (Key::MentorCountMin, Key::MentorCountMax),
    (Key::TransportMonthMin, Key::TransportMonthMax),
];

/// Hundredths of a whole.
const WHOLE: i32 = 100;

impl Edit {
    /// Reads an edit from codes and a text; an empty text empties the parameter.
    ///
    /// # Errors
    /// Every reason why it cannot be read.
    pub fn read(key: &str, track: Option<&str>, value: Option<&str>) -> Result<Self, Vec<Refusal>> {
        let mut judgement = Judgement::new();
        let place = place_of(key, track);
        let way = match track.map(str::trim).filter(|text| !text.is_empty()) {
            None => None,
            Some(text) => {
                let way = Track::named(text);
                if way.is_none() {
                    judgement.refuse("POLICY-TRACK", &place, format!("没有“{text}”这种交流途径"));
                }
                way
            }
        };
        let Some(key) = Key::from_code(key.trim()) else {
            judgement.refuse("POLICY-KEY", &place, format!("没有“{key}”这个参数"));
            return Err(judgement.into_refusals());
        };
        let value = match value.map(str::trim).filter(|text| !text.is_empty()) {
            None => None,
            Some(text) => match key.kind().read(text) {
                Ok(value) => Some(value),
                Err(words) => {
                    judgement.refuse(
                        "POLICY-VALUE",
                        &place,
                        format!("{}：{words}，现在填的是“{text}”", key.word()),
                    );
                    None
                }
            },
        };
        judgement.pass(Self {
            key,
            track: way,
            value,
        })
    }

    /// Where a refusal about it points: `age_max_male`, or `remote.age_max_male` on one way.
    pub fn place(&self) -> String {
        place_of(self.key.code(), self.track.map(Track::code))
    }
}

/// The place of a parameter on a screen or in a script.
pub fn place_of(key: &str, track: Option<&str>) -> String {
    match track.filter(|track| !track.is_empty()) {
        Some(track) => format!("{track}.{key}"),
        None => key.to_owned(),
    }
}

impl EditedPolicy {
    /// Judges a copy beside its preset. Edits that say the same as the preset go.
    ///
    /// # Errors
    /// Every reason why it cannot be kept: bounds that cross, weights that do not make a whole, a way that the
    /// preset does not know.
    pub fn judged(mut self, preset: &Policy) -> Result<Self, Vec<Refusal>> {
        self.name = closed_up(&self.name);
        let mut judgement = Judgement::new();
        let length = self.name.chars().count();
        judgement.require(
            (1..=60).contains(&length),
            "POLICY-NAME",
            "name",
            "请填写制度名称，最多60个字",
        );
        if self.based_on != preset.code || self.based_on_version != preset.version {
            judgement.refuse(
                "POLICY-VERSION",
                "based_on",
                format!(
                    "本程序没有预设{}的第{}版，不能据此修改",
                    self.based_on, self.based_on_version
                ),
            );
        }
        let mut seen = Vec::new();
        for edit in &self.edits {
            if seen.contains(&(edit.key, edit.track)) {
                judgement.refuse("POLICY-TWICE", &edit.place(), "同一参数改了两次");
            }
            seen.push((edit.key, edit.track));
            if let Some(track) = edit.track
                && !preset.tracks.contains(&track)
            {
                judgement.refuse(
                    "POLICY-TRACK",
                    &edit.place(),
                    format!("{}没有“{}”这种交流途径", preset.name, track.word()),
                );
            }
            if let Some(value) = &edit.value
                && let Err(words) = edit.key.kind().read(&value.to_string())
            {
                judgement.refuse(
                    "POLICY-VALUE",
                    &edit.place(),
                    format!("{}：{words}", edit.key.word()),
                );
            }
        }
        judge_whole(&self.applied(preset), &mut judgement);
        self.edits.retain(|edit| is_change(preset, edit));
        judgement.pass(self)
    }

    /// The preset with the edits in place.
    #[must_use]
    pub fn applied(&self, preset: &Policy) -> Policy {
        let mut policy = preset.clone();
        policy.code = self.id.to_string();
        policy.name.clone_from(&self.name);
        policy.version = self.version;
        for edit in &self.edits {
            let own = policy
                .given
                .iter_mut()
                .find(|given| given.key == edit.key && given.track == edit.track);
            match own {
                Some(given) => {
                    given.value.clone_from(&edit.value);
                    given.origin = Origin::School;
                }
                None => policy.given.push(Given {
                    key: edit.key,
                    track: edit.track,
                    value: edit.value.clone(),
                    rule: preset.rule(edit.key, edit.track).to_owned(),
                    place: String::new(),
                    origin: Origin::School,
                    note: String::new(),
                }),
            }
        }
        policy
    }
}

/// True when the edit says something else than the preset on the same way.
fn is_change(preset: &Policy, edit: &Edit) -> bool {
    let own = preset
        .given
        .iter()
        .find(|given| given.key == edit.key && given.track == edit.track);
    match own {
        Some(given) => given.value != edit.value,
        None => edit.value.is_some(),
    }
}

/// What must fit together in a policy as a whole.
pub(super) fn judge_whole(policy: &Policy, judgement: &mut Judgement) {
    let ways = || std::iter::once(None).chain(policy.tracks.iter().copied().map(Some));
    for (low, high) in BOUNDS {
        for way in ways() {
            if let (Some(least), Some(most)) = (policy.whole(low, way), policy.whole(high, way))
                && least > most
                && is_own(policy, way, &[low, high])
            {
                judgement.refuse(
                    "POLICY-BOUNDS",
                    &place_of(low.code(), way.map(Track::code)),
                    format!("{}（{least}）大于{}（{most}）", low.word(), high.word()),
                );
            }
        }
    }
    let weight = |key| match policy.value(key, None) {
        Some(Value::Decimal(points)) => Some(points.hundredths()),
        _ => None,
    };
    judgement.require(
        weight(Key::WeightHost).is_some() == weight(Key::WeightSending).is_some(),
        "POLICY-WEIGHTS",
        Key::WeightHost.code(),
        "两校的权重要么都填，要么都不填",
    );
    if let (Some(host), Some(sending)) = (weight(Key::WeightHost), weight(Key::WeightSending)) {
        judgement.require(
            host + sending == WHOLE,
            "POLICY-WEIGHTS",
            Key::WeightHost.code(),
            "受援学校与派出学校的权重之和应为1",
        );
        judgement.require(
            host > sending,
            "POLICY-WEIGHTS",
            Key::WeightSending.code(),
            "受援学校的权重应大于派出学校（以受援学校管理为主）",
        );
    }
    let is_rank_list_empty = policy
        .whole(Key::QuotaEliteMinPct, None)
        .is_some_and(|_| policy.codes(Key::EliteRanks, None).is_empty());
    judgement.require(
        !is_rank_list_empty,
        "POLICY-RANKS",
        Key::EliteRanks.code(),
        "定了名师、高级、一级的比例，就要选定计入的层次",
    );
}

/// True on all ways, or where the way has one of the parameters of its own: one fault is told once.
fn is_own(policy: &Policy, way: Option<Track>, keys: &[Key]) -> bool {
    way.is_none()
        || policy
            .given
            .iter()
            .any(|given| given.track == way && keys.contains(&given.key))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::preset;

    fn copy(edits: &[(&str, Option<&str>)]) -> Result<EditedPolicy, Vec<Refusal>> {
        let base = preset::find("P1").unwrap();
        let mut judgement = Judgement::new();
        let edits = edits
            .iter()
            .filter_map(|(key, value)| judgement.take(Edit::read(key, None, *value)))
            .collect();
        let policy = EditedPolicy {
            id: PolicyId::new(1, 1),
            name: "本校交流办法".to_owned(),
            based_on: "P1".to_owned(),
            based_on_version: base.version,
            version: 1,
            effective_from: "2026-2027".parse().unwrap(),
            edits,
        };
        let judged = judgement.take(policy.judged(&base));
        match judged {
            Some(policy) => judgement.pass(policy),
            None => Err(judgement.into_refusals()),
        }
    }

    #[test]
    fn a_copy_says_what_it_changed_and_leaves_the_preset_as_it_is() {
        let base = preset::find("P1").unwrap();
        let policy = copy(&[("age_max_male", Some("52")), ("age_max_female", Some("50"))]).unwrap();
        assert_eq!(policy.edits.len(), 1, "what is as before is no change");
        let applied = policy.applied(&base);
        let male = applied.given(Key::AgeMaxMale, None).unwrap();
        assert_eq!(
            (male.words().as_str(), male.origin.code()),
            ("52周岁", "school")
        );
        assert_eq!(male.rule, "R101");
        assert_eq!(base.whole(Key::AgeMaxMale, None), Some(55));
        assert_ne!(applied.stamp(), base.stamp());
    }

    #[test]
    fn an_emptied_parameter_is_not_evaluated() {
        let base = preset::find("P1").unwrap();
        let applied = copy(&[("age_max_male", None)]).unwrap().applied(&base);
        assert_eq!(applied.whole(Key::AgeMaxMale, None), None);
        assert_eq!(
            applied.given(Key::AgeMaxMale, None).unwrap().words(),
            super::super::UNSET
        );
    }

    #[test]
    fn one_weight_alone_is_no_rule() {
        let refusals = copy(&[("weight_sending", None)]).unwrap_err();
        assert_eq!(refusals.len(), 1, "{refusals:?}");
        assert_eq!(refusals[0].code, "POLICY-WEIGHTS");
        assert!(copy(&[("weight_sending", None), ("weight_host", None)]).is_ok());
    }

    #[test]
    fn nonsense_is_refused_with_all_reasons_at_once() {
        let refusals = copy(&[
            ("age_max_male", Some("-5")),
            ("weight_host", Some("1.2")),
            ("term_years_min", Some("4")),
            ("no_such_key", Some("1")),
        ])
        .unwrap_err();
        let places: Vec<&str> = refusals.iter().map(|one| one.place.as_str()).collect();
        assert_eq!(
            places,
            [
                "age_max_male",
                "weight_host",
                "no_such_key",
                "term_years_min"
            ]
        );
        let refusals = copy(&[
            ("weight_host", Some("0.4")),
            ("weight_sending", Some("0.4")),
        ])
        .unwrap_err();
        assert_eq!(refusals.len(), 2, "{refusals:?}");
    }
}
