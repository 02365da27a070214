//! Pasted postings: who goes from where to where, since when and until when. A row that names a posting on file, by
//! teacher, host school and first day, corrects it; columns that it leaves empty stay as they are on file.

use chrono::NaiveDate;

use domain::assignment::{
    Assignment, AssignmentTerms, Event, Keeping, Mode, PostMode, State, StepForm,
};
use domain::exact::Points;
use domain::exemption::Consent;
use domain::id::{AssignmentId, SchoolId};
use domain::policy::Track;
use domain::refusal::{Judgement, Refusal};

use super::{Cells, Names, Record, Row, numbered, refusals_of, repeated};
use crate::assignment;
use crate::clock::{self, At};
use crate::failure::Failure;
use crate::session::Session;

pub(super) const COLUMNS: &[&str] = &[
    "姓名",
    "派出学校",
    "受援学校",
    "开始日期",
    "结束日期",
    "学科",
    "班级",
    "周课时",
    "方式",
    "岗位",
    "途径",
    "批准文号",
    "批准日期",
    "到岗日期",
];

pub(super) fn rows(
    session: &Session,
    names: &Names,
    lines: &[Vec<String>],
    at: At,
) -> Result<Vec<Row>, Failure> {
    let known = session.ledger.assignments()?;
    // Rows of one paste must not stand in each other's way either.
    let mut read: Vec<Assignment> = Vec::new();
    let mut numbers: Vec<u32> = Vec::new();
    numbered(lines, |cells| {
        let id = clock::new_id(at)?;
        let beginning = beginning(&cells);
        let (typed, before) = match typed(session, names, &cells, &known, id) {
            Ok(typed) => typed,
            Err(mut refusals) => {
                refusals.extend(beginning.err().unwrap_or_default());
                return Ok(Err(refusals));
            }
        };
        let is_same = |one: &Assignment| {
            (one.teacher, one.host_school, one.terms.start_on)
                == (typed.teacher, typed.host_school, typed.terms.start_on)
        };
        if let Some((_, number)) = read.iter().zip(&numbers).find(|(one, _)| is_same(one)) {
            let what = "同一位教师、同一受援学校、同一开始日期";
            return Ok(Err(vec![repeated("ASSIGNMENT-TWICE", *number, what)]));
        }
        let judged = assignment::judge_beside(session, typed, &read);
        let (judged, beginning) = match (judged, beginning) {
            (Ok((judged, _)), Ok(beginning)) => (judged, beginning),
            (judged, beginning) => {
                let mut refusals = match judged {
                    Ok(_) => Vec::new(),
                    Err(failure) => refusals_of(failure)?,
                };
                refusals.extend(beginning.err().unwrap_or_default());
                return Ok(Err(refusals));
            }
        };
        let judged = match beginning {
            Some(beginning) => match begun(session, beginning, judged, at)? {
                Ok(begun) => begun,
                Err(refusals) => return Ok(Err(refusals)),
            },
            None => judged,
        };
        read.push(judged.clone());
        numbers.push(cells.number);
        let is_unchanged = before.as_ref() == Some(&judged);
        Ok(Ok((
            Record::Assignment(Box::new(judged)),
            before.is_some(),
            is_unchanged,
        )))
    })
}

