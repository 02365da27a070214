//! What waits on postings: papers to sign, arrivals and returns to register, living conditions past their day.

use chrono::{Days, NaiveDate};

use domain::assignment::{Event, State};

use super::{Todo, todo};
use crate::assignment::Posting;
use crate::clock::{self, At};
use crate::failure::Failure;
use crate::session::Session;

/// How many days before the planned end the end is asked for.
const END_NEAR: u64 = 60;
/// How many days before the first day the letter is asked for.
const START_NEAR: u64 = 45;

/// What waits on the postings of the year.
pub(super) fn waiting(
    session: &Session,
    postings: &[Posting],
    at: At,
) -> Result<Vec<Todo>, Failure> {
    let today = clock::day(at);
    let mut todos = Vec::new();
    for posting in postings {
        let id = posting.assignment.id;
        let name = &posting.teacher.record.name;
        if let Some(what) = next(posting, today) {
            todos.push(todo(&format!("{name}：{what}"), "assignment", Some(id)));
        }
        let overdue = session
            .ledger
            .living_items_of(id)?
            .iter()
            .filter(|item| item.is_overdue(today))
            .count();
        if overdue > 0 {
            todos.push(todo(
                &format!("{name}：生活保障有{overdue}项已过办理期限，尚未销号"),
                "assignment",
                Some(id),
            ));
        }
    }
    Ok(todos)
}

fn next(posting: &Posting, today: NaiveDate) -> Option<String> {
    let assignment = &posting.assignment;
    let terms = &assignment.terms;
    let is_near = |day: NaiveDate, days| today + Days::new(days) >= day;
    match assignment.state() {
        State::Returned => Some("申报被退回，请修改后重新申报，或删除".to_owned()),
        State::Approved if is_near(terms.start_on, START_NEAR) => {
            Some("已批准，请商定工作目标并签订责任书".to_owned())
        }
        State::GoalsSigned if today >= terms.start_on => Some("责任书已签，请登记到岗".to_owned()),
        State::Suspended => {
            let back = assignment.last(Event::Suspend)?.until?;
            (today > back).then(|| "中止已过预计恢复日期，请登记恢复".to_owned())
        }
        State::Active if today > terms.planned_end_on => {
            Some("已过计划结束日期，请认定工作目标并登记期满考核".to_owned())
        }
        State::Active if is_near(terms.planned_end_on, END_NEAR) => {
            Some("交流即将期满，请认定工作目标并登记期满考核".to_owned())
        }
        State::TermEnd => Some("期满考核中，请登记期满返校或延期".to_owned()),
        State::Extended => Some("已延期，请登记续任".to_owned()),
        _ => None,
    }
}
