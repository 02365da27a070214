//! Assignments as they are kept.

use rusqlite::Row;

use domain::assignment::{Assignment, AssignmentTerms, Mode, PostMode};
use domain::id::{AssignmentId, TeacherId};
use domain::refusal::Refusal;
use domain::year::SchoolYear;

use crate::column;
use crate::error::Error;
use crate::field::Fields;
use crate::records::Records;
use crate::tx::Tx;

const NOUN: &str = "assignment";

impl Records {
    /// All assignments, in the order of the teachers' names and then of their first days.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn assignments(&self) -> Result<Vec<Assignment>, Error> {
        self.all(include_str!("list.sql"), &[], read)
    }

    /// The assignments that have a day in a school year.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn assignments_of_year(&self, year: SchoolYear) -> Result<Vec<Assignment>, Error> {
        self.all(
            include_str!("list_of_year.sql"),
            &[
                (":first_day", &year.first_day().to_string()),
                (":last_day", &year.last_day().to_string()),
            ],
            read,
        )
    }

    /// All assignments of one teacher.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn assignments_of_teacher(&self, teacher: TeacherId) -> Result<Vec<Assignment>, Error> {
        self.all(
            include_str!("list_of_teacher.sql"),
            &[(":teacher_id", &teacher.to_string())],
            read,
        )
    }

    /// One assignment.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn assignment(&self, id: AssignmentId) -> Result<Option<Assignment>, Error> {
        self.first(include_str!("get.sql"), &[(":id", &id.to_string())], read)
    }

    /// The name of the teacher of an assignment, for the log.
    pub(crate) fn name_of(&self, assignment: AssignmentId) -> Result<String, Error> {
        let assignment = self
            .assignment(assignment)?
            .ok_or_else(|| self.absent("交流安排"))?;
        self.teacher_name(assignment.teacher)
    }
}

impl Tx<'_> {
    /// Adds an assignment.
    ///
    /// # Errors
    /// `STORE-ABSENT` when the teacher is not there.
    pub fn add_assignment(&self, assignment: &Assignment) -> Result<(), Error> {
        let name = self.teacher_name(assignment.teacher)?;
        let after = fields(assignment);
        self.write(include_str!("add.sql"), &after)?;
        self.record(NOUN, &assignment.id.to_string(), &name, None, Some(&after));
        Ok(())
    }

    /// Changes an assignment.
    ///
    /// # Errors
    /// `STORE-ABSENT` when it or the teacher is not there.
    pub fn update_assignment(&self, assignment: &Assignment) -> Result<(), Error> {
        let before = self
            .assignment(assignment.id)?
            .ok_or_else(|| self.absent("交流安排"))?;
        let name = self.teacher_name(assignment.teacher)?;
        let (before, after) = (fields(&before), fields(assignment));
        self.write(include_str!("update.sql"), &after)?;
        self.record(
            NOUN,
            &assignment.id.to_string(),
            &name,
            Some(&before),
            Some(&after),
        );
        Ok(())
    }

    /// Deletes an assignment that nothing refers to.
    ///
    /// # Errors
    /// `STORE-REFUSED` with every reason; `STORE-ABSENT` when it is not there.
    pub fn remove_assignment(&self, id: AssignmentId) -> Result<(), Error> {
        let assignment = self
            .assignment(id)?
            .ok_or_else(|| self.absent("交流安排"))?;
        let name = self.teacher_name(assignment.teacher)?;
        let id = id.to_string();
        let mut refusals = Vec::new();
        for (sql, what) in [
            (include_str!("count_appraisals.sql"), "考核记录"),
            (include_str!("count_feedback.sql"), "反馈"),
            (include_str!("count_reports.sql"), "已签发的报告"),
        ] {
            let count = self.count(sql, &[(":id", &id)])?;
            if count > 0 {
                refusals.push(Refusal::new(
                    "ASSIGNMENT-IN-USE",
                    format!("{name}的这条交流安排已有{count}份{what}，不能删除"),
                ));
            }
        }
        if !refusals.is_empty() {
            return Err(Error::Refused(refusals));
        }
        self.execute(include_str!("remove.sql"), &[(":id", &id)])?;
        self.record(NOUN, &id, &name, Some(&fields(&assignment)), None);
        Ok(())
    }
}

fn fields(assignment: &Assignment) -> Fields {
    let terms = &assignment.terms;
    Fields::new()
        .with_unlogged(":id", assignment.id.to_string())
        .with(":teacher_id", assignment.teacher.to_string())
        .with(":sending_school_id", assignment.sending_school.to_string())
        .with(":host_school_id", assignment.host_school.to_string())
        .with(":mode", terms.mode.code().to_owned())
        .with(":post_mode", terms.post_mode.code().to_owned())
        .with(":subject", terms.subject.clone())
        .with(":classes", terms.classes.clone())
        .with(":weekly_lessons", terms.weekly_lessons)
        .with(":is_homeroom", terms.is_homeroom)
        .with(":start_on", terms.start_on.to_string())
        .with(":planned_end_on", terms.planned_end_on.to_string())
        .with(
            ":actual_end_on",
            terms.actual_end_on.map(|day| day.to_string()),
        )
}

fn read(row: &Row<'_>) -> rusqlite::Result<Assignment> {
    Ok(Assignment {
        id: column::parsed(row, "id")?,
        teacher: column::parsed(row, "teacher_id")?,
        sending_school: column::parsed(row, "sending_school_id")?,
        host_school: column::parsed(row, "host_school_id")?,
        terms: AssignmentTerms {
            mode: column::coded(row, "mode", Mode::from_code)?,
            post_mode: column::coded(row, "post_mode", PostMode::from_code)?,
            subject: row.get("subject")?,
            classes: row.get("classes")?,
            weekly_lessons: row.get("weekly_lessons")?,
            is_homeroom: row.get("is_homeroom")?,
            start_on: column::day(row, "start_on")?,
            planned_end_on: column::day(row, "planned_end_on")?,
            actual_end_on: column::day_or_none(row, "actual_end_on")?,
        },
    })
}
