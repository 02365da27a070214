//! The ladder of schemas: one step per version, climbed all or nothing.

use rusqlite::Connection;

use crate::open::APPLICATION_ID;

/// One version further.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Step {
    /// The version it leads to.
    pub(crate) to: i32,
    /// What it does.
    pub(crate) sql: &'static str,
}

/// All steps, in order. A released step is never edited; a change is a further step.
pub(crate) const STEPS: &[Step] = &[Step {
    to: 1,
    sql: include_str!("0001_initial.sql"),
}];

/// The version that this program writes.
pub(crate) const LATEST: i32 = 1;

/// The version that a ladder ends at.
pub(crate) fn top(steps: &[Step]) -> i32 {
    steps.last().map_or(0, |step| step.to)
}

/// Climbs from a version to the top, in one transaction: old or new, never between.
pub(crate) fn climb(connection: &Connection, from: i32, steps: &[Step]) -> rusqlite::Result<()> {
    // A step may rebuild a table that others refer to. The pragma only acts outside a transaction, and the
    // references are checked as a whole before the end.
    connection.pragma_update(None, "foreign_keys", "OFF")?;
    let climbed = climb_steps(connection, from, steps);
    if climbed.is_err() && !connection.is_autocommit() {
        connection.execute_batch("ROLLBACK")?;
    }
    connection.pragma_update(None, "foreign_keys", "ON")?;
    climbed
}

fn climb_steps(connection: &Connection, from: i32, steps: &[Step]) -> rusqlite::Result<()> {
    connection.execute_batch("BEGIN EXCLUSIVE")?;
    for step in steps.iter().filter(|step| step.to > from) {
        connection.execute_batch(step.sql)?;
    }
    let mut has_dangling = false;
    connection.pragma_query(None, "foreign_key_check", |_| {
        has_dangling = true;
        Ok(())
    })?;
    if has_dangling {
        return Err(rusqlite::Error::SqliteFailure(
            rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_CONSTRAINT_FOREIGNKEY),
            None,
        ));
    }
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    connection.pragma_update(None, "user_version", top(steps))?;
    connection.execute_batch("COMMIT")
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{appraisal, assignment, feedback, school, survey, teacher, year};

    fn list(codes: &[&str]) -> String {
        format!("IN ('{}')", codes.join("', '"))
    }

    #[test]
    fn the_schema_accepts_every_code_of_the_rules_and_no_other() {
        let sql = include_str!("0001_initial.sql");
        macro_rules! codes {
            ($type:ty) => {
                list(&<$type>::ALL.iter().map(|v| v.code()).collect::<Vec<_>>())
            };
        }
        for (column, codes) in [
            ("stage", codes!(school::Stage)),
            ("side", codes!(school::Side)),
            ("sex", codes!(teacher::Sex)),
            ("mode", codes!(assignment::Mode)),
            ("post_mode", codes!(assignment::PostMode)),
            ("state", codes!(appraisal::State)),
            ("proposed_grade", codes!(appraisal::grade::Grade)),
            ("grade", codes!(appraisal::grade::Grade)),
            ("code", codes!(appraisal::grade::VetoCode)),
            ("source", codes!(survey::Source)),
            ("term", codes!(year::Term)),
            ("kind", codes!(feedback::FeedbackKind)),
            ("recommendation", codes!(feedback::Recommendation)),
            ("class", codes!(feedback::ItemClass)),
        ] {
            let check = format!("CHECK ({column} {codes})");
            assert!(sql.contains(&check), "the schema lacks {check}");
        }
    }

    #[test]
    fn the_ladder_rises_by_one_and_ends_at_the_latest() {
        for (index, step) in STEPS.iter().enumerate() {
            assert_eq!(usize::try_from(step.to).unwrap(), index + 1);
        }
        assert_eq!(top(STEPS), LATEST);
    }
}
