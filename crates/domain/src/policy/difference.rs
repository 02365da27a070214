//! Two policies side by side: where they say something else.

use super::key::Key;
use super::track::Track;
use super::{Given, Policy};

/// One parameter that two policies do not give alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Which.
    pub key: Key,
    /// On which way of exchange; on all when `None`.
    pub track: Option<Track>,
    /// As the first gives it; nothing when it does not name it.
    pub before: Option<Given>,
    /// As the second gives it.
    pub after: Option<Given>,
}

/// Every parameter that the two do not give alike, in the order of the rules.
pub fn differences(first: &Policy, second: &Policy) -> Vec<Difference> {
    let mut places: Vec<(Key, Option<Track>)> = first
        .given
        .iter()
        .chain(&second.given)
        .map(|given| (given.key, given.track))
        .collect();
    places.sort_unstable();
    places.dedup();
    let own = |policy: &Policy, (key, track): (Key, Option<Track>)| {
        policy
            .given
            .iter()
            .find(|given| given.key == key && given.track == track)
            .cloned()
    };
    places
        .into_iter()
        .map(|place| Difference {
            key: place.0,
            track: place.1,
            before: own(first, place),
            after: own(second, place),
        })
        .filter(|difference| {
            let value =
                |given: &Option<Given>| given.as_ref().and_then(|given| given.value.clone());
            value(&difference.before) != value(&difference.after)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::{Value, preset};

    #[test]
    fn a_policy_differs_from_itself_in_nothing_and_from_a_copy_in_what_was_changed() {
        let first = preset::find("P1").unwrap();
        assert!(differences(&first, &first).is_empty());
        let mut second = first.clone();
        second.given[0].value = Some(Value::Whole(45));
        let found = differences(&first, &second);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].key, Key::AgeMaxMale);
    }
}
