//! The chain of the log: each row's digest covers the row and the digest before it.
//!
//! It shows every later change inside the file. Whoever holds file and passphrase could compute it anew, so
//! its head is also kept outside: in the archive entry of every report and on what is printed.

use sha2::{Digest, Sha256};

use crate::unlock::hex;

/// The last row of the log and the digest over everything up to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LogHead {
    /// Number of the row; the first is 1, 0 stands for an empty log.
    pub seq: u64,
    /// Digest over everything up to and with it.
    pub hash: [u8; 32],
}

impl LogHead {
    /// Before the first row.
    pub(crate) const START: Self = Self {
        seq: 0,
        hash: [0; 32],
    };

    /// The digest in 64 hex digits.
    pub fn hash_hex(&self) -> String {
        hex(&self.hash)
    }
}

/// What of a row is covered by its digest.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Link<'a> {
    pub(crate) at: &'a str,
    pub(crate) role: &'a str,
    pub(crate) op: &'a str,
    pub(crate) about: &'a str,
    pub(crate) body: &'a str,
}

/// The head after one more row.
pub(crate) fn advance(head: LogHead, link: Link<'_>) -> LogHead {
    let seq = head.seq + 1;
    let mut digest = Sha256::new();
    digest.update(head.hash);
    digest.update(seq.to_be_bytes());
    for text in [link.at, link.role, link.op, link.about, link.body] {
        // With its length, so that no letter can move from one field into the next.
        digest.update((text.len() as u64).to_be_bytes());
        digest.update(text.as_bytes());
    }
    LogHead {
        seq,
        hash: digest.finalize().into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_that_moves_from_one_field_into_the_next_changes_the_digest() {
        let link = Link {
            at: "2026-09-01T08:00:00",
            role: "principal",
            op: "add_teacher",
            about: "林一",
            body: "{}",
        };
        let moved = Link {
            op: "add_teache",
            about: "r林一",
            ..link
        };
        let head = advance(LogHead::START, link);
        assert_ne!(head.hash, advance(LogHead::START, moved).hash);
        assert_ne!(head.hash, advance(head, link).hash);
        assert_eq!(head.hash_hex().len(), 64);
    }
}
