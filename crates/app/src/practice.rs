//! The practice school: a whole invented school year to try everything on, and the proof that the program
//! does its main job on this machine.
//!
//! Its file is encrypted with a key that is built into the program, so it is not secret; its papers and
//! screens say that it is a sample.

mod course;
mod people;
mod scores;
mod selection;
mod texts;

use std::ops::ControlFlow;
use std::path::Path;

use chrono::{Days, NaiveDate};
use domain::appraisal::SendingSheet;
use domain::assignment::{Assignment, AssignmentTerms, Keeping, Mode, PostMode};
use domain::exact::Points;
use domain::feedback::{
    Feedback, FeedbackItem, FeedbackKind, FeedbackSheet, ItemClass, Recommendation,
};
use domain::id::{AssignmentId, SchoolId, TeacherId};
use domain::school::{School, Side, Stage};
use domain::teacher::{BirthDate, Sex, Standing, TeacherRecord};
use domain::year::SchoolYear;
use zeroize::Zeroizing;

use crate::clock::{self, At};
use crate::failure::Failure;
use crate::progress::Progress;
use crate::report::{self, Signed};
use crate::session::{NewLedger, PRACTICE_FILE, Session};
use crate::{appraisal, feedback, school, teacher};

use people::{AT_HOME, PEOPLE, PracticePerson, SCHOOLS};

/// Every key of the practice school opens with this.
pub const KEY_PASSPHRASE: &str = "样例学校";

/// The school year that the practice school has just finished.
const FIRST_YEAR: i32 = 2025;

/// How much of the year is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// Everything is scored and signed by both schools.
    Complete,
    /// The last four teachers are left in different states, so that there is something to practise on.
    Lesson,
}

/// Postings that a lesson leaves unfinished.
const LEFT_FOR_PRACTICE: usize = 4;

/// Opens the practice school in a folder; makes it when it is not there yet.
///
/// # Errors
/// When the file cannot be made or opened.
pub fn open(
    folder: &Path,
    extent: Extent,
    at: At,
    progress: &mut dyn Progress,
) -> Result<Session, Failure> {
    let place = folder.join(PRACTICE_FILE);
    if place.exists() {
        return Session::open_practice(&place);
    }
    // Under another name until it is whole: a practice school that was interrupted is simply made again.
    let unfinished = folder.join(format!("{PRACTICE_FILE}.part"));
    if unfinished.exists() {
        std::fs::remove_file(&unfinished).map_err(|error| broken(&unfinished, &error))?;
    }
    let (session, _) = build(&unfinished, extent, at, progress)?;
    drop(session);
    std::fs::rename(&unfinished, &place).map_err(|error| broken(&place, &error))?;
    Session::open_practice(&place)
}

/// Opens a practice school that is there already.
///
/// # Errors
/// When the file cannot be opened.
pub fn open_existing(place: &Path) -> Result<Session, Failure> {
    Session::open_practice(place)
}

fn broken(place: &Path, error: &std::io::Error) -> Failure {
    let doing = format!("准备样例学校“{}”", place.display());
    Failure::of_system("PRACTICE", doing, error)
}

/// Makes a practice school in a new file, and answers what was signed by both schools.
///
/// # Errors
/// When the file is there already or cannot be written.
pub fn build(
    place: &Path,
    extent: Extent,
    at: At,
    progress: &mut dyn Progress,
) -> Result<(Session, Vec<Signed>), Failure> {
    let year = SchoolYear::starting(FIRST_YEAR)?;
    let mine = SCHOOLS
        .first()
        .ok_or_else(|| Failure::broken("PRACTICE", "样例学校缺少学校"))?;
    let new = NewLedger {
        school: mine.name.to_owned(),
        stage: Stage::Primary,
        year,
    };
    let mut session = Session::create_practice(place, &new, at)?;
    let schools = add_schools(&mut session, at)?;
    add_those_at_home(&mut session, at)?;
    let total = PEOPLE.len() * 2;
    let mut postings = Vec::new();
    for (ordinal, person) in PEOPLE.iter().enumerate() {
        if progress.step(ordinal, total, person.name) == ControlFlow::Break(()) {
            return Err(Failure::broken("STOPPED", "已停止，样例学校没有做完"));
        }
        let is_left = extent == Extent::Lesson && ordinal + LEFT_FOR_PRACTICE >= PEOPLE.len();
        postings.push(add_person(
            &mut session,
            person,
            ordinal,
            &schools,
            is_left,
            at,
        )?);
    }
    let next = SchoolYear::starting(FIRST_YEAR + 1)?;
    selection::add(&mut session, &schools, next, at)?;
    let signed = sign_all(&mut session, &postings, extent, at, progress)?;
    Ok((session, signed))
}

