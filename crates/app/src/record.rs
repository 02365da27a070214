//! A teacher's record of service: months at each posting, what they are worth for a title, and honours that are near.

use chrono::NaiveDate;

use domain::assignment::months::{self, Served};
use domain::honour::{self, HonourReminder};
use domain::id::TeacherId;
use domain::policy::Policy;
use domain::promotion::{self, TitleCheck};
use domain::school::School;
use domain::teacher::Teacher;
use domain::year::SchoolYear;

use crate::assignment::{self, Posting};
use crate::clock::{self, At};
use crate::failure::Failure;
use crate::session::Session;
use crate::{policy, school};

/// The service of one teacher.
#[derive(Debug, Clone)]
pub struct ServedTeacher {
    /// Who.
    pub teacher: Teacher,
    /// His postings with the months of each, up to [`Self::until`].
    pub postings: Vec<(Posting, Served)>,
    /// Up to and with which day.
    pub until: NaiveDate,
    /// What the policy asks of whoever applies for a title.
    pub title: TitleCheck,
    /// Honours that are reached or near.
    pub honours: Vec<HonourReminder>,
}

/// The service of every teacher who has a posting, or of one teacher, on a day: today unless it is said otherwise.
///
/// # Errors
/// When the records cannot be read.
pub fn served(
    session: &Session,
    only: Option<TeacherId>,
    until: Option<NaiveDate>,
    at: At,
) -> Result<Vec<ServedTeacher>, Failure> {
    let until = until.unwrap_or(clock::day(at));
    // What is asked on a day is what the policy of that day's school year asks, whatever year is worked on.
    let year = SchoolYear::of(until).unwrap_or(session.year());
    let policy = policy::in_force(session, year)?;
    let schools: Vec<School> = session.ledger.schools()?;
    let mut groups: Vec<(Teacher, Vec<Posting>)> = Vec::new();
    for posting in assignment::list_all(session)? {
        if only.is_some_and(|only| only != posting.teacher.id) {
            continue;
        }
        match groups.last_mut() {
            Some((teacher, postings)) if teacher.id == posting.teacher.id => postings.push(posting),
            _ => groups.push((posting.teacher.clone(), vec![posting])),
        }
    }
    if let Some(only) = only
        && groups.is_empty()
    {
        groups.push((crate::teacher::get(session, only)?, Vec::new()));
    }
    groups
        .into_iter()
        .map(|(teacher, postings)| of(session, &policy, &schools, teacher, postings, until))
        .collect()
}

fn of(
    session: &Session,
    policy: &Policy,
    schools: &[School],
    teacher: Teacher,
    postings: Vec<Posting>,
    until: NaiveDate,
) -> Result<ServedTeacher, Failure> {
    let home = school::home_of(session, &teacher)?;
    let assignments: Vec<_> = postings
        .iter()
        .map(|posting| posting.assignment.clone())
        .collect();
    let title = promotion::check(policy, &teacher, &home, &assignments, schools, until);
    let honours = honour::reminders(&teacher, &home, &assignments, schools, until);
    let months = months::of_teacher(&assignments, until);
    Ok(ServedTeacher {
        teacher,
        postings: postings.into_iter().zip(months).collect(),
        until,
        title,
        honours,
    })
}
