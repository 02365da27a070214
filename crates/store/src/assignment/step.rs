//! The steps of an assignment, in their order, with the posts that they put in place of others, read and written.

use std::collections::BTreeMap;

use rusqlite::Row;

use domain::assignment::{Assignment, Event, Mode, Post, PostMode, Signatures, Step, StepForm};
use domain::exemption::Consent;
use domain::id::AssignmentId;
use domain::year::SchoolYear;

use crate::column;
use crate::error::Error;
use crate::field::Fields;
use crate::records::Records;
use crate::tx::Tx;

/// A post, by its assignment, the place of its step and whether it stood before it.
type Posts = BTreeMap<(AssignmentId, i64, bool), Post>;

impl Records {
    pub(super) fn all_steps(&self) -> Result<BTreeMap<AssignmentId, Vec<Step>>, Error> {
        let mut posts = self.all(include_str!("list_posts.sql"), &[], read_post)?;
        let rows = self.all(include_str!("list_steps.sql"), &[], read)?;
        let mut posts: Posts = posts.drain(..).collect();
        let mut steps: BTreeMap<AssignmentId, Vec<Step>> = BTreeMap::new();
        for (assignment, place, step) in rows {
            let step = with_posts(step, &mut posts, (assignment, place));
            steps.entry(assignment).or_default().push(step);
        }
        Ok(steps)
    }

    pub(super) fn steps_of(&self, id: AssignmentId) -> Result<Vec<Step>, Error> {
        let key = id.to_string();
        let posts = self.all(
            include_str!("list_posts_of.sql"),
            &[(":id", &key)],
            read_post,
        )?;
        let rows = self.all(include_str!("list_steps_of.sql"), &[(":id", &key)], read)?;
        let mut posts: Posts = posts.into_iter().collect();
        Ok(rows
            .into_iter()
            .map(|(assignment, place, step)| with_posts(step, &mut posts, (assignment, place)))
            .collect())
    }
}

fn with_posts(mut step: Step, posts: &mut Posts, (id, place): (AssignmentId, i64)) -> Step {
    step.form.post = posts.remove(&(id, place, false));
    step.post_before = posts.remove(&(id, place, true));
    step
}

impl Tx<'_> {
    pub(super) fn write_steps(&self, assignment: &Assignment) -> Result<(), Error> {
        let id = assignment.id.to_string();
        self.execute(include_str!("clear_steps.sql"), &[(":id", &id)])?;
        for (place, step) in (0_i64..).zip(&assignment.steps) {
            let key = |fields: Fields| {
                fields
                    .with(":assignment_id", id.clone())
                    .with(":place", place)
            };
            self.execute(include_str!("add_step.sql"), &key(fields(step)).bound())?;
            let posts = [(true, &step.post_before), (false, &step.form.post)];
            for (is_before, post) in posts {
                let Some(post) = post else { continue };
                let row = key(post_fields(post)).with(":is_before", is_before);
                self.execute(include_str!("add_post.sql"), &row.bound())?;
            }
        }
        Ok(())
    }
}

/// What the log shows of the steps: each by its number.
pub(super) fn shown(steps: &[Step]) -> Fields {
    (1..).zip(steps).fold(Fields::new(), |all, (number, step)| {
        let name = format!("steps.{number}");
        let mut all = all.with_all(fields(step).named_under(&name));
        if let Some(post) = &step.form.post {
            all = all.with_all(post_fields(post).named_under(&format!("{name}.post")));
        }
        all
    })
}

