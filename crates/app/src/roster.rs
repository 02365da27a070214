//! The roster: a foreign spreadsheet is read by the worker, compared with who is on file, shown, and written
//! only when it is confirmed. Importing the same file again changes nothing.

use std::path::Path;

use domain::op::Op;
use domain::refusal::Refusal;
use domain::teacher::id_number::IdNumber;
use domain::teacher::{Teacher, TeacherRecord};
use transfer::sheet::Encoding;

use crate::clock::{self, At};
use crate::failure::Failure;
use crate::session::Session;
use crate::worker;

pub use transfer::roster::{Problem, RosterReading};

/// What importing a row would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// A new teacher.
    Add(Box<TeacherRecord>),
    /// A teacher on file gets what the row knows better.
    Update(Box<Teacher>),
    /// Everything in the row is on file already.
    Unchanged(Box<Teacher>),
}

impl Action {
    /// The record as it will be on file.
    pub fn record(&self) -> &TeacherRecord {
        match self {
            Self::Add(record) => record,
            Self::Update(teacher) | Self::Unchanged(teacher) => &teacher.record,
        }
    }
}

/// A roster that was read and not yet written.
#[derive(Debug)]
pub struct Preview {
    /// Name of the file, without its folder.
    pub file_name: String,
    /// What the worker read: columns, problems, refused rows.
    pub reading: RosterReading,
    /// What each accepted row would do: the row's number in the spreadsheet and the action.
    pub actions: Vec<(u32, Action)>,
}

impl Preview {
    /// Rows that would change the records.
    pub fn n_accepted(&self) -> usize {
        self.reading.counts.rows - self.reading.counts.refused - self.n_unchanged()
    }

    /// Rows that are on file already.
    pub fn n_unchanged(&self) -> usize {
        self.actions
            .iter()
            .filter(|(_, action)| matches!(action, Action::Unchanged(_)))
            .count()
    }

    /// Accepted rows with a warning, those that are on file already not counted.
    pub fn n_warned(&self) -> usize {
        self.reading
            .rows
            .iter()
            .zip(&self.actions)
            .filter(|(row, (_, action))| {
                !row.warnings.is_empty() && !matches!(action, Action::Unchanged(_))
            })
            .count()
    }
}

/// What an import did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Imported {
    /// New teachers.
    pub added: usize,
    /// Teachers that were on file and got something better.
    pub updated: usize,
}

/// Reads a roster with the worker and compares it with who is on file; writes nothing.
///
/// # Errors
/// When the file as a whole cannot be read; what is wrong with single rows is in the preview.
pub fn preview(
    session: &Session,
    file_name: &str,
    bytes: &[u8],
    at: At,
) -> Result<Preview, Failure> {
    let reading = read(session.worker(), bytes, at)?;
    let digest = |id_number: &IdNumber| Ok(session.ledger.id_digest(id_number.whole())?);
    let actions = compare(&reading, session.ledger.teachers()?, digest)?;
    Ok(Preview {
        file_name: file_name.to_owned(),
        reading,
        actions,
    })
}

/// Reads a roster for those who have no records open: every accepted row would be a new teacher.
///
/// # Errors
/// When the file as a whole cannot be read.
pub fn preview_alone(file_name: &str, bytes: &[u8], at: At) -> Result<Preview, Failure> {
    let reading = read(&worker::program()?, bytes, at)?;
    let actions = compare(&reading, Vec::new(), |_| Ok(String::new()))?;
    Ok(Preview {
        file_name: file_name.to_owned(),
        reading,
        actions,
    })
}

/// What each row would do to those who are on file.
fn compare(
    reading: &RosterReading,
    mut on_file: Vec<Teacher>,
    digest: impl Fn(&IdNumber) -> Result<String, Failure>,
) -> Result<Vec<(u32, Action)>, Failure> {
    let mut actions = Vec::new();
    for row in &reading.rows {
        let mut record = row.record.clone();
        if let Some(id_number) = &row.id_number {
            record.id_digest = digest(id_number)?;
        }
        let known = on_file
            .iter_mut()
            .find(|teacher| teacher.record.is_same_person(&record));
        let action = match known {
            None => Action::Add(Box::new(record)),
            Some(teacher) => {
                let merged = merged(&teacher.record, &record);
                if merged == teacher.record {
                    Action::Unchanged(Box::new(teacher.clone()))
                } else {
                    teacher.record = merged;
                    Action::Update(Box::new(teacher.clone()))
                }
            }
        };
        actions.push((row.row, action));
    }
    Ok(actions)
}

