//! The items of a feedback, read and written.

use rusqlite::Row;

use domain::feedback::{Feedback, FeedbackItem, ItemClass};
use domain::id::FeedbackId;

use crate::column;
use crate::error::Error;
use crate::field::Fields;
use crate::records::Records;
use crate::tx::Tx;

impl Records {
    pub(super) fn items_of(&self, feedback: FeedbackId) -> Result<Vec<FeedbackItem>, Error> {
        self.all(
            include_str!("list_items.sql"),
            &[(":id", &feedback.to_string())],
            read,
        )
    }
}

impl Tx<'_> {
    pub(super) fn write_items(&self, feedback: &Feedback) -> Result<(), Error> {
        let id = feedback.id.to_string();
        self.execute(include_str!("clear_items.sql"), &[(":id", &id)])?;
        for (place, item) in (0_i64..).zip(&feedback.items) {
            let fields = Fields::new()
                .with(":id", item.id.to_string())
                .with(":feedback_id", id.clone())
                .with(":place", place)
                .with(":class", item.class.code().to_owned())
                .with(":text", item.text.clone())
                .with(":owner", item.owner.clone())
                .with(":due_on", item.due_on.map(|day| day.to_string()))
                .with(":reply", item.reply.clone())
                .with(":closed_on", item.closed_on.map(|day| day.to_string()));
            self.execute(include_str!("add_item.sql"), &fields.bound())?;
        }
        Ok(())
    }
}

/// What the log shows of an item.
pub(super) fn shown(item: &FeedbackItem) -> Fields {
    let place = format!("items.{}", item.id);
    Fields::new()
        .with(format!("{place}.class"), item.class.code().to_owned())
        .with(format!("{place}.text"), item.text.clone())
        .with(format!("{place}.owner"), item.owner.clone())
        .with(
            format!("{place}.due_on"),
            item.due_on.map(|day| day.to_string()),
        )
        .with(format!("{place}.reply"), item.reply.clone())
        .with(
            format!("{place}.closed_on"),
            item.closed_on.map(|day| day.to_string()),
        )
}

fn read(row: &Row<'_>) -> rusqlite::Result<FeedbackItem> {
    Ok(FeedbackItem {
        id: column::parsed(row, "id")?,
        class: column::coded(row, "class", ItemClass::from_code)?,
        text: row.get("text")?,
        owner: row.get("owner")?,
        due_on: column::day_or_none(row, "due_on")?,
        reply: row.get("reply")?,
        closed_on: column::day_or_none(row, "closed_on")?,
    })
}
