//! Candidates as they are kept: one for each teacher and school year, with the schools they would go to.

mod wish;

use rusqlite::Row;

use domain::candidate::{Candidate, CandidateForm, Channel, Range};
use domain::exemption::Consent;
use domain::id::CandidateId;
use domain::policy::Track;
use domain::year::SchoolYear;

use crate::column;
use crate::error::Error;
use crate::field::Fields;
use crate::records::Records;
use crate::tx::Tx;

const NOUN: &str = "candidate";

/// Between the codes of the conditions; no code holds one.
const COMMA: &str = ",";

impl Records {
    /// The candidates of a school year, in the order of the teachers' names.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn candidates(&self, year: SchoolYear) -> Result<Vec<Candidate>, Error> {
        let candidates = self.all(
            include_str!("list_of_year.sql"),
            &[(":year", &year.first_year())],
            read,
        )?;
        self.with_all_wishes(year, candidates)
    }

    /// One candidate.
    ///
    /// # Errors
    /// When he cannot be read.
    pub fn candidate(&self, id: CandidateId) -> Result<Option<Candidate>, Error> {
        self.first(include_str!("get.sql"), &[(":id", &id.to_string())], read)?
            .map(|candidate| self.with_wishes(candidate))
            .transpose()
    }
}

impl Tx<'_> {
    /// Adds a candidate.
    ///
    /// # Errors
    /// `STORE-REFUSED` when the teacher is a candidate of that year already; `STORE-ABSENT` when he is not
    /// there.
    pub fn add_candidate(&self, candidate: &Candidate) -> Result<(), Error> {
        let name = self.teacher_name(candidate.teacher)?;
        self.require_once(candidate, &name)?;
        self.write(include_str!("add.sql"), &fields(candidate))?;
        self.write_wishes(candidate)?;
        self.record(
            NOUN,
            &candidate.id.to_string(),
            &name,
            None,
            Some(&shown(candidate)),
        );
        Ok(())
    }

    /// Changes a candidate; his wishes become exactly the given ones.
    ///
    /// # Errors
    /// As [`Self::add_candidate`]; `STORE-ABSENT` when the candidate is not there.
    pub fn update_candidate(&self, candidate: &Candidate) -> Result<(), Error> {
        let before = self
            .candidate(candidate.id)?
            .ok_or_else(|| self.absent("候选人"))?;
        if before == *candidate {
            return Ok(());
        }
        let name = self.teacher_name(candidate.teacher)?;
        self.require_once(candidate, &name)?;
        self.write(include_str!("update.sql"), &fields(candidate))?;
        self.write_wishes(candidate)?;
        self.record(
            NOUN,
            &candidate.id.to_string(),
            &name,
            Some(&shown(&before)),
            Some(&shown(candidate)),
        );
        Ok(())
    }

    /// Deletes a candidate and his wishes.
    ///
    /// # Errors
    /// `STORE-ABSENT` when he is not there.
    pub fn remove_candidate(&self, id: CandidateId) -> Result<(), Error> {
        let candidate = self.candidate(id)?.ok_or_else(|| self.absent("候选人"))?;
        let name = self.teacher_name(candidate.teacher)?;
        let id = id.to_string();
        self.execute(include_str!("remove.sql"), &[(":id", &id)])?;
        self.record(NOUN, &id, &name, Some(&shown(&candidate)), None);
        Ok(())
    }

    fn require_once(&self, candidate: &Candidate, name: &str) -> Result<(), Error> {
        let twins = self.count(
            include_str!("count_twins.sql"),
            &[
                (":teacher_id", &candidate.teacher.to_string()),
                (":year", &candidate.year.first_year()),
                (":id", &candidate.id.to_string()),
            ],
        )?;
        if twins > 0 {
            return Err(Error::refused(
                "CANDIDATE-TWICE",
                format!(
                    "{name}已是{}的候选人，请改那一条",
                    candidate.year.on_paper()
                ),
            ));
        }
        Ok(())
    }
}

/// The row and the wishes: what the log shows.
fn shown(candidate: &Candidate) -> Fields {
    fields(candidate).with_all(wish::shown(&candidate.form.wishes))
}

fn fields(candidate: &Candidate) -> Fields {
    let form = &candidate.form;
    let approval = form.approval.as_ref();
    Fields::new()
        .with_unlogged(":id", candidate.id.to_string())
        .with(":teacher_id", candidate.teacher.to_string())
        .with(":year", candidate.year.first_year())
        .with(":channel", form.channel.code().to_owned())
        .with(":track", form.track.map(|track| track.code().to_owned()))
        .with(":batch", form.batch)
        .with(":strengths", form.strengths.clone())
        .with(":conditions", form.conditions.join(COMMA))
        .with(":applied_on", form.applied_on.map(|day| day.to_string()))
        .with(
            ":recommended_on",
            form.recommended_on.map(|day| day.to_string()),
        )
        .with(":opinion", form.opinion.clone())
        .with(":has_sending_consent", form.has_sending_consent)
        .with(":host_accepts", form.host_accepts)
        .with(
            ":to_school_id",
            form.to_school.map(|school| school.to_string()),
        )
        .with(
            ":move_range",
            form.range.map(|range| range.code().to_owned()),
        )
        .with(
            ":approval_document",
            approval.map(|approval| approval.document.clone()),
        )
        .with(
            ":approved_on",
            approval.map(|approval| approval.on.to_string()),
        )
        .with(":facts", form.facts.clone())
        .with(":run_id", candidate.run.map(|run| run.to_string()))
}

/// A candidate without his wishes.
fn read(row: &Row<'_>) -> rusqlite::Result<Candidate> {
    let conditions: String = row.get("conditions")?;
    let approval = match column::day_or_none(row, "approved_on")? {
        Some(on) => Some(Consent {
            document: row.get("approval_document")?,
            on,
        }),
        None => None,
    };
    Ok(Candidate {
        id: column::parsed(row, "id")?,
        teacher: column::parsed(row, "teacher_id")?,
        year: column::year(row, "year")?,
        run: column::parsed_or_none(row, "run_id")?,
        form: CandidateForm {
            channel: column::coded(row, "channel", Channel::from_code)?,
            track: column::coded_or_none(row, "track", Track::from_code)?,
            batch: row.get("batch")?,
            wishes: Vec::new(),
            strengths: row.get("strengths")?,
            conditions: conditions
                .split(COMMA)
                .filter(|code| !code.is_empty())
                .map(str::to_owned)
                .collect(),
            applied_on: column::day_or_none(row, "applied_on")?,
            recommended_on: column::day_or_none(row, "recommended_on")?,
            opinion: row.get("opinion")?,
            has_sending_consent: row.get("has_sending_consent")?,
            host_accepts: row.get("host_accepts")?,
            to_school: column::parsed_or_none(row, "to_school_id")?,
            range: column::coded_or_none(row, "move_range", Range::from_code)?,
            approval,
            facts: row.get("facts")?,
        },
    })
}
