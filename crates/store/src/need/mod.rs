//! The needs of host schools as they are kept.

use rusqlite::Row;

use domain::id::NeedId;
use domain::need::{Need, Urgency};
use domain::year::{SchoolYear, Term};

use crate::column;
use crate::error::Error;
use crate::field::Fields;
use crate::records::Records;
use crate::tx::Tx;

const NOUN: &str = "need";

impl Records {
    /// The needs of a school year, by school, term and subject.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn needs(&self, year: SchoolYear) -> Result<Vec<Need>, Error> {
        self.all(
            include_str!("list_of_year.sql"),
            &[(":year", &year.first_year())],
            read,
        )
    }

    /// One need.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn need(&self, id: NeedId) -> Result<Option<Need>, Error> {
        self.first(include_str!("get.sql"), &[(":id", &id.to_string())], read)
    }
}

impl Tx<'_> {
    /// Adds a need.
    ///
    /// # Errors
    /// `STORE-ABSENT` when the school is not there.
    pub fn add_need(&self, need: &Need) -> Result<(), Error> {
        let name = self.school_name(need.host_school)?;
        let after = fields(need);
        self.write(include_str!("add.sql"), &after)?;
        self.record(NOUN, &need.id.to_string(), &name, None, Some(&after));
        Ok(())
    }

    /// Changes a need.
    ///
    /// # Errors
    /// `STORE-ABSENT` when it or the school is not there.
    pub fn update_need(&self, need: &Need) -> Result<(), Error> {
        let before = self
            .need(need.id)?
            .ok_or_else(|| self.absent("受援学校需求"))?;
        if before == *need {
            return Ok(());
        }
        let name = self.school_name(need.host_school)?;
        let (before, after) = (fields(&before), fields(need));
        self.write(include_str!("update.sql"), &after)?;
        self.record(
            NOUN,
            &need.id.to_string(),
            &name,
            Some(&before),
            Some(&after),
        );
        Ok(())
    }

    /// Deletes a need.
    ///
    /// # Errors
    /// `STORE-ABSENT` when it is not there.
    pub fn remove_need(&self, id: NeedId) -> Result<(), Error> {
        let need = self.need(id)?.ok_or_else(|| self.absent("受援学校需求"))?;
        let name = self.school_name(need.host_school)?;
        let id = id.to_string();
        self.execute(include_str!("remove.sql"), &[(":id", &id)])?;
        self.record(NOUN, &id, &name, Some(&fields(&need)), None);
        Ok(())
    }
}

fn fields(need: &Need) -> Fields {
    Fields::new()
        .with_unlogged(":id", need.id.to_string())
        .with(":host_school_id", need.host_school.to_string())
        .with(":year", need.year.first_year())
        .with(":term", need.term.code().to_owned())
        .with(":subject", need.subject.clone())
        .with(":grade", need.grade.clone())
        .with(":heads", need.heads)
        .with(":requirement", need.requirement.clone())
        .with(":urgency", need.urgency.code().to_owned())
        .with(":surveyed_on", need.surveyed_on.map(|day| day.to_string()))
}

fn read(row: &Row<'_>) -> rusqlite::Result<Need> {
    Ok(Need {
        id: column::parsed(row, "id")?,
        host_school: column::parsed(row, "host_school_id")?,
        year: column::year(row, "year")?,
        term: column::coded(row, "term", Term::from_code)?,
        subject: row.get("subject")?,
        grade: row.get("grade")?,
        heads: row.get("heads")?,
        requirement: row.get("requirement")?,
        urgency: column::coded(row, "urgency", Urgency::from_code)?,
        surveyed_on: column::day_or_none(row, "surveyed_on")?,
    })
}