fn fields(step: &Step) -> Fields {
    let form = &step.form;
    let document = |paper: &Option<Consent>| paper.as_ref().map(|paper| paper.document.clone());
    let dated = |paper: &Option<Consent>| paper.as_ref().map(|paper| paper.on.to_string());
    let signed = form.signatures.as_ref();
    Fields::new()
        .with(":event", form.event.code().to_owned())
        .with(":happened_on", form.on.to_string())
        .with(":said_by", form.by.clone())
        .with(":reason", form.reason.clone())
        .with(":approval_document", document(&form.approval))
        .with(":approved_on", dated(&form.approval))
        .with(
            ":teacher_signed_on",
            signed.map(|one| one.teacher_on.to_string()),
        )
        .with(":host_signer", signed.map(|one| one.host.clone()))
        .with(":host_signed_on", signed.map(|one| one.host_on.to_string()))
        .with(":sending_signer", signed.map(|one| one.sending.clone()))
        .with(
            ":sending_signed_on",
            signed.map(|one| one.sending_on.to_string()),
        )
        .with(":until_on", form.until.map(|day| day.to_string()))
        .with(":notice_document", document(&form.notice))
        .with(":noticed_on", dated(&form.notice))
        .with(":second_person", form.second.clone())
        .with(":appraisal_id", form.appraisal.map(|id| id.to_string()))
        .with(":year", form.year.map(SchoolYear::first_year))
        .with(":planned_end_before", step.planned_end_before.to_string())
        .with(
            ":actual_end_before",
            step.actual_end_before.map(|day| day.to_string()),
        )
}

fn post_fields(post: &Post) -> Fields {
    Fields::new()
        .with(":mode", post.mode.code().to_owned())
        .with(":post_mode", post.post_mode.code().to_owned())
        .with(":subject", post.subject.clone())
        .with(":classes", post.classes.clone())
        .with(":weekly_lessons", post.weekly_lessons)
        .with(":is_homeroom", post.is_homeroom)
}

fn paper(row: &Row<'_>, document: &str, on: &str) -> rusqlite::Result<Option<Consent>> {
    Ok(match column::day_or_none(row, on)? {
        None => None,
        Some(on) => Some(Consent {
            document: row.get(document)?,
            on,
        }),
    })
}

/// A step without its posts.
fn read(row: &Row<'_>) -> rusqlite::Result<(AssignmentId, i64, Step)> {
    let signatures = match column::day_or_none(row, "teacher_signed_on")? {
        None => None,
        Some(teacher_on) => Some(Signatures {
            teacher_on,
            host: row.get("host_signer")?,
            host_on: column::day(row, "host_signed_on")?,
            sending: row.get("sending_signer")?,
            sending_on: column::day(row, "sending_signed_on")?,
        }),
    };
    let year: Option<i32> = row.get("year")?;
    let year = year.map(|_| column::year(row, "year")).transpose()?;
    let form = StepForm {
        event: column::coded(row, "event", Event::from_code)?,
        on: column::day(row, "happened_on")?,
        by: row.get("said_by")?,
        reason: row.get("reason")?,
        approval: paper(row, "approval_document", "approved_on")?,
        signatures,
        until: column::day_or_none(row, "until_on")?,
        post: None,
        notice: paper(row, "notice_document", "noticed_on")?,
        second: row.get("second_person")?,
        appraisal: column::parsed_or_none(row, "appraisal_id")?,
        year,
    };
    Ok((
        column::parsed(row, "assignment_id")?,
        row.get("place")?,
        Step {
            form,
            planned_end_before: column::day(row, "planned_end_before")?,
            actual_end_before: column::day_or_none(row, "actual_end_before")?,
            post_before: None,
        },
    ))
}

fn read_post(row: &Row<'_>) -> rusqlite::Result<((AssignmentId, i64, bool), Post)> {
    Ok((
        (
            column::parsed(row, "assignment_id")?,
            row.get("place")?,
            row.get("is_before")?,
        ),
        Post {
            mode: column::coded(row, "mode", Mode::from_code)?,
            post_mode: column::coded(row, "post_mode", PostMode::from_code)?,
            subject: row.get("subject")?,
            classes: row.get("classes")?,
            weekly_lessons: row.get("weekly_lessons")?,
            is_homeroom: row.get("is_homeroom")?,
        },
    ))
}
