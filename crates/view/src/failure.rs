//! Refusals and failures as the page and scripts see them.

use crate::shape;

shape! {
    /// One reason why a rule said no.
    pub struct Refusal {
        /// Stable code.
        pub code: String,
        /// The reason in Chinese.
        pub message: String,
        /// The field it is about; empty when it is about the whole.
        pub place: String,
    }

    /// Why something did not happen.
    pub struct Failure {
        /// Stable code.
        pub code: String,
        /// What happened and what to do, in Chinese.
        pub message: String,
        /// All reasons when a rule said no; empty when something broke.
        pub refusals: Vec<Refusal>,
    }
}

impl From<&domain::refusal::Refusal> for Refusal {
    fn from(refusal: &domain::refusal::Refusal) -> Self {
        Self {
            code: refusal.code.to_owned(),
            message: refusal.message.clone(),
            place: refusal.place.clone(),
        }
    }
}

impl From<&app::Failure> for Failure {
    fn from(failure: &app::Failure) -> Self {
        Self {
            code: failure.code.clone(),
            message: failure.message.clone(),
            refusals: refusals(&failure.refusals),
        }
    }
}

/// Refusals as shapes.
pub(crate) fn refusals(refusals: &[domain::refusal::Refusal]) -> Vec<Refusal> {
    refusals.iter().map(Refusal::from).collect()
}
