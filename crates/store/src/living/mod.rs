//! Living conditions as they are kept.

use rusqlite::Row;

use domain::assignment::living::{LivingItem, LivingKind};
use domain::id::{AssignmentId, LivingId};

use crate::column;
use crate::error::Error;
use crate::field::Fields;
use crate::records::Records;
use crate::tx::Tx;

const NOUN: &str = "living_item";

impl Records {
    /// All of them, by posting and day.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn living_items(&self) -> Result<Vec<LivingItem>, Error> {
        self.all(include_str!("list.sql"), &[], read)
    }

    /// Those of one posting, by posting and day.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn living_items_of(&self, assignment: AssignmentId) -> Result<Vec<LivingItem>, Error> {
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
    pub fn living_item(&self, id: LivingId) -> Result<Option<LivingItem>, Error> {
        self.first(include_str!("get.sql"), &[(":id", &id.to_string())], read)
    }
}

impl Tx<'_> {
    /// Adds one.
    ///
    /// # Errors
    /// `STORE-ABSENT` when the posting is not there.
    pub fn add_living_item(&self, new: &LivingItem) -> Result<(), Error> {
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
    pub fn update_living_item(&self, changed: &LivingItem) -> Result<(), Error> {
        let before = self
            .living_item(changed.id)?
            .ok_or_else(|| self.absent("生活保障事项"))?;
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
    pub fn remove_living_item(&self, id: LivingId) -> Result<(), Error> {
        let gone = self
            .living_item(id)?
            .ok_or_else(|| self.absent("生活保障事项"))?;
        let name = self.name_of(gone.assignment)?;
        let id = id.to_string();
        self.execute(include_str!("remove.sql"), &[(":id", &id)])?;
        self.record(NOUN, &id, &name, Some(&fields(&gone)), None);
        Ok(())
    }
}

fn fields(item: &LivingItem) -> Fields {
    Fields::new()
        .with_unlogged(":id", item.id.to_string())
        .with(":assignment_id", item.assignment.to_string())
        .with(":living_kind", item.kind.code().to_owned())
        .with(":problem", item.problem.clone())
        .with(":owner", item.owner.clone())
        .with(":raised_on", item.raised_on.to_string())
        .with(":due_on", item.due_on.map(|day| day.to_string()))
        .with(":help", item.help.clone())
        .with(":closed_on", item.closed_on.map(|day| day.to_string()))
}

fn read(row: &Row<'_>) -> rusqlite::Result<LivingItem> {
    Ok(LivingItem {
        id: column::parsed(row, "id")?,
        assignment: column::parsed(row, "assignment_id")?,
        kind: column::coded(row, "living_kind", LivingKind::from_code)?,
        problem: row.get("problem")?,
        owner: row.get("owner")?,
        raised_on: column::day(row, "raised_on")?,
        due_on: column::day_or_none(row, "due_on")?,
        help: row.get("help")?,
        closed_on: column::day_or_none(row, "closed_on")?,
    })
}
