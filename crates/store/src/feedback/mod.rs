//! Feedback and its items as they are kept.

mod item;

use rusqlite::Row;

use domain::feedback::{Feedback, FeedbackKind, FeedbackSheet, Recommendation};
use domain::id::{AssignmentId, FeedbackId};

use crate::column;
use crate::error::Error;
use crate::field::Fields;
use crate::records::Records;
use crate::tx::Tx;

const NOUN: &str = "feedback";

/// One column for each aspect that is rated.
const SATISFACTION: [&str; 6] = [
    ":satisfaction_1",
    ":satisfaction_2",
    ":satisfaction_3",
    ":satisfaction_4",
    ":satisfaction_5",
    ":satisfaction_6",
];

impl Records {
    /// All feedback, by its day.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn feedback(&self) -> Result<Vec<Feedback>, Error> {
        let feedback = self.all(include_str!("list.sql"), &[], read)?;
        self.with_items(feedback)
    }

    /// All feedback on an assignment, by its day.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn feedback_of(&self, assignment: AssignmentId) -> Result<Vec<Feedback>, Error> {
        let feedback = self.all(
            include_str!("list_of_assignment.sql"),
            &[(":assignment_id", &assignment.to_string())],
            read,
        )?;
        self.with_items(feedback)
    }

    /// One feedback.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn feedback_by_id(&self, id: FeedbackId) -> Result<Option<Feedback>, Error> {
        let feedback = self.all(include_str!("get.sql"), &[(":id", &id.to_string())], read)?;
        Ok(self.with_items(feedback)?.into_iter().next())
    }

    fn with_items(&self, feedback: Vec<Feedback>) -> Result<Vec<Feedback>, Error> {
        feedback
            .into_iter()
            .map(|feedback| {
                Ok(Feedback {
                    items: self.items_of(feedback.id)?,
                    ..feedback
                })
            })
            .collect()
    }
}

impl Tx<'_> {
    /// Adds a feedback with its items.
    ///
    /// # Errors
    /// `STORE-ABSENT` when the assignment is not there.
    pub fn add_feedback(&self, feedback: &Feedback) -> Result<(), Error> {
        let name = self.name_of(feedback.assignment)?;
        self.write(include_str!("add.sql"), &fields(feedback))?;
        self.write_items(feedback)?;
        self.record(
            NOUN,
            &feedback.id.to_string(),
            &name,
            None,
            Some(&shown(feedback)),
        );
        Ok(())
    }

    /// Changes a feedback; its items become exactly the given ones.
    ///
    /// # Errors
    /// `STORE-ABSENT` when it or the assignment is not there.
    pub fn update_feedback(&self, feedback: &Feedback) -> Result<(), Error> {
        let before = self
            .feedback_by_id(feedback.id)?
            .ok_or_else(|| self.absent("反馈"))?;
        if before == *feedback {
            return Ok(());
        }
        let name = self.name_of(feedback.assignment)?;
        self.write(include_str!("update.sql"), &fields(feedback))?;
        self.write_items(feedback)?;
        self.record(
            NOUN,
            &feedback.id.to_string(),
            &name,
            Some(&shown(&before)),
            Some(&shown(feedback)),
        );
        Ok(())
    }

    /// Deletes a feedback and its items.
    ///
    /// # Errors
    /// `STORE-ABSENT` when it is not there.
    pub fn remove_feedback(&self, id: FeedbackId) -> Result<(), Error> {
        let before = self
            .feedback_by_id(id)?
            .ok_or_else(|| self.absent("反馈"))?;
        let name = self.name_of(before.assignment)?;
        let id = id.to_string();
        self.execute(include_str!("remove.sql"), &[(":id", &id)])?;
        self.record(NOUN, &id, &name, Some(&shown(&before)), None);
        Ok(())
    }
}

/// The row and, each under its own id, the items: what the log shows.
fn shown(feedback: &Feedback) -> Fields {
    feedback
        .items
        .iter()
        .fold(fields(feedback), |fields, item| {
            fields.with_all(item::shown(item))
        })
}

fn fields(feedback: &Feedback) -> Fields {
    let sheet = &feedback.sheet;
    let fields = Fields::new()
        .with_unlogged(":id", feedback.id.to_string())
        .with(":assignment_id", feedback.assignment.to_string())
        .with(":kind", sheet.kind.code().to_owned())
        .with(":given_on", sheet.on.to_string())
        .with(":given_by", sheet.from.clone())
        .with(":contributions", sheet.contributions.clone())
        .with(":changes", sheet.changes.clone())
        .with(":requests", sheet.requests.clone())
        .with(
            ":recommendation",
            sheet.recommendation.map(|r| r.code().to_owned()),
        );
    SATISFACTION
        .into_iter()
        .zip(sheet.satisfaction)
        .fold(fields, |fields, (name, answer)| fields.with(name, answer))
}

/// A feedback without its items.
fn read(row: &Row<'_>) -> rusqlite::Result<Feedback> {
    let mut satisfaction = [None; 6];
    for (answer, name) in satisfaction.iter_mut().zip(SATISFACTION) {
        *answer = row.get(name.trim_start_matches(':'))?;
    }
    Ok(Feedback {
        id: column::parsed(row, "id")?,
        assignment: column::parsed(row, "assignment_id")?,
        sheet: FeedbackSheet {
            kind: column::coded(row, "kind", FeedbackKind::from_code)?,
            on: column::day(row, "given_on")?,
            from: row.get("given_by")?,
            satisfaction,
            contributions: row.get("contributions")?,
            changes: row.get("changes")?,
            requests: row.get("requests")?,
            recommendation: column::coded_or_none(
                row,
                "recommendation",
                Recommendation::from_code,
            )?,
        },
        items: Vec::new(),
    })
}
