//! Benefits, due and paid, as they are kept.

use rusqlite::Row;

use domain::benefit::{Benefit, BenefitKind};
use domain::id::{AssignmentId, BenefitId};
use domain::money::Fen;

use crate::column;
use crate::error::Error;
use crate::field::Fields;
use crate::records::Records;
use crate::tx::Tx;

const NOUN: &str = "benefit";

impl Records {
    /// All of them, by posting, day and kind.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn benefits(&self) -> Result<Vec<Benefit>, Error> {
        self.all(include_str!("list.sql"), &[], read)
    }

    /// Those of one posting, by posting, day and kind.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn benefits_of(&self, assignment: AssignmentId) -> Result<Vec<Benefit>, Error> {
        self.all(
            include_str!("list_of_assignment.sql"),
            &[(":assignment_id", &assignment.to_string())],
            read,
        )
    }

    /// One of them.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn benefit(&self, id: BenefitId) -> Result<Option<Benefit>, Error> {
        self.first(include_str!("get.sql"), &[(":id", &id.to_string())], read)
    }
}

impl Tx<'_> {
    /// Adds one.
    ///
    /// # Errors
    /// `STORE-ABSENT` when the posting is not there.
    pub fn add_benefit(&self, new: &Benefit) -> Result<(), Error> {
        let name = self.name_of(new.assignment)?;
        let after = fields(new);
        self.write(include_str!("add.sql"), &after)?;
        self.record(NOUN, &new.id.to_string(), &name, None, Some(&after));
        Ok(())
    }

    /// Changes one.
    ///
    /// # Errors
    /// `STORE-ABSENT` when it or the posting is not there.
    pub fn update_benefit(&self, changed: &Benefit) -> Result<(), Error> {
        let before = self
            .benefit(changed.id)?
            .ok_or_else(|| self.absent("待遇记录"))?;
        if before == *changed {
            return Ok(());
        }
        let name = self.name_of(changed.assignment)?;
        let (before, after) = (fields(&before), fields(changed));
        self.write(include_str!("update.sql"), &after)?;
        self.record(
            NOUN,
            &changed.id.to_string(),
            &name,
            Some(&before),
            Some(&after),
        );
        Ok(())
    }

    /// Deletes one.
    ///
    /// # Errors
    /// `STORE-ABSENT` when it is not there.
    pub fn remove_benefit(&self, id: BenefitId) -> Result<(), Error> {
        let gone = self.benefit(id)?.ok_or_else(|| self.absent("待遇记录"))?;
        let name = self.name_of(gone.assignment)?;
        let id = id.to_string();
        self.execute(include_str!("remove.sql"), &[(":id", &id)])?;
        self.record(NOUN, &id, &name, Some(&fields(&gone)), None);
        Ok(())
    }
}

fn fields(benefit: &Benefit) -> Fields {
    Fields::new()
        .with_unlogged(":id", benefit.id.to_string())
        .with(":assignment_id", benefit.assignment.to_string())
        .with(":benefit_kind", benefit.kind.code().to_owned())
        .with(":from_on", benefit.from.to_string())
        .with(":to_on", benefit.to.to_string())
        .with(":due_fen", benefit.due.map(Fen::fen))
        .with(":basis", benefit.basis.clone())
        .with(":paid_fen", benefit.paid.map(Fen::fen))
        .with(":paid_on", benefit.paid_on.map(|day| day.to_string()))
        .with(":note", benefit.note.clone())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Benefit> {
    let due: Option<i64> = row.get("due_fen")?;
    let paid: Option<i64> = row.get("paid_fen")?;
    Ok(Benefit {
        id: column::parsed(row, "id")?,
        assignment: column::parsed(row, "assignment_id")?,
        kind: column::coded(row, "benefit_kind", BenefitKind::from_code)?,
        from: column::day(row, "from_on")?,
        to: column::day(row, "to_on")?,
        due: due.map(Fen::new),
        basis: row.get("basis")?,
        paid: paid.map(Fen::new),
        paid_on: column::day_or_none(row, "paid_on")?,
        note: row.get("note")?,
    })
}
