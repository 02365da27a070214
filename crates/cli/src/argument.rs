//! What stands on the command line itself: ids and school years, each read with its noun.
//!
//! A refusal about the call names its option or argument as `clap` prints it: `--year`, `<ID>`. No field of a form is
//! written so, and wrong usage is told by it.

use app::Failure;
use domain::id::Id;
use domain::refusal::{Judgement, Refusal};
use domain::year::SchoolYear;

/// A noun, and the command that lists its ids.
pub(crate) type Noun = (&'static str, &'static str);

pub(crate) const ASSIGNMENT: Noun = ("交流安排", "assignment list");
pub(crate) const BENEFIT: Noun = ("待遇", "benefits");
pub(crate) const CANDIDATE: Noun = ("候选人", "candidate list");
pub(crate) const EXEMPTION: Noun = ("暂不列入记录", "exemption list");
pub(crate) const FEEDBACK: Noun = ("反馈", "feedback list");
pub(crate) const LIVING: Noun = ("生活保障事项", "living list");
pub(crate) const NEED: Noun = ("需求", "need list");
pub(crate) const RUN: Noun = ("资格判定", "eligibility runs");
pub(crate) const SWAP: Noun = ("互派或置换", "swap list");
pub(crate) const TEACHER: Noun = ("教师", "teachers list");

/// True when the call itself is wrong, and not what it asks for.
pub(crate) fn is_about_the_call(failure: &Failure) -> bool {
    let is_of_call =
        |refusal: &Refusal| refusal.place.starts_with("--") || refusal.place.starts_with('<');
    failure.refusals.iter().any(is_of_call)
}

/// The id that is the command's argument.
pub(crate) fn id<N>(text: &str, noun: Noun) -> Result<Id<N>, Failure> {
    id_at("<ID>", text, noun)
}

/// An id at an option, an argument or a field.
pub(crate) fn id_at<N>(place: &str, text: &str, (noun, list): Noun) -> Result<Id<N>, Failure> {
    text.parse().map_err(|_| {
        let message = format!("没有编号为“{text}”的{noun}，请从 {list} 取编号");
        Refusal::at("ID-INVALID", place, message).into()
    })
}

/// All ids that are the command's arguments.
pub(crate) fn ids<N>(texts: &[String], noun: Noun) -> Result<Vec<Id<N>>, Failure> {
    let mut judgement = Judgement::new();
    let ids = texts
        .iter()
        .filter_map(|text| judgement.take(id(text, noun).map_err(|failure| failure.refusals)))
        .collect();
    Ok(judgement.pass(ids)?)
}

/// The school year of `--year`.
pub(crate) fn year(text: &str) -> Result<SchoolYear, Failure> {
    at("--year", text.parse())
}

/// What was read of an option, its refusals with the option's name.
pub(crate) fn at<T, E: Into<Failure>>(option: &str, read: Result<T, E>) -> Result<T, Failure> {
    read.map_err(|error| {
        let mut failure: Failure = error.into();
        for refusal in &mut failure.refusals {
            option.clone_into(&mut refusal.place);
        }
        failure
    })
}
