//! Where a teacher stands in his school and where he has worked before, read and written.

use std::collections::BTreeMap;

use rusqlite::Row;

use domain::id::TeacherId;
use domain::teacher::{Cadre, CareerEntry, CareerKind, Standing, Teacher};

use crate::column;
use crate::error::Error;
use crate::field::Fields;
use crate::records::Records;
use crate::tx::Tx;

impl Records {
    /// Gives each teacher of a long list his career: one query for all of them.
    pub(super) fn with_all_careers(
        &self,
        mut teachers: Vec<Teacher>,
    ) -> Result<Vec<Teacher>, Error> {
        let mut career: BTreeMap<TeacherId, Vec<CareerEntry>> = BTreeMap::new();
        for (teacher, entry) in self.all(include_str!("list_careers.sql"), &[], read_entry)? {
            career.entry(teacher).or_default().push(entry);
        }
        for teacher in &mut teachers {
            teacher.record.standing.career = career.remove(&teacher.id).unwrap_or_default();
        }
        Ok(teachers)
    }

    /// Gives one teacher his career.
    pub(super) fn with_career(&self, mut teacher: Teacher) -> Result<Teacher, Error> {
        let career = self.all(
            include_str!("list_career_of.sql"),
            &[(":id", &teacher.id.to_string())],
            read_entry,
        )?;
        teacher.record.standing.career = career.into_iter().map(|(_, one)| one).collect();
        Ok(teacher)
    }
}

impl Tx<'_> {
    pub(super) fn write_career(&self, teacher: &Teacher) -> Result<(), Error> {
        let id = teacher.id.to_string();
        self.execute(include_str!("clear_career.sql"), &[(":id", &id)])?;
        for (place, entry) in (0_i64..).zip(&teacher.record.standing.career) {
            let fields = Fields::new()
                .with(":teacher_id", id.clone())
                .with(":place", place)
                .with(":school", entry.school.clone())
                .with(":career_kind", entry.kind.code().to_owned())
                .with(":from_on", entry.from.to_string())
                .with(":to_on", entry.to.map(|day| day.to_string()))
                .with(":is_rural", entry.is_rural);
            self.execute(include_str!("add_entry.sql"), &fields.bound())?;
        }
        Ok(())
    }
}

/// The columns of the teacher's own row.
pub(super) fn fields(standing: &Standing) -> Fields {
    Fields::new()
        .with(
            ":home_school_id",
            standing.home_school.map(|school| school.to_string()),
        )
        .with(
            ":cadre",
            standing.cadre.map(|cadre| cadre.code().to_owned()),
        )
        .with(
            ":cadre_since",
            standing.cadre_since.map(|day| day.to_string()),
        )
        .with(":is_full_time", standing.is_full_time)
        .with(":certificate", standing.certificate.clone())
        .with(
            ":service_until",
            standing.service_until.map(|day| day.to_string()),
        )
        .with(":retire_on", standing.retire_on.map(|day| day.to_string()))
        .with(":weekly_lessons", standing.weekly_lessons)
}

/// What the log shows of the career, which have no ids of their own: each by its number.
pub(super) fn shown(career: &[CareerEntry]) -> Fields {
    (1..)
        .zip(career)
        .fold(Fields::new(), |fields, (number, entry)| {
            let place = format!("career.{number}");
            fields
                .with(format!("{place}.school"), entry.school.clone())
                .with(format!("{place}.kind"), entry.kind.code().to_owned())
                .with(format!("{place}.from"), entry.from.to_string())
                .with(format!("{place}.to"), entry.to.map(|day| day.to_string()))
                .with(format!("{place}.is_rural"), entry.is_rural)
        })
}

/// The standing without the career.
pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Standing> {
    Ok(Standing {
        home_school: column::parsed_or_none(row, "home_school_id")?,
        cadre: column::coded_or_none(row, "cadre", Cadre::from_code)?,
        cadre_since: column::day_or_none(row, "cadre_since")?,
        is_full_time: row.get("is_full_time")?,
        certificate: row.get("certificate")?,
        service_until: column::day_or_none(row, "service_until")?,
        retire_on: column::day_or_none(row, "retire_on")?,
        weekly_lessons: row.get("weekly_lessons")?,
        career: Vec::new(),
    })
}

fn read_entry(row: &Row<'_>) -> rusqlite::Result<(TeacherId, CareerEntry)> {
    let entry = CareerEntry {
        school: row.get("school")?,
        kind: column::coded(row, "career_kind", CareerKind::from_code)?,
        from: column::day(row, "from_on")?,
        to: column::day_or_none(row, "to_on")?,
        is_rural: row.get("is_rural")?,
    };
    Ok((column::parsed(row, "teacher_id")?, entry))
}
