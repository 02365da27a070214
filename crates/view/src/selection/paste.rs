//! Rows pasted from a spreadsheet: shown first, written when they are confirmed.

use app::paste::Pasted as Read;

use crate::session::count;
use crate::shape;

shape! {
    /// One pasted row.
    pub struct PastedRow {
        /// Its number, from 1, headings not counted.
        pub row: u32,
        /// What was read of it, in one line.
        pub text: String,
        /// What keeping it would do.
        #[cfg_attr(test, ts(type = "'add' | 'update' | 'unchanged' | 'refused'"))]
        pub action: String,
        /// What is wrong with it.
        pub problems: Vec<String>,
    }

    /// Pasted rows that were read and not yet written.
    pub struct Pasted {
        /// To confirm them with.
        pub token: String,
        /// What they were read as.
        #[cfg_attr(test, ts(type = "'need' | 'exemption' | 'candidate' | 'assignment'"))]
        pub kind: String,
        /// The columns, in their order.
        pub columns: Vec<String>,
        /// Rows that would change the records.
        pub accepted: u32,
        /// Rows that cannot be kept.
        pub refused: u32,
        /// Every row.
        pub rows: Vec<PastedRow>,
    }

    /// What keeping them did.
    pub struct PasteResult {
        /// New records.
        pub added: u32,
        /// Records that were changed.
        pub updated: u32,
    }
}

impl Pasted {
    /// Pasted rows; `token` is what confirms them.
    pub fn of(read: &Read, token: &str) -> Self {
        Self {
            token: token.to_owned(),
            kind: read.kind.code().to_owned(),
            columns: read
                .kind
                .columns()
                .iter()
                .map(|column| (*column).to_owned())
                .collect(),
            accepted: count(read.n_accepted()),
            refused: count(read.n_refused()),
            rows: read
                .rows
                .iter()
                .map(|row| PastedRow {
                    row: row.number,
                    text: row.text.clone(),
                    action: row.action().to_owned(),
                    problems: row.problems.clone(),
                })
                .collect(),
        }
    }
}

impl PasteResult {
    /// What keeping them did.
    pub fn of(kept: app::paste::Kept) -> Self {
        Self {
            added: count(kept.added),
            updated: count(kept.updated),
        }
    }
}
