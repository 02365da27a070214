//! Where things lie: the clone, the target directory, the binaries in it.
//!
//! It asks cargo, and guesses nothing: the target directory may stand outside the clone.

use std::path::{Path, PathBuf};

use crate::run::{Failure, Run};

/// The paths that every task needs.
pub(crate) struct Place {
    /// The root of the clone.
    pub(crate) root: PathBuf,
    /// Cargo's target directory.
    pub(crate) target: PathBuf,
}

impl Place {
    /// Finds both. Read at run time: a path compiled in would point at another clone
    /// when two clones share a target directory.
    pub(crate) fn find() -> Result<Self, Failure> {
        let own = std::env::var_os("CARGO_MANIFEST_DIR")
            .map(PathBuf::from)
            .ok_or_else(|| Failure::new("start it as `cargo xtask`".to_owned()))?;
        let root = own
            .parent()
            .map(Path::to_path_buf)
            .ok_or_else(|| Failure::new(format!("{} has no parent", own.display())))?;
        let said = Run::new(cargo())
            .args(["metadata", "--format-version", "1", "--no-deps"])
            .within(&root)
            .text()?;
        let target = json_string(&said, "target_directory")
            .ok_or_else(|| Failure::new("cargo named no target directory".to_owned()))?;
        Ok(Self {
            root,
            target: PathBuf::from(target),
        })
    }

    /// The debug binary `name`, whether or not it has been built.
    pub(crate) fn binary(&self, name: &str) -> PathBuf {
        self.target
            .join("debug")
            .join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    }

    /// The folder of the screens.
    pub(crate) fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }

    /// A command that runs cargo in the clone.
    pub(crate) fn cargo(&self, args: &[&str]) -> Run {
        Run::new(cargo())
            .args(args)
            .env("CARGO_TARGET_DIR", &self.target)
            .within(&self.root)
    }
}

/// The cargo that started this task, so that both are of one toolchain.
fn cargo() -> String {
    std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned())
}

/// The value of the first `"key":"…"` in JSON text, unescaped.
/// Enough for one path out of cargo's own output; no parser is at hand without a dependency.
fn json_string(text: &str, key: &str) -> Option<String> {
    let (_, rest) = text.split_once(&format!("\"{key}\":\""))?;
    let mut value = String::new();
    let mut letters = rest.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => return Some(value),
            '\\' => match letters.next()? {
                'u' => {
                    let digits: String = letters.by_ref().take(4).collect();
                    value.push(char::from_u32(u32::from_str_radix(&digits, 16).ok()?)?);
                }
                other => value.push(other),
            },
            other => value.push(other),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::json_string;

    #[test]
    fn a_windows_path_is_read_without_its_escapes() {
        let text = r#"{"a":1,"target_directory":"C:\\双评\\target","b":2}"#;
        assert_eq!(
            json_string(text, "target_directory").as_deref(),
            Some(r"C:\双评\target")
        );
    }

    #[test]
    fn a_missing_key_is_nothing() {
        assert_eq!(json_string("{}", "target_directory"), None);
    }
}
