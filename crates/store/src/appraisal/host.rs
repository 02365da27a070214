//! The host school's sheet, read and written.

use std::collections::BTreeMap;

use rusqlite::Row;
use rusqlite::types::Value;

use domain::appraisal::grade::{Grade, Veto, VetoCode};
use domain::appraisal::{Attendance, DutyCount, Goal, HostSheet, Score};
use domain::exact::Points;
use domain::id::AppraisalId;
use domain::school::Side;
use domain::survey::{Source, Tally};
use domain::year::Term;

use crate::column;
use crate::error::Error;
use crate::field::Fields;
use crate::records::Records;
use crate::tx::Tx;

impl Records {
    pub(super) fn host_sheet(&self, id: AppraisalId) -> Result<HostSheet, Error> {
        let text = id.to_string();
        let key: crate::records::Bound<'_> = &[(":id", &text)];
        let sheet = self
            .first(include_str!("get_host.sql"), key, read)?
            .ok_or_else(|| self.absent("受援学校评分表"))?;
        Ok(HostSheet {
            scores: self.scores(id, Side::Host)?,
            tallies: self.all(include_str!("list_tallies.sql"), key, read_tally)?,
            stages: self
                .all(include_str!("list_stages.sql"), key, read_stage)?
                .into_iter()
                .collect(),
            vetoes: self.all(include_str!("list_vetoes.sql"), key, read_veto)?,
            goals: self.all(include_str!("list_goals.sql"), key, read_goal)?,
            duties: self
                .all(include_str!("list_duties.sql"), key, read_duty)?
                .into_iter()
                .collect(),
            ..sheet
        })
    }

    pub(super) fn scores(
        &self,
        id: AppraisalId,
        side: Side,
    ) -> Result<BTreeMap<String, Score>, Error> {
        let scores = self.all(
            include_str!("list_scores.sql"),
            &[(":id", &id.to_string()), (":side", &side.code())],
            |row| {
                let score = Score {
                    points: column::points_or_none(row, "points")?,
                    evidence: row.get("evidence")?,
                };
                Ok((row.get("code")?, score))
            },
        )?;
        Ok(scores.into_iter().collect())
    }
}

impl Tx<'_> {
    pub(super) fn write_host_sheet(&self, id: AppraisalId, sheet: &HostSheet) -> Result<(), Error> {
        self.execute(include_str!("set_host.sql"), &fields(id, sheet).bound())?;
        self.write_scores(id, Side::Host, &sheet.scores)?;
        self.replace(
            id,
            None,
            include_str!("clear_tallies.sql"),
            include_str!("add_tally.sql"),
            in_place(&sheet.tallies, |tally| {
                Fields::new()
                    .with(":source", tally.source.code().to_owned())
                    .with(":score", hundredths(tally.score))
                    .with(":invited", tally.invited)
                    .with(":returned", tally.returned)
            }),
        )?;
        let stages = sheet.stages.iter().map(|(term, points)| {
            Fields::new()
                .with(":term", term.code().to_owned())
                .with(":points", points.hundredths())
        });
        self.replace(
            id,
            None,
            include_str!("clear_stages.sql"),
            include_str!("add_stage.sql"),
            stages.collect(),
        )?;
        self.replace(
            id,
            None,
            include_str!("clear_goals.sql"),
            include_str!("add_goal.sql"),
            in_place(&sheet.goals, |goal| {
                Fields::new()
                    .with(":text", goal.text.clone())
                    .with(":weight", goal.weight)
                    .with(":achieved", goal.achieved)
                    .with(":evidence", goal.evidence.clone())
            }),
        )?;
        let duties = sheet.duties.iter().map(|(name, count)| {
            Fields::new()
                .with(":name", name.clone())
                .with(":done", count.done)
                .with(":required", count.required)
        });
        self.replace(
            id,
            None,
            include_str!("clear_duties.sql"),
            include_str!("add_duty.sql"),
            duties.collect(),
        )?;
        self.replace(
            id,
            None,
            include_str!("clear_vetoes.sql"),
            include_str!("add_veto.sql"),
            in_place(&sheet.vetoes, |veto| {
                Fields::new()
                    .with(":code", veto.code.code().to_owned())
                    .with(":fact", veto.fact.clone())
                    .with(":document", veto.document.clone())
            }),
        )
    }

    pub(super) fn write_scores(
        &self,
        id: AppraisalId,
        side: Side,
        scores: &BTreeMap<String, Score>,
    ) -> Result<(), Error> {
        let rows = scores.iter().map(|(code, score)| {
            Fields::new()
                .with(":code", code.clone())
                .with(":points", hundredths(score.points))
                .with(":evidence", score.evidence.clone())
        });
        self.replace(
            id,
            Some(side),
            include_str!("clear_scores.sql"),
            include_str!("add_score.sql"),
            rows.collect(),
        )
    }
}

