//! The schools that candidates would go to, in their order, read and written.

use std::collections::BTreeMap;

use rusqlite::Row;

use domain::candidate::Candidate;
use domain::id::{CandidateId, SchoolId};
use domain::year::SchoolYear;

use crate::column;
use crate::error::Error;
use crate::field::Fields;
use crate::records::Records;
use crate::tx::Tx;

impl Records {
    /// Gives each candidate of a school year his wishes: one query for all of them.
    pub(super) fn with_all_wishes(
        &self,
        year: SchoolYear,
        mut candidates: Vec<Candidate>,
    ) -> Result<Vec<Candidate>, Error> {
        let mut wishes: BTreeMap<CandidateId, Vec<SchoolId>> = BTreeMap::new();
        for (candidate, school) in self.all(
            include_str!("list_wishes.sql"),
            &[(":year", &year.first_year())],
            read,
        )? {
            wishes.entry(candidate).or_default().push(school);
        }
        for candidate in &mut candidates {
            candidate.form.wishes = wishes.remove(&candidate.id).unwrap_or_default();
        }
        Ok(candidates)
    }

    /// Gives one candidate his wishes.
    pub(super) fn with_wishes(&self, mut candidate: Candidate) -> Result<Candidate, Error> {
        let wishes = self.all(
            include_str!("list_wishes_of.sql"),
            &[(":id", &candidate.id.to_string())],
            read,
        )?;
        candidate.form.wishes = wishes.into_iter().map(|(_, school)| school).collect();
        Ok(candidate)
    }
}

impl Tx<'_> {
    pub(super) fn write_wishes(&self, candidate: &Candidate) -> Result<(), Error> {
        let id = candidate.id.to_string();
        self.execute(include_str!("clear_wishes.sql"), &[(":id", &id)])?;
        for (place, school) in (0_i64..).zip(&candidate.form.wishes) {
            self.execute(
                include_str!("add_wish.sql"),
                &[
                    (":candidate_id", &id),
                    (":place", &place),
                    (":school_id", &school.to_string()),
                ],
            )?;
        }
        Ok(())
    }
}

/// What the log shows of the wishes: each by its number.
pub(super) fn shown(wishes: &[SchoolId]) -> Fields {
    (1..)
        .zip(wishes)
        .fold(Fields::new(), |fields, (number, school)| {
            fields.with(format!("wishes.{number}"), school.to_string())
        })
}

fn read(row: &Row<'_>) -> rusqlite::Result<(CandidateId, SchoolId)> {
    Ok((
        column::parsed(row, "candidate_id")?,
        column::parsed(row, "school_id")?,
    ))
}
