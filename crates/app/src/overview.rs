//! The first screen: what is to be done today, what is not finished, and how far the year's end is.

mod course;

use domain::appraisal::State;
use domain::calendar::deadline::Standing;
use domain::id::AssignmentId;
use domain::refusal::Refusal;
use domain::school::Side;
use domain::year::{SchoolYear, day_on_paper};

use crate::assignment;
use crate::calendar;
use crate::clock::{self, At};
use crate::failure::Failure;
use crate::feedback;
use crate::report::{self, ReportRow};
use crate::session::Session;

/// One step of the year's end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The screen it is done on.
    pub step: &'static str,
    /// Its name.
    pub title: &'static str,
    /// How many are done.
    pub done: usize,
    /// Of how many.
    pub total: usize,
    /// Why it cannot be done yet; empty when it can.
    pub why_locked: String,
}

impl Step {
    /// True when nothing is left to do.
    pub fn is_done(&self) -> bool {
        self.why_locked.is_empty() && self.total > 0 && self.done >= self.total
    }
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Todo {
    /// What, in one line.
    pub text: String,
    /// The screen it is done on.
    pub step: &'static str,
    /// The posting it is about.
    pub assignment: Option<AssignmentId>,
}

/// Everything on the first screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overview {
    /// The year's end, step by step.
    pub steps: Vec<Step>,
    /// What is to be done, most pressing first.
    pub todos: Vec<Todo>,
    /// Teachers on file.
    pub n_teachers: usize,
    /// Postings of the year.
    pub n_assignments: usize,
}

/// Counts what is done and what is not.
///
/// # Errors
/// When the records cannot be read.
pub fn overview(session: &Session, at: At) -> Result<Overview, Failure> {
    let n_teachers = session.ledger.teachers()?.len();
    let postings = assignment::list(session, session.year())?;
    let rows = report::list(session, at)?;
    let mut todos = near_deadlines(session, at)?;
    todos.extend(course::waiting(session, &postings, at)?);
    todos.extend(overdue_feedback(session, at)?);
    for row in &rows {
        todos.extend(next_thing(row));
    }
    if n_teachers == 0 {
        todos.insert(0, todo("还没有教师：请从Excel导入名册", "teacher", None));
    } else if postings.is_empty() {
        todos.insert(
            0,
            todo("本学年还没有交流安排：请登记谁派到哪里", "assignment", None),
        );
    }
    for school in crate::school::list(session)? {
        let is_used = rows.iter().any(|row| {
            [Side::Sending, Side::Host]
                .iter()
                .any(|side| row.open.posting.school(*side).id == school.school.id)
        });
        if is_used && school.key.is_none() {
            todos.push(todo(
                &format!("{}还没有签章密钥，签章前请先建立", school.school.name),
                "school",
                None,
            ));
        }
    }
    Ok(Overview {
        steps: steps(n_teachers, &rows),
        todos,
        n_teachers,
        n_assignments: postings.len(),
    })
}

fn todo(text: &str, step: &'static str, assignment: Option<AssignmentId>) -> Todo {
    Todo {
        text: text.to_owned(),
        step,
        assignment,
    }
}

/// How long a deadline that was missed still stands on the first screen; after that it stands on the board alone.
const LATE_DAYS: i64 = 30;

/// Deadlines of the next two weeks, and those just missed.
fn near_deadlines(session: &Session, at: At) -> Result<Vec<Todo>, Failure> {
    let year = session.year();
    let mut todos = deadlines_of(session, year, at)?;
    // The selection of the next year falls into the summer of this one (G-18).
    if clock::day(at) <= year.last_day()
        && let Ok(next) = SchoolYear::starting(year.first_year() + 1)
    {
        let before = deadlines_of(session, next, at)?;
        todos.extend(before.into_iter().map(|one| Todo {
            text: format!("{}：{}", next.on_paper(), one.text),
            ..one
        }));
    }
    Ok(todos)
}

