//! The border that no panic crosses: it becomes a failure with a code, and a line in a log.
//!
//! Must never: write the words of a panic down. They may quote a teacher's data; the place in the code
//! is enough to find the fault.

use std::fs::OpenOptions;
use std::io::Write;
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind};
use std::path::{Path, PathBuf};

use app::Failure;

/// The code of the failure that a panic becomes.
pub(crate) const CODE: &str = "PANIC";

/// Name of the log in the data folder.
const LOG: &str = "faults.log";

/// Writes the place of every panic into the log of the data folder.
pub(crate) fn listen(folder: &Path) {
    let log = folder.join(LOG);
    std::panic::set_hook(Box::new(move |panic| note(&log, panic)));
}

fn note(log: &PathBuf, panic: &PanicHookInfo<'_>) {
    let place = panic.location().map_or_else(
        || "?".to_owned(),
        |at| format!("{}:{}", at.file(), at.line()),
    );
    let line = format!(
        "{} {} {place}\n",
        app::clock::now().format("%Y-%m-%d %H:%M:%S"),
        env!("CARGO_PKG_VERSION")
    );
    // A panic hook has nobody to report to; what cannot be written is lost.
    if let Some(folder) = log.parent() {
        let _ = std::fs::create_dir_all(folder);
    }
    let written = OpenOptions::new()
        .create(true)
        .append(true)
        .open(log)
        .and_then(|mut file| file.write_all(line.as_bytes()));
    let kept = if written.is_ok() {
        log.display().to_string()
    } else {
        "（日志没有写成）".to_owned()
    };
    crate::launch::complain(&format!("程序内部出错：{place}。已记入 {kept}"));
}

/// Does it; a panic becomes the failure `PANIC`.
pub(crate) fn caught<T>(act: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    // What the act held is given up by the caller: nothing half-changed is looked at again.
    catch_unwind(AssertUnwindSafe(act)).unwrap_or_else(|_| Err(fault()))
}

/// What is said after a panic.
pub(crate) fn fault() -> Failure {
    Failure::broken(
        CODE,
        format!(
            "程序内部出错，这一步没有完成；已保存的记录没有改变。请重新打开后再试，错误已记入数据文件夹的 {LOG}。"
        ),
    )
}

/// True for the failure that [`caught`] makes of a panic.
pub(crate) fn is_fault(failure: &Failure) -> bool {
    failure.code == CODE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_a_failure_with_a_code() {
        let failure = caught::<()>(|| panic!("boom")).unwrap_err();
        assert!(is_fault(&failure));
        assert!(!failure.message.contains("boom"));
    }

    #[test]
    fn the_log_names_the_place_and_not_the_words() {
        let folder = std::env::temp_dir().join(format!("shuangping-faults-{}", std::process::id()));
        let before = std::panic::take_hook();
        listen(&folder);
        let _ = catch_unwind(|| panic!("王某某 13800000000"));
        std::panic::set_hook(before);
        let log = std::fs::read_to_string(folder.join(LOG)).unwrap();
        std::fs::remove_dir_all(&folder).unwrap();
        assert!(log.contains("panics.rs:"), "{log}");
        assert!(!log.contains("王某某"), "{log}");
    }
}
