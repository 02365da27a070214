//! The results of a run, read and written: a teacher's facts as a list, and the verdict with its reasons.

use rusqlite::Row;
use serde_json::json;

use domain::eligibility::{Outcome, Reason, Run, TeacherFacts, UnknownFormat, Verdict};
use domain::id::TeacherId;
use domain::policy::Track;
use domain::report::Fact;

use super::unknown;
use crate::column;
use crate::error::Error;
use crate::field::Fields;
use crate::records::Records;
use crate::tx::Tx;

/// A result as it stands in the row: facts and reasons are lists in JSON.
struct Told {
    teacher: TeacherId,
    facts: String,
    reasons: String,
    /// Without its reasons.
    verdict: Verdict,
}

impl Records {
    /// The results of a run, in their order.
    pub(super) fn results_of(
        &self,
        run: &str,
        format: u32,
    ) -> Result<Vec<(TeacherFacts, Verdict)>, Error> {
        self.all(include_str!("list_results.sql"), &[(":id", &run)], read)?
            .into_iter()
            .map(|told| understood(told, format).map_err(|error| unknown(&error)))
            .collect()
    }
}

impl Tx<'_> {
    pub(super) fn write_results(&self, run: &Run) -> Result<(), Error> {
        for (place, (facts, verdict)) in (0_i64..).zip(&run.results) {
            let reasons: Vec<(&str, &str, bool)> = verdict
                .reasons
                .iter()
                .map(|reason| {
                    (
                        reason.rule.as_str(),
                        reason.message.as_str(),
                        reason.is_private,
                    )
                })
                .collect();
            let row = Fields::new()
                .with(":run_id", run.id.to_string())
                .with(":place", place)
                .with(":teacher_id", facts.teacher.to_string())
                .with(":facts", json!(facts.to_list()).to_string())
                .with(":age", verdict.age)
                .with(":tenure_years", verdict.tenure_years)
                .with(":outcome", verdict.outcome.code().to_owned())
                .with(":track", verdict.track.map(|track| track.code().to_owned()))
                .with(":is_ruled", verdict.is_ruled)
                .with(":reasons", json!(reasons).to_string());
            self.execute(include_str!("add_result.sql"), &row.bound())?;
        }
        Ok(())
    }
}

fn understood(told: Told, format: u32) -> Result<(TeacherFacts, Verdict), UnknownFormat> {
    let unknown = |name: &str| UnknownFormat(name.to_owned());
    let list: Vec<Fact> = serde_json::from_str(&told.facts).map_err(|_| unknown("facts"))?;
    let facts = TeacherFacts::from_list(format, told.teacher, &list)?;
    let reasons: Vec<(String, String, bool)> =
        serde_json::from_str(&told.reasons).map_err(|_| unknown("reasons"))?;
    let reasons = reasons
        .into_iter()
        .map(|(rule, message, is_private)| Reason {
            rule,
            message,
            is_private,
        })
        .collect();
    let verdict = Verdict {
        reasons,
        ..told.verdict
    };
    Ok((facts, verdict))
}

fn read(row: &Row<'_>) -> rusqlite::Result<Told> {
    Ok(Told {
        teacher: column::parsed(row, "teacher_id")?,
        facts: row.get("facts")?,
        reasons: row.get("reasons")?,
        verdict: Verdict {
            age: row.get("age")?,
            tenure_years: row.get("tenure_years")?,
            outcome: column::coded(row, "outcome", Outcome::from_code)?,
            track: column::coded_or_none(row, "track", Track::from_code)?,
            reasons: Vec::new(),
            is_ruled: row.get("is_ruled")?,
        },
    })
}