fn deadlines_of(session: &Session, year: SchoolYear, at: At) -> Result<Vec<Todo>, Failure> {
    let board = calendar::board(session, year, at)?;
    let mut todos = Vec::new();
    for due in &board.deadlines {
        let left = due.days_left(board.today);
        let text = match due.standing(board.today) {
            Standing::Near if left == 0 => format!("今天到期：{}", due.what),
            Standing::Near => format!("还剩{left}天：{}（{}）", due.what, day_on_paper(due.on)),
            Standing::Late if left >= -LATE_DAYS => {
                format!("已逾期{}天：{}", -left, due.what)
            }
            Standing::Late | Standing::Ahead | Standing::Done => continue,
        };
        todos.push(todo(&text, "calendar", None));
    }
    Ok(todos)
}

fn overdue_feedback(session: &Session, at: At) -> Result<Vec<Todo>, Failure> {
    let today = clock::day(at);
    let mut todos = Vec::new();
    for (feedback, posting) in feedback::list(session)? {
        for item in feedback.items.iter().filter(|item| item.is_open()) {
            let name = &posting.teacher.record.name;
            let text = match item.due_on {
                Some(due) if due < today => {
                    format!(
                        "{name}：反馈{}已过期限（{}），尚未销号",
                        item.class.word(),
                        day_on_paper(due)
                    )
                }
                _ => format!("{name}：反馈{}尚未销号", item.class.word()),
            };
            todos.push(todo(&text, "feedback", Some(posting.assignment.id)));
        }
    }
    Ok(todos)
}

fn next_thing(row: &ReportRow) -> Option<Todo> {
    let open = &row.open;
    let name = &open.posting.teacher.record.name;
    let id = Some(open.posting.assignment.id);
    let lacks = |refusals: &[Refusal]| match refusals {
        [only] => only.message.clone(),
        [first, rest @ ..] => format!("{}等{}项", first.message, rest.len() + 1),
        [] => String::new(),
    };
    match open.appraisal.state {
        State::Open if open.host_signing.is_empty() => Some(todo(
            &format!("{name}：受援学校评分已完成，等待签章"),
            "report",
            id,
        )),
        State::Open => Some(todo(
            &format!(
                "{name}：受援学校评分未完成（{}）",
                lacks(&open.host_signing)
            ),
            "appraisal",
            id,
        )),
        State::HostSigned if open.sending_signing.is_empty() => Some(todo(
            &format!("{name}：派出学校复评已完成，等待签章"),
            "report",
            id,
        )),
        State::HostSigned => Some(todo(
            &format!(
                "{name}：派出学校复评未完成（{}）",
                lacks(&open.sending_signing)
            ),
            "appraisal",
            id,
        )),
        State::SendingSigned => None,
    }
}

fn steps(n_teachers: usize, rows: &[ReportRow]) -> Vec<Step> {
    let total = rows.len();
    let count = |is: &dyn Fn(&ReportRow) -> bool| rows.iter().filter(|row| is(row)).count();
    let scored = count(&|row| row.open.composition.is_ok());
    let signable =
        count(&|row| row.open.appraisal.state != State::Open || row.open.host_signing.is_empty());
    let signed = count(&|row| row.open.appraisal.state == State::SendingSigned);
    let printed = count(&|row| row.issued.as_ref().is_some_and(|issued| issued.printed > 0));
    let locked = |is_free: bool, why: &str| {
        if is_free {
            String::new()
        } else {
            why.to_owned()
        }
    };
    let step = |step, title, done, total, why_locked| Step {
        step,
        title,
        done,
        total,
        why_locked,
    };
    vec![
        step(
            "teacher",
            "核对名册",
            n_teachers,
            n_teachers.max(1),
            String::new(),
        ),
        step(
            "appraisal",
            "评分",
            scored,
            total,
            locked(total > 0, "本学年还没有交流安排"),
        ),
        step(
            "feedback",
            "反馈",
            count(&|row| row.n_open_feedback == 0),
            total,
            locked(total > 0, "本学年还没有交流安排"),
        ),
        step(
            "report",
            "签章",
            signed,
            total,
            locked(signable > 0, "还没有一位教师的受援学校评分可以签章"),
        ),
        step(
            "report",
            "打印",
            printed,
            total,
            locked(signed > 0, "还没有双方签章的报告"),
        ),
        step(
            "report",
            "归档",
            signed,
            total,
            locked(signed > 0, "还没有双方签章的报告"),
        ),
    ]
}
