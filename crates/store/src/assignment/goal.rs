//! The goals of an assignment, in their order, read and written.

use std::collections::BTreeMap;

use rusqlite::Row;

use domain::assignment::{Assignment, Goal, GoalResult, GoalVerdict};
use domain::id::AssignmentId;

use crate::column;
use crate::error::Error;
use crate::field::Fields;
use crate::records::Records;
use crate::tx::Tx;

impl Records {
    pub(super) fn all_goals(&self) -> Result<BTreeMap<AssignmentId, Vec<Goal>>, Error> {
        let mut goals: BTreeMap<AssignmentId, Vec<Goal>> = BTreeMap::new();
        for (assignment, goal) in self.all(include_str!("list_goals.sql"), &[], read)? {
            goals.entry(assignment).or_default().push(goal);
        }
        Ok(goals)
    }

    pub(super) fn goals_of(&self, id: AssignmentId) -> Result<Vec<Goal>, Error> {
        let goals = self.all(
            include_str!("list_goals_of.sql"),
            &[(":id", &id.to_string())],
            read,
        )?;
        Ok(goals.into_iter().map(|(_, goal)| goal).collect())
    }
}

impl Tx<'_> {
    pub(super) fn write_goals(&self, assignment: &Assignment) -> Result<(), Error> {
        let id = assignment.id.to_string();
        self.execute(include_str!("clear_goals.sql"), &[(":id", &id)])?;
        for (place, goal) in (0_i64..).zip(&assignment.goals) {
            let row = fields(goal)
                .with(":assignment_id", id.clone())
                .with(":place", place);
            self.execute(include_str!("add_goal.sql"), &row.bound())?;
        }
        Ok(())
    }
}

/// What the log shows of the goals: each by its number.
pub(super) fn shown(goals: &[Goal]) -> Fields {
    (1..).zip(goals).fold(Fields::new(), |all, (number, goal)| {
        all.with_all(fields(goal).named_under(&format!("goals.{number}")))
    })
}

fn fields(goal: &Goal) -> Fields {
    let result = |verdict: Option<GoalVerdict>| verdict.map(|one| one.result.code().to_owned());
    let achieved = |verdict: Option<GoalVerdict>| verdict.map(|one| one.achieved);
    Fields::new()
        .with(":text", goal.text.clone())
        .with(":measure", goal.measure.clone())
        .with(":target", goal.target.clone())
        .with(":weight", goal.weight)
        .with(":due_on", goal.due_on.map(|day| day.to_string()))
        .with(":evidence", goal.evidence.clone())
        .with(":host_result", result(goal.host))
        .with(":host_achieved", achieved(goal.host))
        .with(":sending_result", result(goal.sending))
        .with(":sending_achieved", achieved(goal.sending))
}

fn read(row: &Row<'_>) -> rusqlite::Result<(AssignmentId, Goal)> {
    let verdict = |result: &str, achieved: &str| -> rusqlite::Result<Option<GoalVerdict>> {
        match column::coded_or_none(row, result, GoalResult::from_code)? {
            None => Ok(None),
            Some(result) => Ok(Some(GoalVerdict {
                result,
                achieved: row.get(achieved)?,
            })),
        }
    };
    Ok((
        column::parsed(row, "assignment_id")?,
        Goal {
            text: row.get("text")?,
            measure: row.get("measure")?,
            target: row.get("target")?,
            weight: row.get("weight")?,
            due_on: column::day_or_none(row, "due_on")?,
            evidence: row.get("evidence")?,
            host: verdict("host_result", "host_achieved")?,
            sending: verdict("sending_result", "sending_achieved")?,
        },
    ))
}
