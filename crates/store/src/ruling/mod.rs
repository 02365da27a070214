//! What a person decided where the rules cannot, as it is kept: one ruling for each teacher and school year.

use rusqlite::Row;

use domain::eligibility::{Outcome, Ruling};
use domain::id::TeacherId;
use domain::year::SchoolYear;

use crate::column;
use crate::error::Error;
use crate::field::Fields;
use crate::records::Records;
use crate::tx::Tx;

const NOUN: &str = "ruling";

impl Records {
    /// The rulings of a school year, in the order of the teachers' names.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn rulings(&self, year: SchoolYear) -> Result<Vec<Ruling>, Error> {
        self.all(
            include_str!("list_of_year.sql"),
            &[(":year", &year.first_year())],
            read,
        )
    }

    /// All rulings on one teacher.
    pub(crate) fn rulings_of(&self, teacher: TeacherId) -> Result<Vec<Ruling>, Error> {
        self.all(
            include_str!("list_of_teacher.sql"),
            &[(":teacher_id", &teacher.to_string())],
            read,
        )
    }

    fn ruling(&self, teacher: TeacherId, year: SchoolYear) -> Result<Option<Ruling>, Error> {
        self.first(
            include_str!("get.sql"),
            &[
                (":teacher_id", &teacher.to_string()),
                (":year", &year.first_year()),
            ],
            read,
        )
    }
}

impl Tx<'_> {
    /// Keeps the ruling on a teacher in a school year, new or changed.
    ///
    /// # Errors
    /// `STORE-ABSENT` when the teacher is not there.
    pub fn set_ruling(&self, ruling: &Ruling) -> Result<(), Error> {
        let name = self.teacher_name(ruling.teacher)?;
        let before = self.ruling(ruling.teacher, ruling.year)?;
        let after = fields(ruling);
        self.write(include_str!("set.sql"), &after)?;
        self.record(
            NOUN,
            &id(ruling),
            &name,
            before.as_ref().map(fields).as_ref(),
            Some(&after),
        );
        Ok(())
    }

    /// Takes the ruling on a teacher in a school year back.
    ///
    /// # Errors
    /// `STORE-ABSENT` when there is none.
    pub fn remove_ruling(&self, teacher: TeacherId, year: SchoolYear) -> Result<(), Error> {
        let ruling = self
            .ruling(teacher, year)?
            .ok_or_else(|| self.absent("人工判定"))?;
        let name = self.teacher_name(teacher)?;
        self.execute(
            include_str!("remove.sql"),
            &[
                (":teacher_id", &teacher.to_string()),
                (":year", &year.first_year()),
            ],
        )?;
        self.record(NOUN, &id(&ruling), &name, Some(&fields(&ruling)), None);
        Ok(())
    }
}

/// What the log knows it by.
fn id(ruling: &Ruling) -> String {
    format!("{}.{}", ruling.teacher, ruling.year)
}

fn fields(ruling: &Ruling) -> Fields {
    Fields::new()
        .with_unlogged(":teacher_id", ruling.teacher.to_string())
        .with_unlogged(":year", ruling.year.first_year())
        .with(":outcome", ruling.outcome.code().to_owned())
        .with(":question", ruling.question.clone())
        .with_masked(":reason", ruling.reason.clone())
        .with(":ruled_on", ruling.on.to_string())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Ruling> {
    Ok(Ruling {
        teacher: column::parsed(row, "teacher_id")?,
        year: column::year(row, "year")?,
        outcome: column::coded(row, "outcome", Outcome::from_code)?,
        question: row.get("question")?,
        reason: row.get("reason")?,
        on: column::day(row, "ruled_on")?,
    })
}
