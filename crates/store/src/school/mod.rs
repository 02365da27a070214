//! Schools as they are kept.

use rusqlite::Row;

use domain::id::SchoolId;
use domain::school::{Area, Quality, Remoteness, School, SchoolProfile, Stage, Tier};

use crate::column;
use crate::error::Error;
use crate::field::Fields;
use crate::records::Records;
use crate::tx::Tx;

const NOUN: &str = "school";

impl Records {
    /// All schools, mine first.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn schools(&self) -> Result<Vec<School>, Error> {
        self.all(include_str!("list.sql"), &[], read)
    }

    /// One school.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn school(&self, id: SchoolId) -> Result<Option<School>, Error> {
        self.first(include_str!("get.sql"), &[(":id", &id.to_string())], read)
    }

    /// The school that keeps these records; every ledger is made with one.
    ///
    /// # Errors
    /// `STORE-ABSENT` when there is none, or when it cannot be read.
    pub fn my_school(&self) -> Result<School, Error> {
        self.schools()?
            .into_iter()
            .find(|school| school.is_mine)
            .ok_or_else(|| self.absent("本校"))
    }
}

impl Tx<'_> {
    /// Adds a school.
    ///
    /// # Errors
    /// `STORE-REFUSED` when there is one of that name, or when it would be a second school of mine.
    pub fn add_school(&self, school: &School) -> Result<(), Error> {
        self.require_alone(school)?;
        let after = fields(school);
        self.write(include_str!("add.sql"), &after)?;
        self.record(
            NOUN,
            &school.id.to_string(),
            &school.name,
            None,
            Some(&after),
        );
        Ok(())
    }

    /// Changes a school.
    ///
    /// # Errors
    /// As [`Self::add_school`]; `STORE-ABSENT` when it is not there.
    pub fn update_school(&self, school: &School) -> Result<(), Error> {
        let before = self.school(school.id)?.ok_or_else(|| self.absent("学校"))?;
        if before == *school {
            return Ok(());
        }
        self.require_alone(school)?;
        let (before, after) = (fields(&before), fields(school));
        self.write(include_str!("update.sql"), &after)?;
        self.record(
            NOUN,
            &school.id.to_string(),
            &school.name,
            Some(&before),
            Some(&after),
        );
        Ok(())
    }

    /// The name of a school, for the log.
    pub(crate) fn school_name(&self, id: SchoolId) -> Result<String, Error> {
        let school = self.school(id)?.ok_or_else(|| self.absent("学校"))?;
        Ok(school.name)
    }

    fn require_alone(&self, school: &School) -> Result<(), Error> {
        for other in self.schools()?.iter().filter(|other| other.id != school.id) {
            if other.name == school.name {
                return Err(Error::refused(
                    "SCHOOL-TWICE",
                    format!("“{}”已经登记过了", school.name),
                ));
            }
            if other.is_mine && school.is_mine {
                return Err(Error::refused(
                    "SCHOOL-MINE",
                    format!("本校已登记为“{}”，不能有两所本校", other.name),
                ));
            }
        }
        Ok(())
    }
}

fn fields(school: &School) -> Fields {
    let profile = &school.profile;
    Fields::new()
        .with_unlogged(":id", school.id.to_string())
        .with(":name", school.name.clone())
        .with(":short_name", school.short_name.clone())
        .with(":stage", school.stage.code().to_owned())
        .with(":principal", school.principal.clone())
        .with(":is_mine", school.is_mine)
        .with(":area", profile.area.map(|area| area.code().to_owned()))
        .with(":tier", profile.tier.map(|tier| tier.code().to_owned()))
        .with(
            ":quality",
            profile.quality.map(|quality| quality.code().to_owned()),
        )
        .with(
            ":remoteness",
            profile
                .remoteness
                .map(|remoteness| remoteness.code().to_owned()),
        )
        .with(":establishment", profile.establishment)
        .with(":on_establishment", profile.on_establishment)
        .with(":full_load_lessons", profile.full_load_lessons)
}

fn read(row: &Row<'_>) -> rusqlite::Result<School> {
    Ok(School {
        id: column::parsed(row, "id")?,
        name: row.get("name")?,
        short_name: row.get("short_name")?,
        stage: column::coded(row, "stage", Stage::from_code)?,
        principal: row.get("principal")?,
        is_mine: row.get("is_mine")?,
        profile: SchoolProfile {
            area: column::coded_or_none(row, "area", Area::from_code)?,
            tier: column::coded_or_none(row, "tier", Tier::from_code)?,
            quality: column::coded_or_none(row, "quality", Quality::from_code)?,
            remoteness: column::coded_or_none(row, "remoteness", Remoteness::from_code)?,
            establishment: row.get("establishment")?,
            on_establishment: row.get("on_establishment")?,
            full_load_lessons: row.get("full_load_lessons")?,
        },
    })
}
