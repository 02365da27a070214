//! Where a teacher stands in his school and where he has worked before, read and written.

use std::collections::BTreeMap;

use rusqlite::Row;

use domain::id::TeacherId;
use domain::teacher::{Cadre, Service, ServiceKind, Standing, Teacher};

use crate::column;
use crate::error::Error;
use crate::field::Fields;
use crate::records::Records;
use crate::tx::Tx;

impl Records {
    /// Gives each teacher of a long list his services: one query for all of them.
    pub(super) fn with_all_services(
        &self,
        mut teachers: Vec<Teacher>,
    ) -> Result<Vec<Teacher>, Error> {
        let mut services: BTreeMap<TeacherId, Vec<Service>> = BTreeMap::new();
        for (teacher, service) in self.all(include_str!("list_services.sql"), &[], read_service)? {
            services.entry(teacher).or_default().push(service);
        }
        for teacher in &mut teachers {
            teacher.record.standing.services = services.remove(&teacher.id).unwrap_or_default();
        }
        Ok(teachers)
    }

    /// Gives one teacher his services.
    pub(super) fn with_services(&self, mut teacher: Teacher) -> Result<Teacher, Error> {
        let services = self.all(
            include_str!("list_services_of.sql"),
            &[(":id", &teacher.id.to_string())],
            read_service,
        )?;
        teacher.record.standing.services = services.into_iter().map(|(_, one)| one).collect();
        Ok(teacher)
    }
}

impl Tx<'_> {
    pub(super) fn write_services(&self, teacher: &Teacher) -> Result<(), Error> {
        let id = teacher.id.to_string();
        self.execute(include_str!("clear_services.sql"), &[(":id", &id)])?;
        for (place, service) in (0_i64..).zip(&teacher.record.standing.services) {
            let fields = Fields::new()
                .with(":teacher_id", id.clone())
                .with(":place", place)
                .with(":school", service.school.clone())
                .with(":service_kind", service.kind.code().to_owned())
                .with(":from_on", service.from.to_string())
                .with(":to_on", service.to.map(|day| day.to_string()))
                .with(":is_rural", service.is_rural);
            self.execute(include_str!("add_service.sql"), &fields.bound())?;
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

/// What the log shows of the services, which have no ids of their own: each by its number.
pub(super) fn shown(services: &[Service]) -> Fields {
    (1..)
        .zip(services)
        .fold(Fields::new(), |fields, (number, service)| {
            let place = format!("services.{number}");
            fields
                .with(format!("{place}.school"), service.school.clone())
                .with(format!("{place}.kind"), service.kind.code().to_owned())
                .with(format!("{place}.from"), service.from.to_string())
                .with(format!("{place}.to"), service.to.map(|day| day.to_string()))
                .with(format!("{place}.is_rural"), service.is_rural)
        })
}

/// The standing without the services.
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
        services: Vec::new(),
    })
}

fn read_service(row: &Row<'_>) -> rusqlite::Result<(TeacherId, Service)> {
    let service = Service {
        school: row.get("school")?,
        kind: column::coded(row, "service_kind", ServiceKind::from_code)?,
        from: column::day(row, "from_on")?,
        to: column::day_or_none(row, "to_on")?,
        is_rural: row.get("is_rural")?,
    };
    Ok((column::parsed(row, "teacher_id")?, service))
}
