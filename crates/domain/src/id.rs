//! Ids: ULIDs behind a type of their own per noun, because records travel between schools.
//!
//! Must never: read a clock or roll dice. Both come in as arguments.

use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use ulid::Ulid;

/// An id of a `Noun`. Sorts by the time it was made.
pub struct Id<Noun> {
    ulid: Ulid,
    noun: PhantomData<fn() -> Noun>,
}

impl<Noun> Id<Noun> {
    /// Makes an id from milliseconds since 1970 and 80 random bits (the upper 48 bits of `chance` are ignored).
    pub fn new(milliseconds: u64, chance: u128) -> Self {
        Self {
            ulid: Ulid::from_parts(milliseconds, chance),
            noun: PhantomData,
        }
    }
}

/// The text is not an id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("编号“{0}”无效")]
pub struct InvalidId(pub String);

impl<Noun> FromStr for Id<Noun> {
    type Err = InvalidId;

    fn from_str(text: &str) -> Result<Self, InvalidId> {
        let ulid = Ulid::from_string(text).map_err(|_| InvalidId(text.to_owned()))?;
        Ok(Self {
            ulid,
            noun: PhantomData,
        })
    }
}

impl<Noun> fmt::Display for Id<Noun> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.ulid.fmt(f)
    }
}

impl<Noun> fmt::Debug for Id<Noun> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.ulid.fmt(f)
    }
}

impl<Noun> Clone for Id<Noun> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Noun> Copy for Id<Noun> {}

impl<Noun> PartialEq for Id<Noun> {
    fn eq(&self, other: &Self) -> bool {
        self.ulid == other.ulid
    }
}

impl<Noun> Eq for Id<Noun> {}

impl<Noun> PartialOrd for Id<Noun> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<Noun> Ord for Id<Noun> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.ulid.cmp(&other.ulid)
    }
}

impl<Noun> std::hash::Hash for Id<Noun> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.ulid.hash(state);
    }
}

/// Id of a [`crate::school::School`].
pub type SchoolId = Id<crate::school::School>;
/// Id of a [`crate::teacher::Teacher`].
pub type TeacherId = Id<crate::teacher::Teacher>;
/// Id of a school's own [`crate::policy::EditedPolicy`].
pub type PolicyId = Id<crate::policy::EditedPolicy>;
/// Id of a [`crate::need::Need`].
pub type NeedId = Id<crate::need::Need>;
/// Id of an [`crate::exemption::Exemption`].
pub type ExemptionId = Id<crate::exemption::Exemption>;
/// Id of an [`crate::eligibility::Run`].
pub type RunId = Id<crate::eligibility::Run>;
/// Id of a [`crate::candidate::Candidate`].
pub type CandidateId = Id<crate::candidate::Candidate>;
/// Id of an [`crate::assignment::Assignment`].
pub type AssignmentId = Id<crate::assignment::Assignment>;
/// Id of a [`crate::assignment::living::LivingItem`].
pub type LivingId = Id<crate::assignment::living::LivingItem>;
/// Id of a [`crate::swap::Swap`].
pub type SwapId = Id<crate::swap::Swap>;
/// Id of a [`crate::benefit::Benefit`].
pub type BenefitId = Id<crate::benefit::Benefit>;
/// Id of an [`crate::appraisal::Appraisal`].
pub type AppraisalId = Id<crate::appraisal::Appraisal>;
/// Id of a [`crate::feedback::Feedback`].
pub type FeedbackId = Id<crate::feedback::Feedback>;
/// Id of a [`crate::feedback::FeedbackItem`].
pub type FeedbackItemId = Id<crate::feedback::FeedbackItem>;
/// Id of an issued report.
pub type ReportId = Id<crate::report::AnnualForm>;
