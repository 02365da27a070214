//! An open file of records, and the ways to open one.

use std::path::{Path, PathBuf};

use domain::id::SchoolId;
use domain::op::Op;
use domain::refusal::Refusal;
use domain::school::{School, SchoolProfile, Stage};
use domain::year::SchoolYear;
use store::{Key, Ledger, Passphrase, Unlock};
use zeroize::Zeroizing;

use crate::clock::{self, At};
use crate::failure::Failure;
use crate::worker;

/// Name of the file of records in the data folder.
pub const LEDGER_FILE: &str = "records.shuangping";
/// Name of the practice school's file in the data folder.
pub const PRACTICE_FILE: &str = "practice.shuangping";

/// Shortest passphrase that is taken.
pub const MIN_PASSPHRASE: usize = 8;

/// The practice school's key is in the program: its file is encrypted like any other, but not secret, and
/// every screen and paper says that it is a sample.
const PRACTICE_KEY: [u8; 32] = *b"shuangping practice school 2026!";

/// The file of records that is being worked on.
pub struct Session {
    pub(crate) ledger: Ledger,
    pub(crate) school: School,
    pub(crate) year: SchoolYear,
    is_practice: bool,
    worker: PathBuf,
    /// Fonts, read once.
    pub(crate) means: paper::Means,
}

/// What is asked when a file of records is made.
#[derive(Debug, Clone)]
pub struct NewLedger {
    /// Full name of my school.
    pub school: String,
    /// 学段.
    pub stage: Stage,
    /// School year to work on.
    pub year: SchoolYear,
}

impl Session {
    /// Makes a new file of records. It never overwrites one.
    ///
    /// # Errors
    /// A short passphrase, a school without a name, a file that is already there, a full disk.
    pub fn create(
        place: &Path,
        passphrase: Zeroizing<String>,
        new: &NewLedger,
        at: At,
    ) -> Result<Self, Failure> {
        if passphrase.chars().count() < MIN_PASSPHRASE {
            return Err(Refusal::at(
                "PASSPHRASE-SHORT",
                "passphrase",
                format!("口令至少{MIN_PASSPHRASE}个字符；建议用一句容易记住的话"),
            )
            .into());
        }
        let unlock = Unlock::Passphrase(Passphrase::new(passphrase.to_string()));
        Self::make(place, unlock, new, at, false)
    }

    /// Makes the practice school's file.
    pub(crate) fn create_practice(place: &Path, new: &NewLedger, at: At) -> Result<Self, Failure> {
        Self::make(
            place,
            Unlock::Key(Key::from_bytes(PRACTICE_KEY)),
            new,
            at,
            true,
        )
    }

    fn make(
        place: &Path,
        unlock: Unlock,
        new: &NewLedger,
        at: At,
        is_practice: bool,
    ) -> Result<Self, Failure> {
        let id: SchoolId = clock::new_id(at)?;
        let school = School {
            id,
            name: new.school.clone(),
            short_name: String::new(),
            stage: new.stage,
            principal: String::new(),
            is_mine: true,
            profile: SchoolProfile::default(),
        }
        .judged()?;
        if let Some(folder) = place.parent() {
            std::fs::create_dir_all(folder).map_err(|error| {
                let doing = format!("建立文件夹“{}”", folder.display());
                Failure::of_system("DATA-FOLDER", doing, &error)
            })?;
        }
        let mut ledger = Ledger::create(place, &unlock, at.naive_local(), &school)?;
        ledger.transact(Op::SetYear, at.naive_local(), |tx| tx.set_year(new.year))?;
        Self::start(ledger, is_practice)
    }

    /// Opens a file of records. Takes about a second, on purpose.
    ///
    /// # Errors
    /// A wrong passphrase, a damaged or newer file, a file that another program holds.
    pub fn open(place: &Path, passphrase: Zeroizing<String>) -> Result<Self, Failure> {
        let unlock = Unlock::Passphrase(Passphrase::new(passphrase.to_string()));
        Self::start(Ledger::open(place, &unlock)?, false)
    }

    /// Opens the practice school's file.
    pub(crate) fn open_practice(place: &Path) -> Result<Self, Failure> {
        Self::start(
            Ledger::open(place, &Unlock::Key(Key::from_bytes(PRACTICE_KEY)))?,
            true,
        )
    }

    fn start(ledger: Ledger, is_practice: bool) -> Result<Self, Failure> {
        let school = ledger.my_school()?;
        let year = Failure::unless_found(ledger.year()?, "学年设置")?;
        let worker = worker::program()?;
        let means = paper::Means::embedded()?;
        Ok(Self {
            ledger,
            school,
            year,
            is_practice,
            worker,
            means,
        })
    }

    /// Uses another program for reading foreign files; it must answer to `--worker`.
    pub fn set_worker(&mut self, program: PathBuf) {
        self.worker = program;
    }

    /// The program that reads foreign files.
    pub(crate) fn worker(&self) -> &Path {
        &self.worker
    }

    /// My school.
    pub fn school(&self) -> &School {
        &self.school
    }

    /// The school year that is worked on.
    pub fn year(&self) -> SchoolYear {
        self.year
    }

    /// True for the practice school.
    pub fn is_practice(&self) -> bool {
        self.is_practice
    }

    /// The same session looking at another school year; the one that is worked on stays on file.
    #[must_use]
    pub fn looking_at(mut self, year: SchoolYear) -> Self {
        self.year = year;
        self
    }

    /// Chooses another school year to work on.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn set_year(&mut self, year: SchoolYear, at: At) -> Result<(), Failure> {
        if year != self.year {
            self.ledger
                .transact(Op::SetYear, at.naive_local(), |tx| tx.set_year(year))?;
            self.year = year;
        }
        Ok(())
    }

    /// Checks the whole file: encryption, tables, references and the chain of its log.
    ///
    /// # Errors
    /// When the check itself cannot run.
    pub fn check(&self) -> Result<store::CheckReport, Failure> {
        Ok(self.ledger.check()?)
    }
}
