//! What lies on the desk: the one open file of records, and what the page may name by a token.
//!
//! Every command works on a thread of its own and in turn, because there is one connection to the records;
//! the window never waits. A panic closes the records: what it left behind in memory is not trusted.

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use app::paste::Pasted;
use app::practice::{self, Extent};
use app::printing::Printing;
use app::progress::Progress;
use app::roster::Preview;
use app::{Failure, Session, export};
use domain::refusal::Refusal;
use serde_json::{Value, json};

use crate::commands::Saved;
use crate::dialogs::Dialogs;
use crate::panics;
use crate::papers::Papers;
use crate::tokens::Tokens;

/// What a command answers.
pub(crate) type Answer<T> = Result<T, view::Failure>;

/// Sends an event to the page: its name and what it carries.
type Tell = Box<dyn Fn(&str, Value) + Send + Sync>;

/// What the desk stands in.
pub struct Surroundings {
    /// The data folder.
    pub folder: PathBuf,
    /// The papers the page may fetch.
    pub papers: Papers,
    /// Where to save.
    pub dialogs: Box<dyn Dialogs>,
    /// The printers.
    pub printing: Box<dyn Printing>,
    /// Tells the page: `progress` (`{done, total, about}`) and `session_closed` (`{code}`).
    pub tell: Tell,
    /// When the program started, if the first screen is measured.
    pub first_screen: Option<Instant>,
    /// True when the practice school is to be opened at once.
    pub opens_practice: bool,
    /// The program that reads foreign files, when it is not this one.
    pub worker: Option<PathBuf>,
}

/// The state of the window.
#[derive(Clone)]
pub struct Desk(Arc<Things>);

struct Things {
    session: Mutex<Option<Session>>,
    awaits_practice: AtomicBool,
    rosters: Tokens<Preview>,
    pasted: Tokens<Pasted>,
    around: Surroundings,
}

impl Desk {
    /// A desk without open records.
    pub fn new(around: Surroundings) -> Self {
        Self(Arc::new(Things {
            session: Mutex::new(None),
            awaits_practice: AtomicBool::new(around.opens_practice),
            rosters: Tokens::default(),
            pasted: Tokens::default(),
            around,
        }))
    }

    /// What the desk stands in.
    pub(crate) fn around(&self) -> &Surroundings {
        &self.0.around
    }

    /// The rosters that were read and not yet written.
    pub(crate) fn rosters(&self) -> &Tokens<Preview> {
        &self.0.rosters
    }

    /// The pasted rows that were read and not yet written.
    pub(crate) fn pasted(&self) -> &Tokens<Pasted> {
        &self.0.pasted
    }

    /// Asks where to save a file and writes it there; the user may think better of it.
    pub(crate) fn save(&self, title: &str, name: &str, bytes: &[u8]) -> Result<Saved, Failure> {
        let place = self.around().dialogs.save_file(title, name);
        if let Some(place) = &place {
            export::write(place, bytes)?;
        }
        Ok(Saved {
            saved: place.is_some(),
        })
    }

    /// Opens the practice school if the program was started for it. A failure is left for the first command
    /// of the page to meet, because the page can show it.
    pub fn prepare(&self) {
        let _ = self.hold(|_| Ok(())).inspect_err(|_| {
            self.0
                .awaits_practice
                .store(self.0.around.opens_practice, Ordering::Release);
        });
    }

    /// Closes the records and forgets everything that came from them.
    pub fn clear(&self) {
        *self
            .0
            .session
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = None;
        self.forget();
    }

    /// What was shown of the records before is not valid for the next ones.
    pub(crate) fn forget(&self) {
        self.0.around.papers.clear();
        self.0.rosters.clear();
        self.0.pasted.clear();
    }

    /// Works on a thread of its own, without the records.
    pub(crate) async fn work<T: Send + 'static>(
        &self,
        act: impl FnOnce(&Desk) -> Result<T, Failure> + Send + 'static,
    ) -> Answer<T> {
        let desk = self.clone();
        let outcome = tauri::async_runtime::spawn_blocking(move || {
            let outcome = panics::caught(|| act(&desk));
            if outcome.as_ref().is_err_and(panics::is_fault) {
                desk.clear();
                (desk.0.around.tell)("session_closed", json!({ "code": panics::CODE }));
            }
            outcome
        });
        let outcome = outcome.await.unwrap_or_else(|_| Err(panics::fault()));
        outcome.map_err(|failure| view::Failure::from(&failure))
    }

    /// Works on the open records, on a thread of its own.
    pub(crate) async fn session<T: Send + 'static>(
        &self,
        act: impl FnOnce(&mut Session) -> Result<T, Failure> + Send + 'static,
    ) -> Answer<T> {
        self.work(|desk| desk.with_session(act)).await
    }

    /// Works on the open records, on this thread.
    pub(crate) fn with_session<T>(
        &self,
        act: impl FnOnce(&mut Session) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        self.hold(|slot| match slot {
            Some(session) => act(session),
            None => Err(Refusal::new("SESSION-NONE", "还没有打开台账，请先打开").into()),
        })
    }

    /// Works on the place where the open records lie: to open, close or ask whether there are any.
    pub(crate) fn hold<T>(
        &self,
        act: impl FnOnce(&mut Option<Session>) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let mut slot = self
            .0
            .session
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let outcome = panics::caught(|| {
            if self.0.awaits_practice.swap(false, Ordering::AcqRel) {
                slot.replace(self.open_practice()?);
            }
            act(&mut slot)
        });
        // While the lock is still held: nobody may meet what a panic left.
        if outcome.as_ref().is_err_and(panics::is_fault) {
            *slot = None;
        }
        outcome
    }

    /// Opens the practice school; makes it when it is not there yet.
    pub(crate) fn open_practice(&self) -> Result<Session, Failure> {
        let folder = &self.0.around.folder;
        practice::open(
            folder,
            Extent::Lesson,
            app::clock::now(),
            &mut self.progress(),
        )
        .map(|session| self.furnished(session))
    }

    /// A session that knows who reads foreign files for it.
    pub(crate) fn furnished(&self, mut session: Session) -> Session {
        if let Some(worker) = &self.0.around.worker {
            session.set_worker(worker.clone());
        }
        session
    }

    /// Tells the page how far long work is.
    pub(crate) fn progress(&self) -> impl Progress + use<> {
        let desk = self.clone();
        move |done: usize, total: usize, about: &str| {
            let what = json!({ "done": done, "total": total, "about": about });
            (desk.0.around.tell)("progress", what);
            ControlFlow::Continue(())
        }
    }
}
