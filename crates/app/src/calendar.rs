//! The calendar of the session's year and the board of what is due.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::calendar::{Calendar, Due, Holiday, Recurring, TermPlan, recurring};
use domain::op::Op;
use domain::policy::{self, Policy, preset};
use domain::year::SchoolYear;

use crate::clock::{self, At};
use crate::failure::Failure;
use crate::policy as policies;
use crate::session::Session;

/// A calendar with what is due, seen on a day.
#[derive(Debug, Clone)]
pub struct Board {
    /// The calendar.
    pub calendar: Calendar,
    /// Name of the policy that the days follow.
    pub policy_name: String,
    /// What is due, by day.
    pub deadlines: Vec<Due>,
    /// What recurs.
    pub recurring: Vec<Recurring>,
    /// The day on which it is seen.
    pub today: NaiveDate,
}

/// The board of a school year.
///
/// # Errors
/// When the records cannot be read.
pub fn board(session: &Session, year: SchoolYear, at: At) -> Result<Board, Failure> {
    let mut policy = policies::in_force(session, year)?;
    for beside in policies::beside(session, year)? {
        policy.duties.extend(beside.duties);
        policy.meetings.extend(beside.meetings);
        policy.surveys.extend(beside.surveys);
    }
    Ok(board_of(on_file(session, year)?, &policy, at))
}

/// The proposed board under a preset, for those who have no records open.
///
/// # Errors
/// When there is no default preset, which no build lacks.
pub fn proposed(year: SchoolYear, at: At) -> Result<Board, Failure> {
    let policy = policies::find_preset(policy::DEFAULT)?.policy;
    Ok(board_of(Calendar::proposed(year), &policy, at))
}

fn on_file(session: &Session, year: SchoolYear) -> Result<Calendar, Failure> {
    Ok(session
        .ledger
        .calendar(year)?
        .unwrap_or_else(|| Calendar::proposed(year)))
}

fn board_of(calendar: Calendar, policy: &Policy, at: At) -> Board {
    let mut again = recurring::recurring(policy);
    // What every exchange asks, beside what the policy in force adds.
    let core = Policy {
        duties: preset::core_duties(),
        meetings: preset::core_meetings(),
        ..policy.clone()
    };
    let known: Vec<String> = again.iter().map(|one| one.rule.clone()).collect();
    again.extend(
        recurring::recurring(&core)
            .into_iter()
            .filter(|one| !known.contains(&one.rule)),
    );
    Board {
        policy_name: policy.name.clone(),
        deadlines: calendar.deadlines(policy),
        recurring: again,
        today: clock::day(at),
        calendar,
    }
}

/// Sets the terms and holidays of the session's year; what was moved or done by hand stays.
///
/// # Errors
/// Every reason why it cannot be kept.
pub fn save(
    session: &mut Session,
    terms: (TermPlan, TermPlan),
    holidays: Vec<Holiday>,
    at: At,
) -> Result<Board, Failure> {
    let year = session.year();
    let calendar = Calendar {
        autumn: terms.0,
        spring: terms.1,
        holidays,
        ..on_file(session, year)?
    };
    keep(session, calendar, Op::SaveCalendar, at)
}

/// Moves a deadline and marks it done; `None` puts it back.
///
/// # Errors
/// When there is no such deadline, or the days lie outside the cycle.
pub fn mark(
    session: &mut Session,
    code: &str,
    moved_on: Option<NaiveDate>,
    done_on: Option<NaiveDate>,
    at: At,
) -> Result<Board, Failure> {
    let mut calendar = on_file(session, session.year())?;
    let set = |marks: &mut BTreeMap<String, NaiveDate>, day: Option<NaiveDate>| match day {
        Some(day) => {
            marks.insert(code.to_owned(), day);
        }
        None => {
            marks.remove(code);
        }
    };
    set(&mut calendar.moved, moved_on);
    set(&mut calendar.done, done_on);
    keep(session, calendar, Op::MarkDeadline, at)
}

fn keep(session: &mut Session, calendar: Calendar, op: Op, at: At) -> Result<Board, Failure> {
    let calendar = calendar.judged()?;
    session.ledger.transact(op, at.naive_local(), |tx| {
        tx.set_about(calendar.year.on_paper());
        tx.set_calendar(&calendar)
    })?;
    board(session, session.year(), at)
}
