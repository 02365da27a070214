//! Exemptions as they are kept.
//!
//! Must never: let the kind, the proof or the consent into the log. They speak of a person's health, and the
//! log is for good.

use rusqlite::Row;

use domain::exemption::{Consent, Exemption, ExemptionKind, ProofKind, ProofSeen};
use domain::id::{ExemptionId, TeacherId};
use domain::year::SchoolYear;

use crate::column;
use crate::error::Error;
use crate::field::Fields;
use crate::records::Records;
use crate::tx::Tx;

const NOUN: &str = "exemption";

impl Records {
    /// The exemptions of a school year, in the order of the teachers' names.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn exemptions(&self, year: SchoolYear) -> Result<Vec<Exemption>, Error> {
        self.all(
            include_str!("list_of_year.sql"),
            &[(":year", &year.first_year())],
            read,
        )
    }

    /// One exemption.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn exemption(&self, id: ExemptionId) -> Result<Option<Exemption>, Error> {
        self.first(include_str!("get.sql"), &[(":id", &id.to_string())], read)
    }

    /// All exemptions of one teacher.
    pub(crate) fn exemptions_of(&self, teacher: TeacherId) -> Result<Vec<Exemption>, Error> {
        self.all(
            include_str!("list_of_teacher.sql"),
            &[(":teacher_id", &teacher.to_string())],
            read,
        )
    }
}

impl Tx<'_> {
    /// Adds an exemption.
    ///
    /// # Errors
    /// `STORE-ABSENT` when the teacher is not there.
    pub fn add_exemption(&self, exemption: &Exemption) -> Result<(), Error> {
        let name = self.teacher_name(exemption.teacher)?;
        let after = fields(exemption);
        self.write(include_str!("add.sql"), &after)?;
        self.record(NOUN, &exemption.id.to_string(), &name, None, Some(&after));
        Ok(())
    }

    /// Changes an exemption.
    ///
    /// # Errors
    /// `STORE-ABSENT` when it or the teacher is not there.
    pub fn update_exemption(&self, exemption: &Exemption) -> Result<(), Error> {
        let before = self
            .exemption(exemption.id)?
            .ok_or_else(|| self.absent("暂不列入记录"))?;
        if before == *exemption {
            return Ok(());
        }
        let name = self.teacher_name(exemption.teacher)?;
        let (before, after) = (fields(&before), fields(exemption));
        self.write(include_str!("update.sql"), &after)?;
        self.record(
            NOUN,
            &exemption.id.to_string(),
            &name,
            Some(&before),
            Some(&after),
        );
        Ok(())
    }

    /// Deletes an exemption.
    ///
    /// # Errors
    /// `STORE-ABSENT` when it is not there.
    pub fn remove_exemption(&self, id: ExemptionId) -> Result<(), Error> {
        let exemption = self
            .exemption(id)?
            .ok_or_else(|| self.absent("暂不列入记录"))?;
        let name = self.teacher_name(exemption.teacher)?;
        let id = id.to_string();
        self.execute(include_str!("remove.sql"), &[(":id", &id)])?;
        self.record(NOUN, &id, &name, Some(&fields(&exemption)), None);
        Ok(())
    }
}

fn fields(exemption: &Exemption) -> Fields {
    let proof = exemption.proof.as_ref();
    let consent = exemption.consent.as_ref();
    Fields::new()
        .with_unlogged(":id", exemption.id.to_string())
        .with(":teacher_id", exemption.teacher.to_string())
        .with(":year", exemption.year.first_year())
        .with_masked(":exemption_kind", exemption.kind.code().to_owned())
        .with(":applied_on", exemption.applied_on.to_string())
        .with_masked(
            ":proof_kind",
            proof.map(|proof| proof.kind.code().to_owned()),
        )
        .with_masked(":seen_on", proof.map(|proof| proof.seen_on.to_string()))
        .with_masked(":checked_by", proof.map(|proof| proof.checked_by.clone()))
        .with_masked(
            ":consent_document",
            consent.map(|consent| consent.document.clone()),
        )
        .with_masked(":consent_on", consent.map(|consent| consent.on.to_string()))
}

fn read(row: &Row<'_>) -> rusqlite::Result<Exemption> {
    let proof = match column::coded_or_none(row, "proof_kind", ProofKind::from_code)? {
        Some(kind) => Some(ProofSeen {
            kind,
            seen_on: column::day(row, "seen_on")?,
            checked_by: row.get("checked_by")?,
        }),
        None => None,
    };
    let consent = match column::day_or_none(row, "consent_on")? {
        Some(on) => Some(Consent {
            document: row.get("consent_document")?,
            on,
        }),
        None => None,
    };
    Ok(Exemption {
        id: column::parsed(row, "id")?,
        teacher: column::parsed(row, "teacher_id")?,
        year: column::year(row, "year")?,
        kind: column::coded(row, "exemption_kind", ExemptionKind::from_code)?,
        applied_on: column::day(row, "applied_on")?,
        proof,
        consent,
    })
}
