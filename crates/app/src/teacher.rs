//! Teachers on file: listed, typed, corrected and deleted.

use domain::id::TeacherId;
use domain::op::Op;
use domain::refusal::Refusal;
use domain::teacher::id_number::IdNumber;
use domain::teacher::{Teacher, TeacherRecord};

use crate::clock::{self, At};
use crate::failure::Failure;
use crate::session::Session;

/// All teachers in the order of their readings, and whether each is on exchange in the session's year.
///
/// # Errors
/// When the records cannot be read.
pub fn list(session: &Session) -> Result<Vec<(Teacher, bool)>, Failure> {
    let postings = session.ledger.assignments_of_year(session.year)?;
    let teachers = session.ledger.teachers()?;
    Ok(teachers
        .into_iter()
        .map(|teacher| {
            let is_posted = postings
                .iter()
                .any(|posting| posting.teacher == teacher.id && !posting.state().takes_no_time());
            (teacher, is_posted)
        })
        .collect())
}

/// Whether a teacher is on exchange in the session's year.
///
/// # Errors
/// When the records cannot be read.
pub fn is_posted(session: &Session, id: TeacherId) -> Result<bool, Failure> {
    let postings = session.ledger.assignments_of_year(session.year)?;
    Ok(postings.iter().any(|posting| posting.teacher == id))
}

/// One teacher.
///
/// # Errors
/// When there is none.
pub fn get(session: &Session, id: TeacherId) -> Result<Teacher, Failure> {
    Failure::unless_found(session.ledger.teacher(id)?, "教师")
}

/// Adds a teacher, or corrects the one with this id. Without a new ID number the old digest stays.
///
/// # Errors
/// When the record cannot be kept.
pub fn save(
    session: &mut Session,
    id: Option<TeacherId>,
    record: TeacherRecord,
    id_number: Option<&IdNumber>,
    at: At,
) -> Result<Teacher, Failure> {
    let mut record = record.judged(clock::day(at))?;
    if let Some(home) = record.standing.home_school
        && session.ledger.school(home)?.is_none()
    {
        return Err(Refusal::at("TEACHER-SCHOOL", "home_school_id", "没有登记这所学校").into());
    }
    if let Some(id) = id {
        let known = get(session, id)?.record;
        record.id_tail = known.id_tail;
        record.id_digest = known.id_digest;
    }
    if let Some(id_number) = id_number {
        id_number.tail().clone_into(&mut record.id_tail);
        record.id_digest = session.ledger.id_digest(id_number.whole())?;
    }
    let teacher = Teacher {
        id: id.map_or_else(|| clock::new_id(at), Ok)?,
        record,
    };
    let op = if id.is_some() {
        Op::UpdateTeacher
    } else {
        Op::AddTeacher
    };
    session.ledger.transact(op, at.naive_local(), |tx| {
        if id.is_some() {
            tx.update_teacher(&teacher)
        } else {
            tx.add_teacher(&teacher)
        }
    })?;
    Ok(teacher)
}

/// Deletes teachers that nothing refers to; all of them or none.
///
/// # Errors
/// When something refers to one of them.
pub fn remove(session: &mut Session, ids: &[TeacherId], at: At) -> Result<(), Failure> {
    session
        .ledger
        .transact(Op::RemoveTeacher, at.naive_local(), |tx| {
            for id in ids {
                tx.remove_teacher(*id)?;
            }
            Ok(())
        })
}