/// The posting that a row tells of, and the one on file that it corrects.
fn typed(
    session: &Session,
    names: &Names,
    cells: &Cells<'_>,
    known: &[Assignment],
    id: AssignmentId,
) -> Result<(Assignment, Option<Assignment>), Vec<Refusal>> {
    let mut judgement = Judgement::new();
    let teacher = names.teacher(cells.text(0), &mut judgement);
    let host = names.school(cells.text(2), &mut judgement);
    let start_on = required_day(cells, 3, "开始日期", &mut judgement);
    // At another school on the same day it is another posting; whether both can be, the rules say.
    let before = known.iter().find(|one| {
        Some(one.teacher) == teacher
            && Some(one.host_school) == host
            && Some(one.terms.start_on) == start_on
    });
    let sending = match cells.text(1) {
        "" => Some(before.map_or(session.school().id, |one| one.sending_school)),
        text => names.school(text, &mut judgement),
    };
    let end = cells.day(4, &mut judgement);
    if end.is_none() && cells.text(4).is_empty() && before.is_none() {
        judgement.refuse("PASTE-DAY", "", "缺少结束日期");
    }
    let mode = cells.choice(8, Mode::named, &mut judgement);
    let post_mode = cells.choice(9, PostMode::named, &mut judgement);
    let track = cells.choice(10, Track::named, &mut judgement);
    let lessons = match cells.text(7) {
        "" => None,
        text => {
            let lessons: Option<u8> = transfer::pasted::number(text, &['节']);
            if lessons.is_none() {
                judgement.refuse("PASTE-LESSONS", "", format!("周课时“{text}”不是整数"));
            }
            lessons
        }
    };
    let schools: Option<(SchoolId, SchoolId)> = sending.zip(host);
    let planned_end = end.or(before.map(|one| one.terms.planned_end_on));
    let (Some(teacher), Some((sending_school, host_school)), Some(start_on), Some(planned_end_on)) =
        (teacher, schools, start_on, planned_end)
    else {
        return Err(judgement.into_refusals());
    };
    let mut assignment = before.cloned().unwrap_or(Assignment {
        id,
        teacher,
        sending_school,
        host_school,
        terms: AssignmentTerms {
            track: None,
            mode: Mode::FullTime,
            post_mode: PostMode::Fill,
            subject: String::new(),
            classes: String::new(),
            weekly_lessons: None,
            is_homeroom: None,
            start_on,
            planned_end_on,
            actual_end_on: None,
            credit: Points::whole(1),
        },
        keeping: Keeping::default(),
        goals: Vec::new(),
        steps: Vec::new(),
    });
    assignment.sending_school = sending_school;
    assignment.host_school = host_school;
    let terms = &mut assignment.terms;
    terms.planned_end_on = planned_end_on;
    terms.track = track.or(terms.track);
    terms.mode = mode.unwrap_or(terms.mode);
    terms.post_mode = post_mode.unwrap_or(terms.post_mode);
    terms.weekly_lessons = lessons.or(terms.weekly_lessons);
    for (place, text) in [(5, &mut terms.subject), (6, &mut terms.classes)] {
        if !cells.text(place).is_empty() {
            cells.text(place).clone_into(text);
        }
    }
    judgement.pass((assignment, before.cloned()))
}

/// 批准 and 到岗 of one who is there already (补登在岗); nothing when the row leaves all three columns empty.
fn beginning(cells: &Cells<'_>) -> Result<Option<(Consent, NaiveDate)>, Vec<Refusal>> {
    let mut judgement = Judgement::new();
    let document = cells.text(11);
    let approved_on = cells.day(12, &mut judgement);
    let arrived_on = cells.day(13, &mut judgement);
    judgement.pass(())?;
    match (document, approved_on, arrived_on) {
        ("", None, None) => Ok(None),
        (document, Some(on), Some(arrived_on)) if !document.is_empty() => {
            let document = document.to_owned();
            Ok(Some((Consent { document, on }, arrived_on)))
        }
        _ => Err(vec![Refusal::new(
            "PASTE-ARRIVAL",
            "补登在岗须同时有批准文号、批准日期和到岗日期；没有到岗的三列都留空",
        )]),
    }
}

/// Takes the beginning of a posting that is only typed; of any other it must say what is on file.
fn begun(
    session: &Session,
    (approval, arrived_on): (Consent, NaiveDate),
    assignment: Assignment,
    at: At,
) -> Result<Result<Assignment, Vec<Refusal>>, Failure> {
    let state = assignment.state();
    if state != State::Draft {
        let is_on_file =
            assignment.approval() == Some(&approval) && assignment.arrived_on() == Some(arrived_on);
        return Ok(if is_on_file {
            Ok(assignment)
        } else {
            Err(vec![Refusal::new(
                "PASTE-ARRIVAL",
                format!(
                    "这条安排现在是“{}”，批准和到岗请在它的“进程”中登记，不能粘贴",
                    state.word()
                ),
            )])
        });
    }
    let by = crate::school::on_file(session, assignment.host_school)?.speaker();
    let form = StepForm {
        reason: "从表格补登".to_owned(),
        approval: Some(approval),
        ..StepForm::new(Event::Backfill, arrived_on, &by)
    };
    let policy = assignment::policy_of(session, &assignment)?;
    let others = session.ledger.assignments_of_teacher(assignment.teacher)?;
    Ok(assignment.stepped(
        form,
        domain::assignment::Beside {
            policy: &policy,
            today: clock::day(at),
            others: &others,
            years: &[],
        },
    ))
}

fn required_day(
    cells: &Cells<'_>,
    place: usize,
    what: &str,
    judgement: &mut Judgement,
) -> Option<NaiveDate> {
    if cells.text(place).is_empty() {
        judgement.refuse("PASTE-DAY", "", format!("缺少{what}"));
        return None;
    }
    cells.day(place, judgement)
}