fn add_those_at_home(session: &mut Session, at: At) -> Result<(), Failure> {
    for person in AT_HOME {
        let record = TeacherRecord {
            name: person.name.to_owned(),
            sex: Sex::named(person.sex),
            birth: person.birth.parse().ok(),
            subject: person.subject.to_owned(),
            title: person.title.to_owned(),
            backbone: person.backbone.to_owned(),
            post: person.post.to_owned(),
            joined_school_on: person.joined_school_on.parse().ok(),
            on_establishment: Some(true),
            ..TeacherRecord::default()
        };
        teacher::save(session, None, record, None, at)?;
    }
    Ok(())
}

fn add_schools(session: &mut Session, at: At) -> Result<Vec<SchoolId>, Failure> {
    let mut ids = Vec::new();
    let passphrase = Zeroizing::new(KEY_PASSPHRASE.to_owned());
    for (ordinal, practice) in SCHOOLS.iter().enumerate() {
        let id = if ordinal == 0 {
            session.school().id
        } else {
            clock::new_id(at)?
        };
        let new = School {
            id,
            name: practice.name.to_owned(),
            short_name: practice.short_name.to_owned(),
            stage: Stage::named(practice.stage).unwrap_or(Stage::Primary),
            principal: practice.principal.to_owned(),
            is_mine: ordinal == 0,
            profile: practice.profile(),
        };
        school::save(session, new, at)?;
        school::create_key(session, id, &passphrase, at)?;
        ids.push(id);
    }
    Ok(ids)
}

fn add_person(
    session: &mut Session,
    person: &PracticePerson,
    ordinal: usize,
    schools: &[SchoolId],
    is_left: bool,
    at: At,
) -> Result<AssignmentId, Failure> {
    let lost = || Failure::broken("PRACTICE", "样例学校缺少学校");
    let sending_school = *schools.get(person.way.0).ok_or_else(lost)?;
    let host_school = *schools.get(person.way.1).ok_or_else(lost)?;
    let host_name = SCHOOLS.get(person.way.1).ok_or_else(lost)?.name;
    let teacher = add_teacher(session, person, sending_school, at)?;
    let year = session.year();
    let posting = Assignment {
        id: clock::new_id(at)?,
        teacher,
        sending_school,
        host_school,
        keeping: Keeping::default(),
        goals: Vec::new(),
        steps: Vec::new(),
        terms: AssignmentTerms {
            track: None,
            credit: Points::whole(1),
            mode: Mode::FullTime,
            post_mode: PostMode::Fill,
            subject: person.subject.to_owned(),
            classes: person.classes.to_owned(),
            weekly_lessons: Some(person.weekly_lessons),
            is_homeroom: Some(ordinal.is_multiple_of(5)),
            start_on: year.first_day(),
            planned_end_on: year.last_day(),
            actual_end_on: None,
        },
    };
    let id = course::add(session, person, ordinal, posting, at)?
        .assignment
        .id;
    add_feedback(session, person, ordinal, id, is_left, at)?;
    let mut sheet = scores::host_sheet(person, host_name, ordinal, year);
    if is_left && ordinal + 1 == PEOPLE.len() {
        // The last one has just begun: something is missing on every page.
        sheet
            .scores
            .retain(|code, _| code.starts_with("H1") || code.starts_with("H2"));
        sheet.stages.clear();
        sheet.strengths.clear();
    }
    let open = appraisal::save_host(session, id, sheet, at)?;
    let suggested = domain::appraisal::composition::compose_host(&open.appraisal.given())
        .map(|host| scores::proposed_grade(&host.host_combined))
        .ok();
    if suggested.is_some() {
        let mut sheet = open.appraisal.host;
        sheet.proposed_grade = suggested;
        appraisal::save_host(session, id, sheet, at)?;
    }
    if !is_left {
        let sheet = SendingSheet {
            opinion: texts::sending_opinion(person, ordinal),
            principal: SCHOOLS
                .get(person.way.0)
                .ok_or_else(lost)?
                .principal
                .to_owned(),
            scores: scores::sending_scores(person, ordinal),
            ..SendingSheet::default()
        };
        appraisal::save_sending(session, id, sheet, at)?;
    }
    Ok(id)
}

