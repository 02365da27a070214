//! From the records to the facts of F-01: what stands in which cell, and how it is written there.

use chrono::NaiveDate;

use crate::appraisal::composition::{Composition, HostComposition, compose_host};
use crate::appraisal::grade::Veto;
use crate::appraisal::{Appraisal, DUTIES, Score};
use crate::assignment::{Assignment, AssignmentTerms};
use crate::exact::{Exact, Points};
use crate::feedback::{Feedback, closing_summary};
use crate::indicator;
use crate::school::{School, Side};
use crate::survey::Source;
use crate::teacher::Teacher;
use crate::year::{Term, day_on_paper};

use super::cells::{number, text};
use super::{
    AnnualForm, AssignmentCells, AttendanceCells, DutyRow, FeedbackCells, GoalRow, HostPart,
    ScoreRow, SendingPart, SourceRow, TeacherCells,
};

/// The records that an annual form is made of.
#[derive(Debug, Clone, Copy)]
pub struct AnnualRecords<'a> {
    /// Who.
    pub teacher: &'a Teacher,
    /// His posting.
    pub assignment: &'a Assignment,
    /// 派出学校.
    pub sending_school: &'a School,
    /// 受援学校.
    pub host_school: &'a School,
    /// Both schools' judgement.
    pub appraisal: &'a Appraisal,
    /// What the host school fed back.
    pub feedback: &'a [Feedback],
}

/// What the paper is, beside its records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// 文书编号; drafts have `草稿`.
    pub number: String,
    /// 填表日期.
    pub issued_on: NaiveDate,
    /// See [`AnnualForm::is_draft`].
    pub is_draft: bool,
    /// See [`AnnualForm::is_practice`].
    pub is_practice: bool,
}

impl AnnualForm {
    /// The form of one teacher's year. Its fingerprint is set by whoever digests the facts.
    pub fn of(records: AnnualRecords<'_>, issue: &Issue) -> Self {
        let composition = records.appraisal.compose().ok();
        Self {
            number: issue.number.clone(),
            fingerprint: String::new(),
            year: records.appraisal.year.on_paper(),
            issued_on: day_on_paper(issue.issued_on),
            is_draft: issue.is_draft,
            is_practice: issue.is_practice,
            teacher: teacher_cells(records),
            assignment: assignment_cells(records),
            attendance: attendance_cells(records.appraisal),
            goals: goal_rows(records.appraisal),
            duties: duty_rows(records.appraisal),
            self_report: text(&records.appraisal.host.self_report),
            self_report_on: records.appraisal.host.self_report_on.map(day_on_paper),
            host: host_part(records.appraisal, issue),
            sending: sending_part(records.appraisal, composition.as_ref(), issue),
            feedback: feedback_cells(records.feedback),
        }
    }
}

fn teacher_cells(records: AnnualRecords<'_>) -> TeacherCells {
    let record = &records.teacher.record;
    let title = match (text(&record.title), text(&record.title_awarded)) {
        (Some(title), Some(awarded)) => Some(format!("{title}（{awarded}）")),
        (title, _) => title,
    };
    TeacherCells {
        name: record.name.clone(),
        sex: record.sex.map(|sex| sex.word().to_owned()),
        birth: record.birth.map(|birth| birth.month_on_paper()),
        political_status: text(&record.political_status),
        education: text(&record.education),
        subject: text(&record.subject),
        title,
        backbone: text(&record.backbone),
    }
}

fn assignment_cells(records: AnnualRecords<'_>) -> AssignmentCells {
    let AssignmentTerms {
        mode,
        post_mode,
        classes,
        weekly_lessons,
        is_homeroom,
        ..
    } = &records.assignment.terms;
    AssignmentCells {
        sending_school: records.sending_school.name.clone(),
        host_school: records.host_school.name.clone(),
        mode: Some(format!("{}/{}", mode.word(), post_mode.word())),
        term: Some(records.assignment.terms.on_paper()),
        classes: text(classes),
        weekly_lessons: number(*weekly_lessons),
        homeroom: is_homeroom.map(|is| if is { "是" } else { "否" }.to_owned()),
    }
}

fn attendance_cells(appraisal: &Appraisal) -> AttendanceCells {
    let attendance = &appraisal.host.attendance;
    AttendanceCells {
        due: number(attendance.due),
        present: number(attendance.present),
        sick: number(attendance.sick),
        personal: number(attendance.personal),
        unexcused: number(attendance.unexcused),
    }
}

fn goal_rows(appraisal: &Appraisal) -> Vec<GoalRow> {
    appraisal
        .host
        .goals
        .iter()
        .map(|goal| GoalRow {
            text: goal.text.trim().to_owned(),
            weight: goal.weight.map(|weight| weight.to_string()),
            achieved: goal.achieved.map(|achieved| format!("{achieved}%")),
            evidence: text(&goal.evidence),
        })
        .collect()
}

fn duty_rows(appraisal: &Appraisal) -> Vec<DutyRow> {
    DUTIES
        .iter()
        .map(|name| {
            let count = appraisal
                .host
                .duties
                .get(*name)
                .copied()
                .unwrap_or_default();
            DutyRow {
                name: (*name).to_owned(),
                done: number(count.done),
                required: number(count.required),
            }
        })
        .collect()
}

fn score_rows(
    side: Side,
    scores: &std::collections::BTreeMap<String, Score>,
    is_exam_applicable: bool,
) -> Vec<ScoreRow> {
    indicator::of(side)
        .iter()
        .map(|known| {
            let score = scores.get(known.code);
            let max = indicator::max_points(known, is_exam_applicable);
            ScoreRow {
                group: known.group.to_owned(),
                code: known.code.to_owned(),
                name: known.name.to_owned(),
                max: max.map_or_else(|| "—".to_owned(), |max| max.to_string()),
                points: match max {
                    None => Some("不适用".to_owned()),
                    Some(_) => number(score.and_then(|score| score.points)),
                },
                evidence: score.and_then(|score| text(&score.evidence)),
            }
        })
        .collect()
}

