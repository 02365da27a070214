//! Assignments: who is sent where, and everything that hangs on it.

mod approved;
mod course;
mod page;

use domain::assignment::Assignment;
use domain::id::AssignmentId;
use domain::op::Op;
use domain::policy::Policy;
use domain::refusal::Refusal;
use domain::school::{School, Side};
use domain::teacher::{Teacher, pinyin_key};
use domain::year::SchoolYear;

use crate::clock::At;
use crate::failure::Failure;
use crate::policy;
use crate::session::Session;
use crate::{school, teacher};

pub use approved::send_approved;
pub use course::{set_goals, take_back, take_step};
pub use page::{Page, page};

/// An assignment with its people and schools.
#[derive(Debug, Clone)]
pub struct Posting {
    /// The assignment.
    pub assignment: Assignment,
    /// Who.
    pub teacher: Teacher,
    /// 派出学校.
    pub sending_school: School,
    /// 受援学校.
    pub host_school: School,
}

impl Posting {
    /// The school of a side.
    pub fn school(&self, side: Side) -> &School {
        match side {
            Side::Sending => &self.sending_school,
            Side::Host => &self.host_school,
        }
    }
}

/// The postings of a year, in the order of the teachers' readings.
///
/// # Errors
/// When the records cannot be read.
pub fn list(session: &Session, year: SchoolYear) -> Result<Vec<Posting>, Failure> {
    let mut postings = session
        .ledger
        .assignments_of_year(year)?
        .into_iter()
        .map(|assignment| posting(session, assignment))
        .collect::<Result<Vec<_>, _>>()?;
    postings.sort_by_cached_key(|posting| {
        (
            pinyin_key(&posting.teacher.record.name),
            posting.assignment.id,
        )
    });
    Ok(postings)
}

/// One posting.
///
/// # Errors
/// When there is none.
pub fn get(session: &Session, id: AssignmentId) -> Result<Posting, Failure> {
    posting(
        session,
        Failure::unless_found(session.ledger.assignment(id)?, "交流安排")?,
    )
}

fn posting(session: &Session, assignment: Assignment) -> Result<Posting, Failure> {
    Ok(Posting {
        teacher: teacher::get(session, assignment.teacher)?,
        sending_school: school::on_file(session, assignment.sending_school)?,
        host_school: school::on_file(session, assignment.host_school)?,
        assignment,
    })
}

/// Every posting of every year, in the order of the teachers' readings and then of their first days.
///
/// # Errors
/// When the records cannot be read.
pub fn list_all(session: &Session) -> Result<Vec<Posting>, Failure> {
    let postings = session.ledger.assignments()?.into_iter();
    postings
        .map(|assignment| posting(session, assignment))
        .collect()
}

/// The policy that a posting is judged by: the one in force in the school year in which it begins; where it began before
/// the school chose any, the first that was chosen.
pub(crate) fn policy_of(session: &Session, assignment: &Assignment) -> Result<Policy, Failure> {
    let year = SchoolYear::of(assignment.terms.start_on).unwrap_or(session.year());
    let first = session.ledger.first_policy_year()?;
    policy::in_force(session, first.map_or(year, |first| first.max(year)))
}

/// Adds an assignment, or corrects the one with this id. Its goals and steps are not touched.
///
/// # Errors
/// When it cannot be kept.
pub fn save(session: &mut Session, assignment: Assignment, at: At) -> Result<Posting, Failure> {
    let (assignment, is_known) = judge(session, assignment)?;
    let op = if is_known {
        Op::UpdateAssignment
    } else {
        Op::AddAssignment
    };
    session.ledger.transact(op, at.naive_local(), |tx| {
        if is_known {
            tx.update_assignment(&assignment)
        } else {
            tx.add_assignment(&assignment)
        }
    })?;
    posting(session, assignment)
}

fn judge(session: &Session, assignment: Assignment) -> Result<(Assignment, bool), Failure> {
    judge_beside(session, assignment, &[])
}

/// Judges an assignment as it was typed beside the records and `more` that is not on file yet; answers also whether it
/// is on file.
pub(crate) fn judge_beside(
    session: &Session,
    mut assignment: Assignment,
    more: &[Assignment],
) -> Result<(Assignment, bool), Failure> {
    teacher::get(session, assignment.teacher)?;
    school::on_file(session, assignment.sending_school)?;
    school::on_file(session, assignment.host_school)?;
    let known = session.ledger.assignment(assignment.id)?;
    if let Some(known) = &known {
        assignment.goals.clone_from(&known.goals);
    }
    let mut others = session.ledger.assignments_of_teacher(assignment.teacher)?;
    // What is corrected beside it stands as it will be, and not as it is on file.
    let more = more.iter().filter(|one| one.id != assignment.id);
    others.retain(|other| !more.clone().any(|one| one.id == other.id));
    others.extend(more.cloned());
    // Under another teacher's name it is still the same posting.
    others.extend(
        known
            .iter()
            .filter(|known| known.teacher != assignment.teacher)
            .cloned(),
    );
    let policy = policy_of(session, &assignment)?;
    let assignment = assignment.judged(&others, &policy)?;
    if let Some(known) = &known {
        require_unsealed(session, known, &assignment)?;
    }
    Ok((assignment, known.is_some()))
}

/// What stands on a paper that a school has signed stays: who, from where to where, since when and how.
fn require_unsealed(
    session: &Session,
    known: &Assignment,
    changed: &Assignment,
) -> Result<(), Failure> {
    let is_same = known.teacher == changed.teacher
        && known.sending_school == changed.sending_school
        && known.host_school == changed.host_school
        && known.terms.start_on == changed.terms.start_on
        && known.terms.mode == changed.terms.mode
        && known.terms.post_mode == changed.terms.post_mode;
    let is_signed = session
        .ledger
        .reports_of(known.id)?
        .iter()
        .any(|report| report.side.is_some());
    if is_same || !is_signed {
        return Ok(());
    }
    Err(Refusal::new(
        "ASSIGNMENT-SEALED",
        "已有学校签章，教师、两所学校、开始日期和方式不能再改",
    )
    .into())
}

/// Deletes an assignment that nothing refers to and that was not served.
///
/// # Errors
/// When something refers to it, or he has come.
pub fn remove(session: &mut Session, id: AssignmentId, at: At) -> Result<(), Failure> {
    get(session, id)?.assignment.judge_removal()?;
    Ok(session
        .ledger
        .transact(Op::RemoveAssignment, at.naive_local(), |tx| {
            tx.remove_assignment(id)
        })?)
}
