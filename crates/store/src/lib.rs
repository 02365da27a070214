//! The one file: every record of a school in a single encrypted SQLite file, with one door for change and a
//! chained log of everything that went through it.
//!
//! [`Ledger::create`] and [`Ledger::open`] give the ledger; reads are methods of [`Records`], to which both
//! [`Ledger`] and [`Tx`] lead; everything that writes is a method of [`Tx`], inside [`Ledger::transact`].
//!
//! Must never: touch an open ledger with anything but SQLite (closing a second handle drops the lock), keep
//! a whole ID number or a plain private key, read a clock, or answer a damaged file with anything but an error.

mod appraisal;
mod assignment;
mod benefit;
mod calendar;
mod candidate;
mod chain;
mod check;
mod claim;
mod column;
mod copy;
mod eligibility;
mod error;
mod exemption;
mod feedback;
mod field;
mod key;
mod ledger;
mod living;
mod log;
mod need;
mod open;
mod policy;
mod records;
mod report;
mod ruling;
mod schema;
mod school;
mod setting;
mod swap;
mod teacher;
mod tx;
mod unlock;

pub mod file;

pub use chain::LogHead;
pub use check::{CheckReport, Fault, Part};
pub use eligibility::KeptRun;
pub use error::{Error, cause};
pub use key::SchoolKey;
pub use ledger::Ledger;
pub use log::LogRow;
pub use records::Records;
pub use report::{IssuedReport, NewReport};
pub use tx::Tx;
pub use unlock::{Key, Passphrase, Unlock};

/// The schema that this program writes; an older file is upgraded when it is opened, a newer one is refused.
pub const SCHEMA_VERSION: i32 = schema::LATEST;

/// A folder of its own for one test, gone afterwards.
#[cfg(test)]
pub(crate) fn test_folder() -> TestFolder {
    let chance: [u8; 8] = unlock::random().unwrap();
    let path = std::env::temp_dir().join(format!("store-{}", unlock::hex(&chance)));
    std::fs::create_dir(&path).unwrap();
    TestFolder(path)
}

#[cfg(test)]
pub(crate) struct TestFolder(std::path::PathBuf);

#[cfg(test)]
impl TestFolder {
    pub(crate) fn path(&self) -> &std::path::Path {
        &self.0
    }
}

#[cfg(test)]
impl Drop for TestFolder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
