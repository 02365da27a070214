//! Two policies side by side, as they are said.

use app::policy::Comparison;
use domain::policy::{Given, Track};

use super::{ChangedTeacher, PolicyComparison, PolicyDifference, PolicyRow, Reason, word_of};
use crate::session::count;

impl PolicyComparison {
    /// Two policies side by side.
    pub fn of(comparison: &Comparison) -> Self {
        let words =
            |given: &Option<Given>| given.as_ref().map_or_else(|| "—".to_owned(), Given::words);
        let rule = |given: &Option<Given>| {
            given
                .as_ref()
                .map(|given| given.rule.clone())
                .unwrap_or_default()
        };
        Self {
            first: PolicyRow::of(&comparison.first),
            second: PolicyRow::of(&comparison.second),
            year: comparison.year.to_string(),
            differences: comparison
                .differences
                .iter()
                .map(|one| PolicyDifference {
                    place: domain::policy::edited::place_of(
                        one.key.code(),
                        one.track.map(Track::code),
                    ),
                    word: one.key.word().to_owned(),
                    track_word: word_of(one.track),
                    first: words(&one.before),
                    second: words(&one.after),
                    first_rule: rule(&one.before),
                    second_rule: rule(&one.after),
                })
                .collect(),
            people: comparison
                .people
                .iter()
                .map(|(facts, before, after)| ChangedTeacher {
                    teacher_id: facts.teacher.to_string(),
                    name: facts.name.clone(),
                    first: before.outcome.code().to_owned(),
                    first_word: before.outcome.word().to_owned(),
                    second: after.outcome.code().to_owned(),
                    second_word: after.outcome.word().to_owned(),
                    reasons: after.reasons.iter().map(Reason::of).collect(),
                })
                .collect(),
            n_teachers: count(comparison.n_teachers),
            why_nobody: comparison.why_nobody.clone(),
        }
    }
}
