//! An appraisal as the log shows it: one flat list, each value under the place it has on the form.

use std::collections::BTreeMap;

use domain::appraisal::{Appraisal, HostSheet, Score, SendingSheet};
use domain::exact::Points;

use crate::field::Fields;

pub(super) fn fields(appraisal: &Appraisal) -> Fields {
    Fields::new()
        .with("assignment_id", appraisal.assignment.to_string())
        .with("year", appraisal.year.to_string())
        .with("state", appraisal.state.code().to_owned())
        .with("policy", appraisal.basis.policy.clone())
        .with_all(host(&appraisal.host))
        .with_all(sending(&appraisal.sending))
}

fn host(sheet: &HostSheet) -> Fields {
    let days = &sheet.attendance;
    let mut fields = scores("host", &sheet.scores)
        .with("host.is_exam_applicable", sheet.is_exam_applicable)
        .with(
            "host.missing_stage_reason",
            sheet.missing_stage_reason.clone(),
        )
        .with("host.strengths", sheet.strengths.clone())
        .with("host.weaknesses", sheet.weaknesses.clone())
        .with("host.advice", sheet.advice.clone())
        .with(
            "host.proposed_grade",
            sheet.proposed_grade.map(|grade| grade.code().to_owned()),
        )
        .with("host.members", sheet.members.clone())
        .with("host.principal", sheet.principal.clone())
        .with("host.self_report", sheet.self_report.clone())
        .with(
            "host.self_report_on",
            sheet.self_report_on.map(|day| day.to_string()),
        )
        .with("host.attendance.due", days.due)
        .with("host.attendance.present", days.present)
        .with("host.attendance.sick", days.sick)
        .with("host.attendance.personal", days.personal)
        .with("host.attendance.unexcused", days.unexcused);
    for tally in &sheet.tallies {
        let place = format!("host.sources.{}", tally.source.code());
        fields = fields
            .with(format!("{place}.score"), text(tally.score))
            .with(format!("{place}.invited"), tally.invited)
            .with(format!("{place}.returned"), tally.returned);
    }
    for (term, points) in &sheet.stages {
        fields = fields.with(format!("host.stages.{}", term.code()), points.to_string());
    }
    for (number, goal) in (1..).zip(&sheet.goals) {
        let place = format!("host.goals.{number}");
        fields = fields
            .with(format!("{place}.text"), goal.text.clone())
            .with(format!("{place}.weight"), goal.weight)
            .with(format!("{place}.achieved"), goal.achieved)
            .with(format!("{place}.evidence"), goal.evidence.clone());
    }
    for (name, count) in &sheet.duties {
        fields = fields
            .with(format!("host.duties.{name}.done"), count.done)
            .with(format!("host.duties.{name}.required"), count.required);
    }
    for (number, veto) in (1..).zip(&sheet.vetoes) {
        let place = format!("host.vetoes.{number}");
        fields = fields
            .with(format!("{place}.code"), veto.code.code().to_owned())
            .with(format!("{place}.fact"), veto.fact.clone())
            .with(format!("{place}.document"), veto.document.clone());
    }
    fields
}

fn sending(sheet: &SendingSheet) -> Fields {
    scores("sending", &sheet.scores)
        .with("sending.opinion", sheet.opinion.clone())
        .with("sending.principal", sheet.principal.clone())
        .with(
            "sending.grade",
            sheet.grade.map(|grade| grade.code().to_owned()),
        )
        .with("sending.grade_reason", sheet.grade_reason.clone())
}

fn scores(part: &str, scores: &BTreeMap<String, Score>) -> Fields {
    scores.iter().fold(Fields::new(), |fields, (code, score)| {
        fields
            .with(format!("{part}.scores.{code}"), text(score.points))
            .with(format!("{part}.evidence.{code}"), score.evidence.clone())
    })
}

fn text(points: Option<Points>) -> Option<String> {
    points.map(|points| points.to_string())
}
