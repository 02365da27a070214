//! Appraisals as they are kept: one row, one sheet per school, and a row for everything that repeats.
//!
//! Must never: change a part that its school has signed, or take an appraisal back a state.

mod host;
mod sending;
mod shown;

use rusqlite::{Row, ToSql};

use domain::appraisal::{Appraisal, Basis, State};
use domain::id::{AppraisalId, AssignmentId};
use domain::school::Side;
use domain::year::SchoolYear;

use crate::column;
use crate::error::Error;
use crate::field::Fields;
use crate::records::Records;
use crate::tx::Tx;

const NOUN: &str = "appraisal";

/// The row of an appraisal, without its sheets.
struct Head {
    id: AppraisalId,
    assignment: AssignmentId,
    year: SchoolYear,
    state: State,
    policy: String,
}

impl Records {
    /// The appraisal of an assignment in a school year, if it was begun.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn appraisal(
        &self,
        assignment: AssignmentId,
        year: SchoolYear,
    ) -> Result<Option<Appraisal>, Error> {
        let head = self.first(
            include_str!("get.sql"),
            &[
                (":assignment_id", &assignment.to_string()),
                (":year", &year.first_year()),
            ],
            read,
        )?;
        head.map(|head| self.with_sheets(head)).transpose()
    }

    /// All appraisals of a school year.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn appraisals_of_year(&self, year: SchoolYear) -> Result<Vec<Appraisal>, Error> {
        self.all(
            include_str!("list_of_year.sql"),
            &[(":year", &year.first_year())],
            read,
        )?
        .into_iter()
        .map(|head| self.with_sheets(head))
        .collect()
    }

    /// All appraisals of an assignment, by school year.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn appraisals_of(&self, assignment: AssignmentId) -> Result<Vec<Appraisal>, Error> {
        self.all(
            include_str!("list_of_assignment.sql"),
            &[(":assignment_id", &assignment.to_string())],
            read,
        )?
        .into_iter()
        .map(|head| self.with_sheets(head))
        .collect()
    }

    fn with_sheets(&self, head: Head) -> Result<Appraisal, Error> {
        Ok(Appraisal {
            id: head.id,
            assignment: head.assignment,
            year: head.year,
            state: head.state,
            host: self.host_sheet(head.id)?,
            sending: self.sending_sheet(head.id)?,
            // The weights follow from the policy, which whoever composes looks up by this.
            basis: Basis {
                policy: head.policy,
                ..Basis::default()
            },
        })
    }
}

impl Tx<'_> {
    /// Saves an appraisal, new or changed. There is one for each assignment and school year.
    ///
    /// # Errors
    /// `STORE-REFUSED` when another appraisal is there for that assignment and year, when it would go back a
    /// state, or when a part would change that its school has signed; `STORE-ABSENT` when the assignment is
    /// not there.
    pub fn save_appraisal(&self, appraisal: &Appraisal) -> Result<(), Error> {
        let name = self.name_of(appraisal.assignment)?;
        let before = self.appraisal(appraisal.assignment, appraisal.year)?;
        if let Some(before) = &before {
            require_unsealed(before, appraisal, &name)?;
        }
        let head = head_fields(appraisal);
        let sql = match before {
            Some(_) => include_str!("update.sql"),
            None => include_str!("add.sql"),
        };
        self.write(sql, &head)?;
        if before.as_ref().map(|before| &before.host) != Some(&appraisal.host) {
            self.write_host_sheet(appraisal.id, &appraisal.host)?;
        }
        if before.as_ref().map(|before| &before.sending) != Some(&appraisal.sending) {
            self.write_sending_sheet(appraisal.id, &appraisal.sending)?;
        }
        let before = before.as_ref().map(shown::fields);
        let after = shown::fields(appraisal);
        self.record(
            NOUN,
            &appraisal.id.to_string(),
            &name,
            before.as_ref(),
            Some(&after),
        );
        Ok(())
    }

    /// Replaces the rows of a part that repeats.
    fn replace(
        &self,
        id: AppraisalId,
        side: Option<Side>,
        clear: &str,
        add: &str,
        rows: Vec<Fields>,
    ) -> Result<(), Error> {
        let id = id.to_string();
        let side = side.map(Side::code);
        let mut whose: Vec<(&str, &dyn ToSql)> = vec![(":id", &id)];
        if side.is_some() {
            whose.push((":side", &side));
        }
        self.execute(clear, &whose)?;
        for row in rows {
            let mut bound = row.bound();
            bound.extend(whose.iter().copied());
            self.execute(add, &bound)?;
        }
        Ok(())
    }
}

fn require_unsealed(before: &Appraisal, after: &Appraisal, name: &str) -> Result<(), Error> {
    if before.id != after.id {
        return Err(Error::refused(
            "APPRAISAL-TWICE",
            format!("{name}在这一学年已有考核记录"),
        ));
    }
    if after.state < before.state {
        return Err(Error::refused(
            "APPRAISAL-SEALED",
            format!("{name}的考核已签章，不能退回"),
        ));
    }
    let is_host_changed = before.host != after.host && before.state != State::Open;
    let is_sending_changed =
        before.sending != after.sending && before.state == State::SendingSigned;
    if is_host_changed || is_sending_changed {
        let side = if is_host_changed {
            Side::Host
        } else {
            Side::Sending
        };
        return Err(Error::refused(
            "APPRAISAL-SEALED",
            format!("{name}的考核中{}已签章的部分不能再改", side.word()),
        ));
    }
    Ok(())
}

fn head_fields(appraisal: &Appraisal) -> Fields {
    Fields::new()
        .with(":id", appraisal.id.to_string())
        .with(":assignment_id", appraisal.assignment.to_string())
        .with(":year", appraisal.year.first_year())
        .with(":state", appraisal.state.code().to_owned())
        .with(":policy", appraisal.basis.policy.clone())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Head> {
    Ok(Head {
        id: column::parsed(row, "id")?,
        assignment: column::parsed(row, "assignment_id")?,
        year: column::year(row, "year")?,
        state: column::coded(row, "state", State::from_code)?,
        policy: row.get("policy")?,
    })
}
