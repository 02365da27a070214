//! Frozen eligibility runs as they are kept: every teacher's facts on that day and what came out of them.
//!
//! Must never: change or drop a run or a result (the schema guards that too), guess at facts of a format that
//! this program does not know, or let a teacher's facts into the log.

mod result;
mod school;

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::Row;

use domain::eligibility::{FORMAT, Outcome, Run, RunState, UnknownFormat};
use domain::id::RunId;
use domain::year::SchoolYear;

use crate::column;
use crate::error::Error;
use crate::field::Fields;
use crate::records::Records;
use crate::tx::Tx;

const NOUN: &str = "eligibility_run";

/// A kept run, without its results (see [`Records::run`]).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptRun {
    /// Id.
    pub id: RunId,
    /// For which school year.
    pub year: SchoolYear,
    /// The stamp of the policy.
    pub policy: String,
    /// Its name then.
    pub policy_name: String,
    /// The day on which age and years were counted.
    pub ref_date: NaiveDate,
    /// How far it is.
    pub state: RunState,
    /// When it was frozen.
    pub made_at: NaiveDateTime,
    /// How many teachers have an outcome, weakest first; none of those that nobody has.
    pub counts: Vec<(Outcome, usize)>,
}

impl KeptRun {
    /// How many have an outcome.
    pub fn count(&self, outcome: Outcome) -> usize {
        self.counts
            .iter()
            .find(|(other, _)| *other == outcome)
            .map_or(0, |(_, count)| *count)
    }
}

impl Records {
    /// The kept runs of a school year, newest first.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn runs(&self, year: SchoolYear) -> Result<Vec<KeptRun>, Error> {
        let key: crate::records::Bound<'_> = &[(":year", &year.first_year())];
        let mut runs = self.all(include_str!("list_of_year.sql"), key, read_kept)?;
        let mut counts: BTreeMap<RunId, Vec<(Outcome, usize)>> = BTreeMap::new();
        for (run, outcome, count) in self.all(include_str!("count_of_year.sql"), key, read_count)? {
            counts.entry(run).or_default().push((outcome, count));
        }
        for run in &mut runs {
            run.counts = counts.remove(&run.id).unwrap_or_default();
            run.counts.sort_unstable();
        }
        Ok(runs)
    }

    /// One kept run, whole, and when it was made.
    ///
    /// # Errors
    /// `STORE-REFUSED` (`ELIGIBILITY-FORMAT`) when its facts are told in a way that this program does not
    /// know; else when it cannot be read.
    pub fn run(&self, id: RunId) -> Result<Option<(Run, NaiveDateTime)>, Error> {
        let key = id.to_string();
        let Some(head) = self.first(include_str!("get.sql"), &[(":id", &key)], read_head)? else {
            return Ok(None);
        };
        if head.format != FORMAT {
            return Err(unknown(&UnknownFormat(format!("第{}版", head.format))));
        }
        let run = Run {
            school: head.school.facts().map_err(|error| unknown(&error))?,
            results: self.results_of(&key, head.format)?,
            id,
            year: head.kept.year,
            policy: head.kept.policy,
            policy_name: head.kept.policy_name,
            ref_date: head.kept.ref_date,
            state: head.kept.state,
        };
        Ok(Some((run, head.kept.made_at)))
    }
}

impl Tx<'_> {
    /// Keeps a frozen run for good, made at a moment.
    ///
    /// # Errors
    /// `STORE-REFUSED` when the run is not frozen.
    pub fn add_run(&self, run: &Run, made_at: NaiveDateTime) -> Result<(), Error> {
        if run.state != RunState::Frozen {
            return Err(Error::refused(
                "ELIGIBILITY-STATE",
                format!("这次判定{}，只有刚冻结的才能存入台账", run.state.word()),
            ));
        }
        // The results first: the row of the run seals them.
        self.write_results(run)?;
        let after = Fields::new()
            .with_unlogged(":id", run.id.to_string())
            .with(":year", run.year.first_year())
            .with(":policy", run.policy.clone())
            .with(":policy_name", run.policy_name.clone())
            .with(":ref_date", run.ref_date.to_string())
            .with(":state", run.state.code().to_owned())
            .with_unlogged(":format", FORMAT)
            .with_unlogged(":made_at", made_at.format("%Y-%m-%dT%H:%M:%S").to_string())
            .with_all(school::fields(&run.school));
        self.write(include_str!("add.sql"), &after)?;
        self.record(
            NOUN,
            &run.id.to_string(),
            &name(run.year, &run.policy_name),
            None,
            Some(&after),
        );
        Ok(())
    }

    /// Moves a kept run on to its next state; there is no way back.
    ///
    /// # Errors
    /// `STORE-REFUSED` when it is not in the state before; `STORE-ABSENT` when it is not there.
    pub fn set_run_state(&self, id: RunId, state: RunState) -> Result<(), Error> {
        let id = id.to_string();
        let (about, before) = self
            .first(include_str!("get_state.sql"), &[(":id", &id)], |row| {
                let policy_name: String = row.get("policy_name")?;
                Ok((
                    name(column::year(row, "year")?, &policy_name),
                    column::coded(row, "state", RunState::from_code)?,
                ))
            })?
            .ok_or_else(|| self.absent("资格判定"))?;
        if (before, state) != (RunState::Frozen, RunState::Reported) {
            return Err(Error::refused(
                "ELIGIBILITY-STATE",
                format!("这次判定{}，不能改为{}", before.word(), state.word()),
            ));
        }
        let fields = |state: RunState| {
            Fields::new()
                .with_unlogged(":id", id.clone())
                .with(":state", state.code().to_owned())
        };
        let (before, after) = (fields(before), fields(state));
        self.write(include_str!("set_state.sql"), &after)?;
        self.record(NOUN, &id, &about, Some(&before), Some(&after));
        Ok(())
    }
}

/// The row of a run, as far as it can be read without knowing its format.
struct Head {
    kept: KeptRun,
    format: u32,
    school: school::Told,
}

/// What the log says it is about.
fn name(year: SchoolYear, policy_name: &str) -> String {
    format!("{}，{policy_name}", year.on_paper())
}

/// Facts that this program cannot read are no damage: another version of it wrote them.
fn unknown(error: &UnknownFormat) -> Error {
    Error::refused("ELIGIBILITY-FORMAT", error.to_string())
}

fn read_head(row: &Row<'_>) -> rusqlite::Result<Head> {
    Ok(Head {
        kept: read_kept(row)?,
        format: row.get("format")?,
        school: school::read(row)?,
    })
}

/// A run without its counts.
fn read_kept(row: &Row<'_>) -> rusqlite::Result<KeptRun> {
    Ok(KeptRun {
        id: column::parsed(row, "id")?,
        year: column::year(row, "year")?,
        policy: row.get("policy")?,
        policy_name: row.get("policy_name")?,
        ref_date: column::day(row, "ref_date")?,
        state: column::coded(row, "state", RunState::from_code)?,
        made_at: column::parsed(row, "made_at")?,
        counts: Vec::new(),
    })
}

fn read_count(row: &Row<'_>) -> rusqlite::Result<(RunId, Outcome, usize)> {
    Ok((
        column::parsed(row, "run_id")?,
        column::coded(row, "outcome", Outcome::from_code)?,
        row.get("heads")?,
    ))
}
