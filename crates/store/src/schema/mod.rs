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
pub(crate) const STEPS: &[Step] = &[
    Step {
        to: 1,
        sql: include_str!("0001_initial.sql"),
    },
    Step {
        to: 2,
        sql: include_str!("0002_selection.sql"),
    },
    Step {
        to: 3,
        sql: include_str!("0003_assignment.sql"),
    },
];

/// The version that this program writes.
pub(crate) const LATEST: i32 = 3;

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
    use domain::{
        appraisal, assignment, benefit, candidate, eligibility, exemption, feedback, need, policy,
        school, survey, swap, teacher, year,
    };

    /// Every table as it stands after all steps, each text in one line.
    fn tables() -> Vec<(String, String)> {
        let connection = Connection::open_in_memory().unwrap();
        for step in STEPS {
            connection.execute_batch(step.sql).unwrap();
        }
        let mut statement = connection
            .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table'")
            .unwrap();
        let tables = statement.query_map([], |row| {
            let sql: String = row.get(1)?;
            let words: Vec<&str> = sql.split_whitespace().collect();
            Ok((row.get(0)?, words.join(" ")))
        });
        tables.unwrap().map(Result::unwrap).collect()
    }

    #[test]
    fn the_schema_accepts_every_code_of_the_rules_and_no_other() {
        macro_rules! codes {
            ($type:ty) => {
                <$type>::ALL.iter().map(|v| v.code()).collect::<Vec<_>>()
            };
        }
        // A draft is computed and not kept.
        let mut kept_states = codes!(eligibility::RunState);
        kept_states.retain(|code| *code != eligibility::RunState::Draft.code());
        let tables = tables();
        let expected = [
            ("school", "stage", codes!(school::Stage)),
            ("school", "area", codes!(school::Area)),
            ("school", "tier", codes!(school::Tier)),
            ("school", "quality", codes!(school::Quality)),
            ("school", "remoteness", codes!(school::Remoteness)),
            ("teacher", "sex", codes!(teacher::Sex)),
            ("teacher", "cadre", codes!(teacher::Cadre)),
            ("teacher_career", "career_kind", codes!(teacher::CareerKind)),
            ("assignment", "mode", codes!(assignment::Mode)),
            ("assignment", "post_mode", codes!(assignment::PostMode)),
            ("assignment", "track", codes!(policy::Track)),
            ("assignment", "lodging", codes!(assignment::Lodging)),
            ("assignment_step", "event", codes!(assignment::Event)),
            ("assignment_post", "mode", codes!(assignment::Mode)),
            ("assignment_post", "post_mode", codes!(assignment::PostMode)),
            (
                "assignment_goal",
                "host_result",
                codes!(assignment::GoalResult),
            ),
            (
                "assignment_goal",
                "sending_result",
                codes!(assignment::GoalResult),
            ),
            (
                "living_item",
                "living_kind",
                codes!(assignment::living::LivingKind),
            ),
            ("swap", "swap_kind", codes!(swap::SwapKind)),
            ("benefit", "benefit_kind", codes!(benefit::BenefitKind)),
            ("appraisal", "state", codes!(appraisal::State)),
            (
                "appraisal_host",
                "proposed_grade",
                codes!(appraisal::grade::Grade),
            ),
            (
                "appraisal_sending",
                "grade",
                codes!(appraisal::grade::Grade),
            ),
            ("appraisal_score", "side", codes!(school::Side)),
            ("appraisal_tally", "source", codes!(survey::Source)),
            ("appraisal_stage", "term", codes!(year::Term)),
            ("appraisal_veto", "code", codes!(appraisal::grade::VetoCode)),
            ("feedback", "kind", codes!(feedback::FeedbackKind)),
            (
                "feedback",
                "recommendation",
                codes!(feedback::Recommendation),
            ),
            ("feedback_item", "class", codes!(feedback::ItemClass)),
            ("report", "side", codes!(school::Side)),
            ("log", "role", vec!["principal"]),
            ("policy_edit", "track", codes!(policy::Track)),
            ("need", "term", codes!(year::Term)),
            ("need", "urgency", codes!(need::Urgency)),
            (
                "exemption",
                "exemption_kind",
                codes!(exemption::ExemptionKind),
            ),
            ("exemption", "proof_kind", codes!(exemption::ProofKind)),
            ("ruling", "outcome", codes!(eligibility::Outcome)),
            ("eligibility_run", "state", kept_states),
            ("eligibility_run", "school_stage", codes!(school::Stage)),
            (
                "eligibility_result",
                "outcome",
                codes!(eligibility::Outcome),
            ),
            ("eligibility_result", "track", codes!(policy::Track)),
            ("candidate", "channel", codes!(candidate::Channel)),
            ("candidate", "track", codes!(policy::Track)),
            ("candidate", "move_range", codes!(candidate::Range)),
        ];
        for (table, column, codes) in &expected {
            let check = format!("CHECK ({column} IN ('{}'))", codes.join("', '"));
            let (_, sql) = tables.iter().find(|(name, _)| name == table).unwrap();
            assert!(sql.contains(&check), "{table} lacks {check}");
        }
        let lists: usize = tables
            .iter()
            .map(|(_, sql)| sql.matches(" IN ('").count())
            .sum();
        assert_eq!(
            lists,
            expected.len(),
            "a list of codes is compared with no rule"
        );
    }

    #[test]
    fn every_table_is_strict() {
        for (table, sql) in tables() {
            assert!(sql.contains(") STRICT"), "{table}");
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
