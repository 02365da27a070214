//! Assignments as they are kept: the posting, its goals and its steps, written together.

mod goal;
mod step;

use rusqlite::Row;

use domain::assignment::{Assignment, AssignmentTerms, Keeping, Lodging, Mode, PostMode};
use domain::id::{AssignmentId, TeacherId};
use domain::policy::Track;
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
        let assignments = self.all(include_str!("list.sql"), &[], read)?;
        self.with_all_parts(assignments)
    }

    /// The assignments that have a day in a school year.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn assignments_of_year(&self, year: SchoolYear) -> Result<Vec<Assignment>, Error> {
        let assignments = self.all(
            include_str!("list_of_year.sql"),
            &[
                (":first_day", &year.first_day().to_string()),
                (":last_day", &year.last_day().to_string()),
            ],
            read,
        )?;
        self.with_all_parts(assignments)
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
        )?
        .into_iter()
        .map(|assignment| self.with_parts(assignment))
        .collect()
    }

    /// One assignment.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn assignment(&self, id: AssignmentId) -> Result<Option<Assignment>, Error> {
        self.first(include_str!("get.sql"), &[(":id", &id.to_string())], read)?
            .map(|assignment| self.with_parts(assignment))
            .transpose()
    }

    /// Gives each assignment its goals and steps: one query for all of them.
    fn with_all_parts(&self, mut assignments: Vec<Assignment>) -> Result<Vec<Assignment>, Error> {
        let mut goals = self.all_goals()?;
        let mut steps = self.all_steps()?;
        for assignment in &mut assignments {
            assignment.goals = goals.remove(&assignment.id).unwrap_or_default();
            assignment.steps = steps.remove(&assignment.id).unwrap_or_default();
        }
        Ok(assignments)
    }

    fn with_parts(&self, mut assignment: Assignment) -> Result<Assignment, Error> {
        assignment.goals = self.goals_of(assignment.id)?;
        assignment.steps = self.steps_of(assignment.id)?;
        Ok(assignment)
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
        self.write(include_str!("add.sql"), &fields(assignment))?;
        self.write_parts(assignment)?;
        self.record(
            NOUN,
            &assignment.id.to_string(),
            &name,
            None,
            Some(&shown(assignment)),
        );
        Ok(())
    }

    /// Changes an assignment; its goals and steps become exactly the given ones.
    ///
    /// # Errors
    /// `STORE-ABSENT` when it or the teacher is not there.
    pub fn update_assignment(&self, assignment: &Assignment) -> Result<(), Error> {
        let before = self
            .assignment(assignment.id)?
            .ok_or_else(|| self.absent("交流安排"))?;
        if before == *assignment {
            return Ok(());
        }
        let name = self.teacher_name(assignment.teacher)?;
        self.write(include_str!("update.sql"), &fields(assignment))?;
        self.write_parts(assignment)?;
        self.record(
            NOUN,
            &assignment.id.to_string(),
            &name,
            Some(&shown(&before)),
            Some(&shown(assignment)),
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
            (include_str!("count_living.sql"), "生活保障事项"),
            (include_str!("count_benefits.sql"), "待遇记录"),
            (include_str!("count_swaps.sql"), "互派或置换"),
        ] {
            let count = self.count(sql, &[(":id", &id)])?;
            if count > 0 {
                refusals.push(Refusal::new(
                    "ASSIGNMENT-IN-USE",
                    format!("{name}的这条交流安排已有{count}条{what}，不能删除"),
                ));
            }
        }
        if !refusals.is_empty() {
            return Err(Error::Refused(refusals));
        }
        self.execute(include_str!("remove.sql"), &[(":id", &id)])?;
        self.record(NOUN, &id, &name, Some(&shown(&assignment)), None);
        Ok(())
    }

    fn write_parts(&self, assignment: &Assignment) -> Result<(), Error> {
        self.write_goals(assignment)?;
        self.write_steps(assignment)
    }
}

/// The row, the goals and the steps: what the log shows.
fn shown(assignment: &Assignment) -> Fields {
    fields(assignment)
        .with_all(goal::shown(&assignment.goals))
        .with_all(step::shown(&assignment.steps))
}

fn fields(assignment: &Assignment) -> Fields {
    let terms = &assignment.terms;
    let keeping = &assignment.keeping;
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
        .with(":track", terms.track.map(|track| track.code().to_owned()))
        .with(":credit", terms.credit.hundredths())
        .with(":is_post_kept", keeping.is_post_kept)
        .with(":is_pay_unchanged", keeping.is_pay_unchanged)
        .with(":is_contract_unchanged", keeping.is_contract_unchanged)
        .with(
            ":lodging",
            keeping.lodging.map(|lodging| lodging.code().to_owned()),
        )
        .with(":commute_minutes", keeping.commute_minutes)
        .with(":distance_km", keeping.distance_km)
}

/// An assignment without its goals and steps.
fn read(row: &Row<'_>) -> rusqlite::Result<Assignment> {
    Ok(Assignment {
        id: column::parsed(row, "id")?,
        teacher: column::parsed(row, "teacher_id")?,
        sending_school: column::parsed(row, "sending_school_id")?,
        host_school: column::parsed(row, "host_school_id")?,
        goals: Vec::new(),
        steps: Vec::new(),
        keeping: Keeping {
            is_post_kept: row.get("is_post_kept")?,
            is_pay_unchanged: row.get("is_pay_unchanged")?,
            is_contract_unchanged: row.get("is_contract_unchanged")?,
            lodging: column::coded_or_none(row, "lodging", Lodging::from_code)?,
            commute_minutes: row.get("commute_minutes")?,
            distance_km: row.get("distance_km")?,
        },
        terms: AssignmentTerms {
            track: column::coded_or_none(row, "track", Track::from_code)?,
            credit: column::points(row, "credit")?,
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
