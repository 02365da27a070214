//! Swaps as they are kept, with the postings that belong to each.

use std::collections::BTreeMap;

use rusqlite::Row;

use domain::id::{AssignmentId, SwapId};
use domain::swap::{Replacement, Swap, SwapKind};

use crate::column;
use crate::error::Error;
use crate::field::Fields;
use crate::records::Records;
use crate::tx::Tx;

const NOUN: &str = "swap";

impl Records {
    /// All swaps, oldest first.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn swaps(&self) -> Result<Vec<Swap>, Error> {
        let mut members: BTreeMap<SwapId, Vec<AssignmentId>> = BTreeMap::new();
        for (swap, assignment) in self.all(include_str!("list_members.sql"), &[], read_member)? {
            members.entry(swap).or_default().push(assignment);
        }
        let mut swaps = self.all(include_str!("list.sql"), &[], read)?;
        for swap in &mut swaps {
            swap.members = members.remove(&swap.id).unwrap_or_default();
        }
        Ok(swaps)
    }

    /// One swap.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn swap(&self, id: SwapId) -> Result<Option<Swap>, Error> {
        let key = id.to_string();
        let Some(mut swap) = self.first(include_str!("get.sql"), &[(":id", &key)], read)? else {
            return Ok(None);
        };
        let members = self.all(
            include_str!("list_members_of.sql"),
            &[(":id", &key)],
            read_member,
        )?;
        swap.members = members.into_iter().map(|(_, member)| member).collect();
        Ok(Some(swap))
    }
}

impl Tx<'_> {
    /// Adds a swap.
    ///
    /// # Errors
    /// `STORE-ABSENT` when a posting is not there.
    pub fn add_swap(&self, swap: &Swap) -> Result<(), Error> {
        let names = self.names_of_members(swap)?;
        self.write(include_str!("add.sql"), &fields(swap))?;
        self.write_members(swap)?;
        self.record(NOUN, &swap.id.to_string(), &names, None, Some(&shown(swap)));
        Ok(())
    }

    /// Changes a swap; its postings become exactly the given ones.
    ///
    /// # Errors
    /// `STORE-ABSENT` when it or a posting is not there.
    pub fn update_swap(&self, swap: &Swap) -> Result<(), Error> {
        let before = self
            .swap(swap.id)?
            .ok_or_else(|| self.absent("互派或置换"))?;
        if before == *swap {
            return Ok(());
        }
        let names = self.names_of_members(swap)?;
        self.write(include_str!("update.sql"), &fields(swap))?;
        self.write_members(swap)?;
        self.record(
            NOUN,
            &swap.id.to_string(),
            &names,
            Some(&shown(&before)),
            Some(&shown(swap)),
        );
        Ok(())
    }

    /// Deletes a swap; its postings stay.
    ///
    /// # Errors
    /// `STORE-ABSENT` when it is not there.
    pub fn remove_swap(&self, id: SwapId) -> Result<(), Error> {
        let swap = self.swap(id)?.ok_or_else(|| self.absent("互派或置换"))?;
        let names = self.names_of_members(&swap)?;
        let id = id.to_string();
        self.execute(include_str!("remove.sql"), &[(":id", &id)])?;
        self.record(NOUN, &id, &names, Some(&shown(&swap)), None);
        Ok(())
    }

    fn names_of_members(&self, swap: &Swap) -> Result<String, Error> {
        let names: Result<Vec<String>, Error> =
            swap.members.iter().map(|id| self.name_of(*id)).collect();
        Ok(names?.join("、"))
    }

    fn write_members(&self, swap: &Swap) -> Result<(), Error> {
        let id = swap.id.to_string();
        self.execute(include_str!("clear_members.sql"), &[(":id", &id)])?;
        for (place, member) in (0_i64..).zip(&swap.members) {
            self.execute(
                include_str!("add_member.sql"),
                &[
                    (":swap_id", &id),
                    (":place", &place),
                    (":assignment_id", &member.to_string()),
                ],
            )?;
        }
        Ok(())
    }
}

/// The row and the postings: what the log shows.
fn shown(swap: &Swap) -> Fields {
    (1..)
        .zip(&swap.members)
        .fold(fields(swap), |fields, (number, member)| {
            fields.with(format!("members.{number}"), member.to_string())
        })
}

fn fields(swap: &Swap) -> Fields {
    let replacement = swap.replacement.as_ref();
    Fields::new()
        .with_unlogged(":id", swap.id.to_string())
        .with(":swap_kind", swap.kind.code().to_owned())
        .with(":released", replacement.map(|one| one.released.clone()))
        .with(":study", replacement.map(|one| one.study.clone()))
        .with(
            ":study_from",
            replacement.map(|one| one.study_from.to_string()),
        )
        .with(":study_to", replacement.map(|one| one.study_to.to_string()))
        .with(":college", replacement.map(|one| one.college.clone()))
        .with(":interns", replacement.and_then(|one| one.interns))
}

/// A swap without its postings.
fn read(row: &Row<'_>) -> rusqlite::Result<Swap> {
    let replacement = match column::day_or_none(row, "study_from")? {
        None => None,
        Some(study_from) => Some(Replacement {
            released: row.get("released")?,
            study: row.get("study")?,
            study_from,
            study_to: column::day(row, "study_to")?,
            college: row.get("college")?,
            interns: row.get("interns")?,
        }),
    };
    Ok(Swap {
        id: column::parsed(row, "id")?,
        kind: column::coded(row, "swap_kind", SwapKind::from_code)?,
        members: Vec::new(),
        replacement,
    })
}

fn read_member(row: &Row<'_>) -> rusqlite::Result<(SwapId, AssignmentId)> {
    Ok((
        column::parsed(row, "swap_id")?,
        column::parsed(row, "assignment_id")?,
    ))
}
