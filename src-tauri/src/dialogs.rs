//! Questions to the user where to save. Asked by Rust: the page neither hears nor says a path.

use std::path::PathBuf;

use tauri::{AppHandle, Runtime};
use tauri_plugin_dialog::DialogExt;

/// Where to save. Blocks until the user has answered, so it is never asked on the main thread.
pub trait Dialogs: Send + Sync {
    /// A place for one file, with a proposed name; `None` when the user thought better of it.
    fn save_file(&self, title: &str, name: &str) -> Option<PathBuf>;
    /// A folder for several files.
    fn folder(&self, title: &str) -> Option<PathBuf>;
}

/// The system's own dialogs.
pub(crate) struct SystemDialogs<R: Runtime>(pub(crate) AppHandle<R>);

impl<R: Runtime> Dialogs for SystemDialogs<R> {
    fn save_file(&self, title: &str, name: &str) -> Option<PathBuf> {
        let mut dialog = self.0.dialog().file().set_title(title).set_file_name(name);
        if let Some((_, ending)) = name.rsplit_once('.') {
            dialog = dialog.add_filter(ending.to_uppercase(), &[ending]);
        }
        dialog.blocking_save_file()?.into_path().ok()
    }

    fn folder(&self, title: &str) -> Option<PathBuf> {
        self.0
            .dialog()
            .file()
            .set_title(title)
            .blocking_pick_folder()?
            .into_path()
            .ok()
    }
}

/// One folder answers every question: for tests, which cannot drive the system's dialogs.
#[derive(Debug, Clone)]
pub struct FixedFolder(pub PathBuf);

impl Dialogs for FixedFolder {
    fn save_file(&self, _title: &str, name: &str) -> Option<PathBuf> {
        Some(self.0.join(name))
    }

    fn folder(&self, _title: &str) -> Option<PathBuf> {
        Some(self.0.clone())
    }
}