fn read(worker: &Path, bytes: &[u8], at: At) -> Result<RosterReading, Failure> {
    Ok(transfer::worker::read_in_child(
        worker,
        bytes.to_vec(),
        Encoding::Detected,
        clock::day(at),
    )?)
}

/// Writes what a preview showed, all of it or nothing.
///
/// # Errors
/// When it cannot be written, or the records have changed since the preview.
pub fn confirm(session: &mut Session, preview: &Preview, at: At) -> Result<Imported, Failure> {
    let digest = |id_number: &IdNumber| Ok(session.ledger.id_digest(id_number.whole())?);
    if compare(&preview.reading, session.ledger.teachers()?, digest)? != preview.actions {
        return Err(
            Refusal::new("ROSTER-STALE", "预览之后台账有了变化，请重新选择名册文件").into(),
        );
    }
    let mut new = Vec::new();
    let mut changed = Vec::new();
    for (_, action) in &preview.actions {
        match action {
            Action::Add(record) => {
                new.push(Teacher {
                    id: clock::new_id(at)?,
                    record: (**record).clone(),
                });
            }
            Action::Update(teacher) => changed.push((**teacher).clone()),
            Action::Unchanged(_) => {}
        }
    }
    let imported = Imported {
        added: new.len(),
        updated: changed.len(),
    };
    if new.is_empty() && changed.is_empty() {
        return Ok(imported);
    }
    session
        .ledger
        .transact(Op::ImportRoster, at.naive_local(), |tx| {
            tx.set_about(preview.file_name.clone());
            for teacher in &new {
                tx.add_teacher(teacher)?;
            }
            for teacher in &changed {
                tx.update_teacher(teacher)?;
            }
            Ok(imported)
        })
}

/// The refused rows as a spreadsheet, to be mended and imported again.
///
/// # Errors
/// When the spreadsheet cannot be made.
pub fn rejects(preview: &Preview) -> Result<Vec<u8>, Failure> {
    Ok(transfer::rejects::rejects_file(&preview.reading)?)
}

/// An empty roster with our headings.
///
/// # Errors
/// When the spreadsheet cannot be made.
pub fn template() -> Result<Vec<u8>, Failure> {
    Ok(transfer::template::roster_template()?)
}

/// The record on file with everything that the row knows; what the row leaves empty stays.
fn merged(on_file: &TeacherRecord, row: &TeacherRecord) -> TeacherRecord {
    let text = |old: &str, new: &str| {
        if new.is_empty() {
            old.to_owned()
        } else {
            new.to_owned()
        }
    };
    let knows_day_already = match (on_file.birth, row.birth) {
        (Some(old), Some(new)) => old.is_day_known() && !new.is_day_known() && old.may_equal(new),
        _ => false,
    };
    TeacherRecord {
        name: text(&on_file.name, &row.name),
        sex: row.sex.or(on_file.sex),
        birth: if knows_day_already {
            on_file.birth
        } else {
            row.birth.or(on_file.birth)
        },
        id_tail: text(&on_file.id_tail, &row.id_tail),
        id_digest: text(&on_file.id_digest, &row.id_digest),
        political_status: text(&on_file.political_status, &row.political_status),
        education: text(&on_file.education, &row.education),
        subject: text(&on_file.subject, &row.subject),
        title: text(&on_file.title, &row.title),
        title_awarded: text(&on_file.title_awarded, &row.title_awarded),
        backbone: text(&on_file.backbone, &row.backbone),
        post: text(&on_file.post, &row.post),
        joined_work_on: row.joined_work_on.or(on_file.joined_work_on),
        joined_school_on: row.joined_school_on.or(on_file.joined_school_on),
        on_establishment: row.on_establishment.or(on_file.on_establishment),
        phone: text(&on_file.phone, &row.phone),
        note: text(&on_file.note, &row.note),
        standing: on_file.standing.clone(),
    }
}
