//! What can go wrong with the file: every error names the file and what was being done, in Chinese, and has a
//! stable code.
//!
//! Must never: carry a value from a record, because errors end up in crash texts.

use std::io;
use std::path::{Path, PathBuf};

use domain::refusal::Refusal;

/// Why something could not be done with a file.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such file.
    #[error("找不到文件“{}”（{doing}）", path.display())]
    Missing {
        /// Which file.
        path: PathBuf,
        /// What was being done.
        doing: String,
    },
    /// A file of that name is there already, and it is never overwritten.
    #[error("“{}”已经存在，没有覆盖（{doing}）", path.display())]
    Exists {
        /// Which file.
        path: PathBuf,
        /// What was being done.
        doing: String,
    },
    /// Wrong passphrase or damaged head; these two cannot be told apart.
    #[error("口令不对，或文件已损坏：“{}”（{doing}）", path.display())]
    Key {
        /// Which file.
        path: PathBuf,
        /// What was being done.
        doing: String,
    },
    /// Another window or program has the file.
    #[error("“{}”正被另一个窗口或程序使用，请先关闭它再试（{doing}）", path.display())]
    Locked {
        /// Which file.
        path: PathBuf,
        /// What was being done.
        doing: String,
    },
    /// The disk is full; nothing was changed.
    #[error("磁盘已满，没有保存：“{}”（{doing}）；腾出空间后可以继续", path.display())]
    Full {
        /// Which file.
        path: PathBuf,
        /// What was being done.
        doing: String,
    },
    /// The file, its folder or its medium cannot be written to.
    #[error("“{}”或它所在的文件夹不能写入（{doing}）", path.display())]
    ReadOnly {
        /// Which file.
        path: PathBuf,
        /// What was being done.
        doing: String,
    },
    /// The file is damaged.
    #[error("文件“{}”已损坏（{doing}），请用备份恢复：{detail}", path.display())]
    Damaged {
        /// Which file.
        path: PathBuf,
        /// What was being done.
        doing: String,
        /// What was found.
        detail: String,
    },
    /// A newer program wrote the file.
    #[error(
        "文件“{}”由更新版本的程序保存（格式{theirs}，本程序只认识到{ours}），请升级程序后再打开",
        path.display()
    )]
    Newer {
        /// Which file.
        path: PathBuf,
        /// The version of the file.
        theirs: i32,
        /// The newest version this program knows.
        ours: i32,
    },
    /// The file is something else.
    #[error("“{}”不是本程序的台账文件（{doing}）", path.display())]
    Foreign {
        /// Which file.
        path: PathBuf,
        /// What was being done.
        doing: String,
    },
    /// The file could not be upgraded; it is as it was.
    #[error("台账“{}”升级到格式{to}没有成功，原文件没有改动，升级前的副本在“{}”：{cause}", path.display(), copy.display())]
    Upgrade {
        /// Which file.
        path: PathBuf,
        /// To which version.
        to: i32,
        /// The checked copy that was made before.
        copy: PathBuf,
        /// Why.
        cause: Box<Self>,
    },
    /// The record is not there (any more).
    #[error("要处理的{what}已不在台账中（{doing}）")]
    Absent {
        /// Which kind of record.
        what: &'static str,
        /// What was being done.
        doing: String,
    },
    /// A rule of the store said no; nothing was changed.
    #[error("{}", in_one_line(.0))]
    Refused(Vec<Refusal>),
    /// A file or the system gave an error.
    #[error("读写“{}”时出错（{doing}）：{}", path.display(), cause(source))]
    Io {
        /// Which file.
        path: PathBuf,
        /// What was being done.
        doing: String,
        /// What the system said.
        source: io::Error,
    },
    /// SQLite gave an error that none of the others describes.
    #[error("台账“{}”出错（{doing}）：{source}", path.display())]
    Database {
        /// Which file.
        path: PathBuf,
        /// What was being done.
        doing: String,
        /// What SQLite said.
        source: rusqlite::Error,
    },
    /// The system gave no random bytes or too little memory for the key.
    #[error("系统无法提供加密所需的资源（{doing}）：{detail}")]
    Crypto {
        /// What was being done.
        doing: String,
        /// What was said.
        detail: String,
    },
}