/// Rows that keep the order in which they were typed.
fn in_place<T>(rows: &[T], fields: impl Fn(&T) -> Fields) -> Vec<Fields> {
    (0_i64..)
        .zip(rows)
        .map(|(place, row)| fields(row).with(":place", place))
        .collect()
}

fn hundredths(points: Option<Points>) -> Value {
    points.map(Points::hundredths).into()
}

fn fields(id: AppraisalId, sheet: &HostSheet) -> Fields {
    let days = &sheet.attendance;
    Fields::new()
        .with(":appraisal_id", id.to_string())
        .with(":is_exam_applicable", sheet.is_exam_applicable)
        .with(":missing_stage_reason", sheet.missing_stage_reason.clone())
        .with(":strengths", sheet.strengths.clone())
        .with(":weaknesses", sheet.weaknesses.clone())
        .with(":advice", sheet.advice.clone())
        .with(
            ":proposed_grade",
            sheet.proposed_grade.map(|grade| grade.code().to_owned()),
        )
        .with(":members", sheet.members.clone())
        .with(":principal", sheet.principal.clone())
        .with(":self_report", sheet.self_report.clone())
        .with(
            ":self_report_on",
            sheet.self_report_on.map(|day| day.to_string()),
        )
        .with(":days_due", days.due)
        .with(":days_present", days.present)
        .with(":days_sick", days.sick)
        .with(":days_personal", days.personal)
        .with(":days_unexcused", days.unexcused)
}

/// The sheet without the parts that repeat.
fn read(row: &Row<'_>) -> rusqlite::Result<HostSheet> {
    Ok(HostSheet {
        is_exam_applicable: row.get("is_exam_applicable")?,
        missing_stage_reason: row.get("missing_stage_reason")?,
        strengths: row.get("strengths")?,
        weaknesses: row.get("weaknesses")?,
        advice: row.get("advice")?,
        proposed_grade: column::coded_or_none(row, "proposed_grade", Grade::from_code)?,
        members: row.get("members")?,
        principal: row.get("principal")?,
        self_report: row.get("self_report")?,
        self_report_on: column::day_or_none(row, "self_report_on")?,
        attendance: Attendance {
            due: row.get("days_due")?,
            present: row.get("days_present")?,
            sick: row.get("days_sick")?,
            personal: row.get("days_personal")?,
            unexcused: row.get("days_unexcused")?,
        },
        ..HostSheet::default()
    })
}

fn read_tally(row: &Row<'_>) -> rusqlite::Result<Tally> {
    Ok(Tally {
        source: column::coded(row, "source", Source::from_code)?,
        score: column::points_or_none(row, "score")?,
        invited: row.get("invited")?,
        returned: row.get("returned")?,
    })
}

fn read_stage(row: &Row<'_>) -> rusqlite::Result<(Term, Points)> {
    Ok((
        column::coded(row, "term", Term::from_code)?,
        column::points(row, "points")?,
    ))
}

fn read_goal(row: &Row<'_>) -> rusqlite::Result<Goal> {
    Ok(Goal {
        text: row.get("text")?,
        weight: row.get("weight")?,
        achieved: row.get("achieved")?,
        evidence: row.get("evidence")?,
    })
}

fn read_duty(row: &Row<'_>) -> rusqlite::Result<(String, DutyCount)> {
    let count = DutyCount {
        done: row.get("done")?,
        required: row.get("required")?,
    };
    Ok((row.get("name")?, count))
}

fn read_veto(row: &Row<'_>) -> rusqlite::Result<Veto> {
    Ok(Veto {
        code: column::coded(row, "code", VetoCode::from_code)?,
        fact: row.get("fact")?,
        document: row.get("document")?,
    })
}