/// The sum of a side's points, once every indicator that applies has some.
pub fn side_total(
    side: Side,
    scores: &std::collections::BTreeMap<String, Score>,
    is_exam_applicable: bool,
) -> Option<Points> {
    let mut hundredths = 0;
    for known in indicator::of(side) {
        if indicator::max_points(known, is_exam_applicable).is_some() {
            hundredths += scores.get(known.code)?.points?.hundredths();
        }
    }
    Some(Points::from_hundredths(hundredths))
}

fn host_part(appraisal: &Appraisal, issue: &Issue) -> HostPart {
    let sheet = &appraisal.host;
    let composition = compose_host(&appraisal.given()).ok();
    let total = side_total(Side::Host, &sheet.scores, sheet.is_exam_applicable);
    let stages: Vec<String> = Term::ALL
        .iter()
        .filter_map(|term| {
            let points = sheet.stages.get(term)?;
            Some(format!("{} {points}", term.word()))
        })
        .collect();
    let mut notes: Vec<String> = composition
        .iter()
        .flat_map(|c| &c.dropped)
        .map(|dropped| dropped.reason.clone())
        .collect();
    notes.extend(
        text(&sheet.missing_stage_reason).map(|reason| format!("阶段考核缺项说明：{reason}")),
    );
    HostPart {
        scores: score_rows(Side::Host, &sheet.scores, sheet.is_exam_applicable),
        total: number(total),
        sources: source_rows(appraisal, composition.as_ref()),
        multi_source: composition
            .as_ref()
            .and_then(|c| c.multi_source.as_ref())
            .map(exact_on_paper),
        source_notes: notes,
        stages: (!stages.is_empty()).then(|| stages.join("  ")),
        strengths: text(&sheet.strengths),
        weaknesses: text(&sheet.weaknesses),
        advice: text(&sheet.advice),
        proposed_grade: sheet.proposed_grade.map(|grade| grade.word().to_owned()),
        members: text(&sheet.members),
        principal: text(&sheet.principal),
        signed_on: Some(day_on_paper(issue.issued_on)),
    }
}

fn source_rows(appraisal: &Appraisal, composition: Option<&HostComposition>) -> Vec<SourceRow> {
    Source::ALL
        .iter()
        .map(|source| {
            let tally = appraisal
                .host
                .tallies
                .iter()
                .find(|tally| tally.source == *source);
            let share =
                composition.and_then(|c| c.shares.iter().find(|share| share.source == *source));
            SourceRow {
                name: source.word().to_owned(),
                weight: share.map(|share| format!("{}%", exact_on_paper(&share.percent))),
                returned: tally.and_then(|tally| match (tally.returned, tally.invited) {
                    (Some(returned), Some(invited)) => Some(format!("{returned}/{invited}")),
                    (Some(returned), None) => Some(returned.to_string()),
                    _ => None,
                }),
                score: number(tally.and_then(|tally| tally.score)),
            }
        })
        .collect()
}

/// A number for a narrow cell: exact where that is short, else rounded to six places and marked `≈`.
fn exact_on_paper(number: &Exact) -> String {
    let exact = number.to_string();
    if number.is_finite_decimal() && exact.len() <= 10 {
        exact
    } else {
        format!("≈{}", number.round_half_up(6))
    }
}

fn sending_part(
    appraisal: &Appraisal,
    composition: Option<&Composition>,
    issue: &Issue,
) -> SendingPart {
    let sheet = &appraisal.sending;
    SendingPart {
        scores: score_rows(Side::Sending, &sheet.scores, true),
        total: number(side_total(Side::Sending, &sheet.scores, true)),
        opinion: text(&sheet.opinion),
        calculation: composition.map(|composition| composition.steps.join("\n")),
        year_score: composition.map(|composition| composition.year.clone()),
        grade: composition.map(|c| {
            let grade = appraisal.final_grade(c);
            match text(&sheet.grade_reason) {
                Some(reason) if grade != c.grade => format!("{}（{reason}）", grade.word()),
                _ => grade.word().to_owned(),
            }
        }),
        vetoes: Some(vetoes_on_paper(&appraisal.host.vetoes)),
        principal: text(&sheet.principal),
        signed_on: Some(day_on_paper(issue.issued_on)),
    }
}

fn vetoes_on_paper(vetoes: &[Veto]) -> String {
    if vetoes.is_empty() {
        return "无".to_owned();
    }
    let lines: Vec<String> = vetoes
        .iter()
        .map(|veto| {
            let document = text(&veto.document)
                .map(|d| format!("（{d}）"))
                .unwrap_or_default();
            format!(
                "{} {}：{}{document}",
                veto.code.code(),
                veto.code.word(),
                veto.fact.trim()
            )
        })
        .collect();
    lines.join("；")
}

fn feedback_cells(feedback: &[Feedback]) -> FeedbackCells {
    let open_items = feedback
        .iter()
        .flat_map(|feedback| &feedback.items)
        .filter(|item| item.is_open())
        .map(|item| {
            let due = item
                .due_on
                .map(|day| format!("，期限{}", day_on_paper(day)));
            format!(
                "{}：{}{}",
                item.class.word(),
                item.text.trim(),
                due.unwrap_or_default()
            )
        })
        .collect();
    FeedbackCells {
        summary: closing_summary(feedback),
        open_items,
    }
}