impl Error {
    /// Stable code for scripts and for the help.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "STORE-MISSING",
            Self::Exists { .. } => "STORE-EXISTS",
            Self::Key { .. } => "STORE-KEY",
            Self::Locked { .. } => "STORE-LOCKED",
            Self::Full { .. } => "STORE-FULL",
            Self::ReadOnly { .. } => "STORE-READONLY",
            Self::Damaged { .. } => "STORE-DAMAGED",
            Self::Newer { .. } => "STORE-NEWER",
            Self::Foreign { .. } => "STORE-FOREIGN",
            Self::Upgrade { .. } => "STORE-UPGRADE",
            Self::Absent { .. } => "STORE-ABSENT",
            Self::Refused(_) => "STORE-REFUSED",
            Self::Io { .. } => "STORE-IO",
            Self::Database { .. } => "STORE-DATABASE",
            Self::Crypto { .. } => "STORE-CRYPTO",
        }
    }

    /// One refusal.
    pub(crate) fn refused(code: &'static str, message: impl Into<String>) -> Self {
        Self::Refused(vec![Refusal::new(code, message)])
    }

    /// An error of the file system, told apart as far as a user can act on it.
    pub(crate) fn from_io(path: &Path, doing: &str, source: io::Error) -> Self {
        let (path, doing) = (path.to_owned(), doing.to_owned());
        match source.kind() {
            io::ErrorKind::NotFound => Self::Missing { path, doing },
            io::ErrorKind::AlreadyExists => Self::Exists { path, doing },
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full { path, doing },
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                Self::ReadOnly { path, doing }
            }
            _ => Self::Io {
                path,
                doing,
                source,
            },
        }
    }

    /// An error of SQLite, told apart as far as a user can act on it.
    pub(crate) fn from_sqlite(path: &Path, doing: &str, source: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        let (path, doing) = (path.to_owned(), doing.to_owned());
        let detail = source.to_string();
        match &source {
            // A value that no version of this program writes.
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::IntegralValueOutOfRange(..) => Self::Damaged {
                path,
                doing,
                detail,
            },
            rusqlite::Error::SqliteFailure(failure, _) => match failure.code {
                ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Locked { path, doing },
                ErrorCode::DiskFull => Self::Full { path, doing },
                ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen => {
                    Self::ReadOnly { path, doing }
                }
                ErrorCode::DatabaseCorrupt => Self::Damaged {
                    path,
                    doing,
                    detail,
                },
                ErrorCode::NotADatabase => Self::Key { path, doing },
                _ => Self::Database {
                    path,
                    doing,
                    source,
                },
            },
            _ => Self::Database {
                path,
                doing,
                source,
            },
        }
    }

    /// True when the connection itself is in doubt, so that it must be opened anew if it happens again.
    pub(crate) fn is_of_the_medium(&self) -> bool {
        match self {
            Self::Database { source, .. } => {
                source.sqlite_error_code() == Some(rusqlite::ErrorCode::SystemIoFailure)
            }
            Self::Damaged { .. } | Self::Key { .. } => true,
            _ => false,
        }
    }
}

/// What the system said, in the user's words; its own text is English.
pub fn cause(error: &io::Error) -> String {
    let known = match error.kind() {
        io::ErrorKind::NotFound => "找不到这个文件或文件夹",
        io::ErrorKind::PermissionDenied => "没有权限",
        io::ErrorKind::AlreadyExists => "同名的文件已经存在",
        io::ErrorKind::IsADirectory => "这是一个文件夹，不是文件",
        io::ErrorKind::NotADirectory => "路径中有一段是文件，不是文件夹",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "磁盘已满",
        io::ErrorKind::ReadOnlyFilesystem => "磁盘是只读的",
        io::ErrorKind::InvalidFilename => "名称过长，或含有不能用的字符",
        _ => {
            return match error.raw_os_error() {
                Some(number) => format!("系统错误，编号{number}"),
                None => "系统没有说明原因".to_owned(),
            };
        }
    };
    known.to_owned()
}

fn in_one_line(refusals: &[Refusal]) -> String {
    let messages: Vec<&str> = refusals.iter().map(|r| r.message.as_str()).collect();
    messages.join(";")
}
