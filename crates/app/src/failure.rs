//! The one answer when something did not happen: a rule said no, or something broke.
//!
//! Both carry a stable code and a sentence in Chinese; a refusal carries all its reasons.

use domain::refusal::Refusal;

/// Why a use case did not do what was asked. Nothing was half-done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// Stable code, for scripts and to be read over the telephone.
    pub code: String,
    /// What happened and what to do, in Chinese; names the file where there is one.
    pub message: String,
    /// All reasons when a rule said no; empty when something broke.
    pub refusals: Vec<Refusal>,
}

impl Failure {
    /// Something broke.
    pub fn broken(code: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            message: message.into(),
            refusals: Vec::new(),
        }
    }

    /// The system did not do something.
    pub fn of_system(
        code: impl Into<String>,
        doing: impl std::fmt::Display,
        error: &std::io::Error,
    ) -> Self {
        Self::broken(code, format!("{doing}时出错：{}", store::cause(error)))
    }

    /// A rule said no, for one reason.
    pub fn refused(refusal: Refusal) -> Self {
        Self::from(vec![refusal])
    }

    /// The record, or a refusal that says that it is gone.
    pub(crate) fn unless_found<T>(record: Option<T>, what: &str) -> Result<T, Self> {
        record.ok_or_else(|| {
            Self::refused(Refusal::new(
                "RECORD-ABSENT",
                format!("要处理的{what}已不在台账中"),
            ))
        })
    }

    /// True when a rule said no, false when something broke.
    pub fn is_refusal(&self) -> bool {
        !self.refusals.is_empty()
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}（{}）", self.message, self.code)
    }
}

impl std::error::Error for Failure {}

impl From<Vec<Refusal>> for Failure {
    fn from(refusals: Vec<Refusal>) -> Self {
        let code = refusals
            .first()
            .map_or("REFUSED", |refusal| refusal.code)
            .to_owned();
        let messages: Vec<&str> = refusals
            .iter()
            .map(|refusal| refusal.message.as_str())
            .collect();
        Self {
            code,
            message: messages.join("；"),
            refusals,
        }
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::refused(refusal)
    }
}

impl From<domain::id::InvalidId> for Failure {
    fn from(invalid: domain::id::InvalidId) -> Self {
        Self::refused(Refusal::new("ID-INVALID", invalid.to_string()))
    }
}

impl From<domain::year::InvalidSchoolYear> for Failure {
    fn from(invalid: domain::year::InvalidSchoolYear) -> Self {
        Self::refused(Refusal::at("YEAR-INVALID", "year", invalid.to_string()))
    }
}

impl From<paper::NotDrawn> for Failure {
    fn from(not_drawn: paper::NotDrawn) -> Self {
        match not_drawn {
            paper::NotDrawn::Refused(refusals) => Self::from(refusals),
            paper::NotDrawn::Broken(error) => Self::from(error),
        }
    }
}

impl From<paper::Error> for Failure {
    fn from(error: paper::Error) -> Self {
        let code = error
            .to_string()
            .split(':')
            .next()
            .unwrap_or("PAPER")
            .to_owned();
        Self::broken(code, format!("绘制报告时出错，报告没有生成：{error}"))
    }
}

impl From<signing::Error> for Failure {
    fn from(error: signing::Error) -> Self {
        Self::broken(error.code(), error.to_string())
    }
}

impl From<transfer::Error> for Failure {
    fn from(error: transfer::Error) -> Self {
        match error {
            transfer::Error::Refused(refusal) => Self::refused(refusal),
            other => Self::broken(other.code(), other.to_string()),
        }
    }
}

impl From<store::Error> for Failure {
    fn from(error: store::Error) -> Self {
        match error {
            store::Error::Refused(refusals) => Self::from(refusals),
            store::Error::Absent { .. } => {
                Self::refused(Refusal::new("RECORD-ABSENT", error.to_string()))
            }
            other => Self::broken(other.code(), other.to_string()),
        }
    }
}
