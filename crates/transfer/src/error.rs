//! What goes wrong at the border.
//!
//! Must never: carry the content of a cell that may be an ID number into a log.

use domain::refusal::Refusal;

/// Why a foreign file gave no values, or why a file for outside could not be made.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The file was looked at and refused; the reason is for the user, and nothing broke.
    #[error("{0}")]
    Refused(Refusal),
    /// The process that reads foreign files could not be started or spoken to.
    #[error("启动文件读取进程失败（{code}）：{source}", code = Error::WORKER)]
    Worker {
        /// What the system said.
        source: std::io::Error,
    },
    /// A spreadsheet for outside could not be written.
    #[error("生成表格“{what}”失败（{code}）：{reason}", code = Error::EXPORT)]
    Export {
        /// Which spreadsheet.
        what: &'static str,
        /// What the writer said.
        reason: String,
    },
}

impl Error {
    /// Code: the worker could not be started.
    pub const WORKER: &'static str = "TRANSFER-WORKER";
    /// Code: a spreadsheet could not be written.
    pub const EXPORT: &'static str = "TRANSFER-EXPORT";

    /// Stable code for scripts and for the help.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Refused(refusal) => refusal.code,
            Self::Worker { .. } => Self::WORKER,
            Self::Export { .. } => Self::EXPORT,
        }
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// Code: damaged, or with content that no honest program writes.
pub const UNREADABLE: &str = "ROSTER-UNREADABLE";
/// Code: not a spreadsheet.
pub const KIND: &str = "ROSTER-KIND";
/// Code: larger than [`crate::limits`] allow.
pub const LIMIT: &str = "ROSTER-LIMIT";
/// Code: locked with a password.
pub const LOCKED: &str = "ROSTER-LOCKED";
/// Code: a text file in no encoding we know.
pub const ENCODING: &str = "ROSTER-ENCODING";
/// Code: took longer than [`crate::limits::WORKER_TIME`].
pub const SLOW: &str = "ROSTER-SLOW";
/// Code: an image that is refused.
pub const IMAGE: &str = "SEAL-IMAGE";

/// Every code a refusal of this crate can carry: the worker sends the word, and the parent keeps the constant.
pub(crate) const CODES: &[&str] = &[UNREADABLE, KIND, LIMIT, LOCKED, ENCODING, SLOW, IMAGE];

/// The one answer to a file that cannot be read; it names no library and no cause that helps nobody.
pub(crate) fn unreadable() -> Refusal {
    Refusal::new(
        UNREADABLE,
        "文件无法读取（可能已损坏或含异常内容）。请用表格软件打开后另存为新的 .xlsx 文件再导入",
    )
}

/// A refusal for size.
pub(crate) fn too_large(message: impl Into<String>) -> Refusal {
    Refusal::new(LIMIT, message)
}