fn add_teacher(
    session: &mut Session,
    person: &PracticePerson,
    home: SchoolId,
    at: At,
) -> Result<TeacherId, Failure> {
    let record = TeacherRecord {
        name: person.name.to_owned(),
        sex: Sex::named(person.sex),
        birth: person.birth.parse::<BirthDate>().ok(),
        political_status: "群众".to_owned(),
        education: person.education.to_owned(),
        subject: person.subject.to_owned(),
        title: person.title.to_owned(),
        title_awarded: person.title_awarded.to_owned(),
        backbone: person.backbone.to_owned(),
        joined_school_on: person.joined_school_on.parse::<NaiveDate>().ok(),
        on_establishment: Some(true),
        standing: Standing {
            home_school: Some(home),
            ..Standing::default()
        },
        ..TeacherRecord::default()
    };
    Ok(teacher::save(session, None, record, None, at)?.id)
}

fn add_feedback(
    session: &mut Session,
    person: &PracticePerson,
    ordinal: usize,
    posting: AssignmentId,
    is_left: bool,
    at: At,
) -> Result<(), Failure> {
    let on = session.year().last_day() - Days::new(62);
    let due = on + Days::new(30);
    let (contributions, changes) = texts::feedback_texts(person, ordinal);
    let answer = u8::try_from(3 + (person.level + i32::try_from(ordinal).unwrap_or(0)) / 40).ok();
    let praise = FeedbackItem {
        id: clock::new_id(at)?,
        class: ItemClass::Praise,
        text: person.merit.to_owned(),
        owner: String::new(),
        due_on: None,
        reply: String::new(),
        closed_on: None,
    };
    let problem = FeedbackItem {
        id: clock::new_id(at)?,
        class: ItemClass::Problem,
        text: format!("{}教具不足，希望派出学校协助调配", person.subject),
        owner: "教务处".to_owned(),
        due_on: Some(due),
        reply: if is_left {
            String::new()
        } else {
            "已调配一批教具并送到学校".to_owned()
        },
        closed_on: (!is_left).then_some(due),
    };
    let host = SCHOOLS
        .get(person.way.1)
        .map_or("", |school| school.principal);
    let new = Feedback {
        id: clock::new_id(at)?,
        assignment: posting,
        sheet: FeedbackSheet {
            kind: FeedbackKind::Year,
            on,
            from: format!("{host}（校长）"),
            satisfaction: [answer; 6],
            contributions,
            changes,
            requests: "希望继续选派同学科教师".to_owned(),
            recommendation: Some(Recommendation::Continue),
        },
        items: vec![praise, problem],
    };
    feedback::save(session, new, at)?;
    Ok(())
}

fn sign_all(
    session: &mut Session,
    postings: &[AssignmentId],
    extent: Extent,
    at: At,
    progress: &mut dyn Progress,
) -> Result<Vec<Signed>, Failure> {
    let passphrase = Zeroizing::new(KEY_PASSPHRASE.to_owned());
    let left = if extent == Extent::Lesson {
        LEFT_FOR_PRACTICE
    } else {
        0
    };
    // In a lesson one more is signed by its host school and waits for the sending one.
    let both = postings.len().saturating_sub(left);
    let host = both + usize::from(left > 0);
    let total = postings.len() * 2;
    let mut signed = Vec::new();
    for (side, count) in [(Side::Host, host), (Side::Sending, both)] {
        let ids: Vec<AssignmentId> = postings.iter().take(count).copied().collect();
        let mut step = |done: usize, of: usize, name: &str| {
            progress.step(
                postings.len() + (done * postings.len()) / of.max(1),
                total,
                name,
            )
        };
        let outcome = report::sign_many(session, side, &ids, &passphrase, at, &mut step)?;
        if outcome.is_stopped {
            return Err(Failure::broken("STOPPED", "已停止，样例学校没有做完"));
        }
        if let Some((_, failure)) = outcome.failed.into_iter().next() {
            return Err(failure);
        }
        signed = outcome.signed;
    }
    for id in postings.iter().take(both) {
        course::complete(session, *id, at)?;
    }
    Ok(signed)
}
