//! What a rule answers when it says no.
//!
//! A refusal is not a failure: nothing broke, and the user can do something about it. So it names the
//! place and says what to do, and a form is always judged as a whole: all refusals at once.

use std::fmt;

/// One reason why something may not be done, in words a principal understands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Stable code for scripts and for the help, for example `APPRAISAL-POINTS`.
    pub code: &'static str,
    /// The reason and what to do about it, in Chinese.
    pub message: String,
    /// The field or cell it is about, for example `host.H1.1`; empty when it is about the whole.
    pub place: String,
}

impl Refusal {
    /// A refusal about one field or cell.
    pub fn at(code: &'static str, place: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            place: place.into(),
        }
    }

    /// A refusal about the whole.
    pub fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self::at(code, "", message)
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

/// Gathers refusals while a form is judged, so that the user sees all of them at once.
#[derive(Debug, Default)]
pub struct Judgement {
    refusals: Vec<Refusal>,
}

impl Judgement {
    /// A judgement that has found nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Notes a refusal.
    pub fn refuse(&mut self, code: &'static str, place: &str, message: impl Into<String>) {
        self.refusals.push(Refusal::at(code, place, message));
    }

    /// Notes a refusal unless `holds`.
    pub fn require(&mut self, holds: bool, code: &'static str, place: &str, message: &str) {
        if !holds {
            self.refuse(code, place, message);
        }
    }

    /// Takes over the refusals of a part; answers its value when it had none.
    pub fn take<T>(&mut self, part: Result<T, Vec<Refusal>>) -> Option<T> {
        match part {
            Ok(value) => Some(value),
            Err(refusals) => {
                self.refusals.extend(refusals);
                None
            }
        }
    }

    /// True while nothing was refused.
    pub fn is_clean(&self) -> bool {
        self.refusals.is_empty()
    }

    /// The value when nothing was refused.
    ///
    /// # Errors
    /// All refusals that were noted.
    pub fn pass<T>(self, value: T) -> Result<T, Vec<Refusal>> {
        if self.refusals.is_empty() {
            Ok(value)
        } else {
            Err(self.refusals)
        }
    }

    /// All refusals that were noted.
    pub fn into_refusals(self) -> Vec<Refusal> {
        self.refusals
    }
}
