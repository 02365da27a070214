//! Every form but F-01: its facts taken from the records, drawn as a draft or issued into the archive.

use chrono::NaiveDate;

use domain::id::{AssignmentId, CandidateId, SchoolId, TeacherId};
use domain::op::Op;
use domain::refusal::Refusal;
use domain::report::{Fact, Form, FormCode, Issue};
use domain::school::Side;
use domain::year::SchoolYear;
use store::{IssuedReport, NewReport};

use super::facts::{digest_of, digest_of_bytes, draft_issue, facts_text};
use super::standing::{Standing, standing};
use super::{Made, build};
use crate::assignment;
use crate::candidate;
use crate::clock::{self, At};
use crate::failure::Failure;
use crate::session::Session;

/// What a form is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A posting (F-04, F-06).
    Posting(AssignmentId),
    /// A candidate (F-10).
    Candidate(CandidateId),
    /// A host school (F-19).
    School(SchoolId),
    /// The school year (F-11, F-11b, F-18, F-20).
    Year,
}

/// A paper that can be made or was issued.
#[derive(Debug, Clone)]
pub struct Paper {
    /// Which form.
    pub code: FormCode,
    /// What it is about.
    pub subject: Subject,
    /// Whose name, or which list.
    pub about: String,
    /// Its newest revision, once it is issued.
    pub issued: Option<IssuedReport>,
    /// How that stands to the records now.
    pub standing: Option<Standing>,
    /// Whose signature comes next; nothing for a paper that is signed with ink, that both have signed, that the records
    /// have outrun, or that is signed with its appraisal (F-01).
    pub next: Option<Turn>,
}

/// Whose signature comes next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// Which side.
    pub side: Side,
    /// Name of its school, whose key signs.
    pub school: String,
}

/// The form of an issued paper and what it is about; nothing when its form is not one of this program's.
pub(super) fn named(issued: &IssuedReport) -> Option<(FormCode, Subject)> {
    let code = FormCode::from_code(&issued.form)?;
    let subject = match (issued.assignment, &issued.record) {
        (Some(id), _) => Subject::Posting(id),
        (None, Some(id)) if code == FormCode::Need => Subject::School(id.parse().ok()?),
        (None, Some(id)) => Subject::Candidate(id.parse().ok()?),
        (None, None) => Subject::Year,
    };
    Some((code, subject))
}

impl Paper {
    fn of(
        session: &Session,
        code: FormCode,
        subject: Subject,
        issued: Option<IssuedReport>,
    ) -> Result<Self, Failure> {
        let about = match &issued {
            Some(issued) => issued.about.clone(),
            None => about(session, subject)?,
        };
        let standing = issued.as_ref().map(|issued| standing(session, issued));
        let mut paper = Self {
            code,
            subject,
            about,
            standing: standing.transpose()?,
            issued,
            next: None,
        };
        if let (Some(side), Subject::Posting(id)) = (paper.next_side(), subject) {
            let school = assignment::get(session, id)?.school(side).name.clone();
            paper.next = Some(Turn { side, school });
        }
        Ok(paper)
    }

    fn next_side(&self) -> Option<Side> {
        let issued = self.issued.as_ref()?;
        let is_outrun = self.standing.as_ref().is_some_and(|now| !now.is_current());
        match issued.side {
            _ if is_outrun || !self.code.is_signed_alone() => None,
            None => Some(Side::Host),
            Some(Side::Host) => Some(Side::Sending),
            Some(Side::Sending) => None,
        }
    }

    /// A paper of the archive as it stands to the records now; nothing when its form is not one of this program's.
    ///
    /// # Errors
    /// When the records cannot be read.
    pub fn of_issued(session: &Session, issued: IssuedReport) -> Result<Option<Self>, Failure> {
        let Some((code, subject)) = named(&issued) else {
            return Ok(None);
        };
        Self::of(session, code, subject, Some(issued)).map(Some)
    }
}

impl std::fmt::Display for Subject {
    /// As scripts and the window name it: `posting:<id>`, `candidate:<id>`, `school:<id>`, `year`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Posting(id) => write!(f, "posting:{id}"),
            Self::Candidate(id) => write!(f, "candidate:{id}"),
            Self::School(id) => write!(f, "school:{id}"),
            Self::Year => f.write_str("year"),
        }
    }
}

impl std::str::FromStr for Subject {
    type Err = Failure;

    fn from_str(text: &str) -> Result<Self, Failure> {
        let unknown = || Refusal::at("REPORT-SUBJECT", "subject", format!("不认得“{text}”"));
        if text == "year" {
            return Ok(Self::Year);
        }
        let (kind, id) = text.split_once(':').ok_or_else(unknown)?;
        Ok(match kind {
            "posting" => Self::Posting(id.parse()?),
            "candidate" => Self::Candidate(id.parse()?),
            "school" => Self::School(id.parse()?),
            _ => return Err(unknown().into()),
        })
    }
}

impl Subject {
    fn assignment(self) -> Option<AssignmentId> {
        match self {
            Self::Posting(id) => Some(id),
            _ => None,
        }
    }

    fn record(self) -> Option<String> {
        match self {
            Self::Candidate(id) => Some(id.to_string()),
            Self::School(id) => Some(id.to_string()),
            Self::Posting(_) | Self::Year => None,
        }
    }

    pub(super) fn is_of(self, report: &IssuedReport) -> bool {
        report.assignment == self.assignment() && report.record == self.record()
    }
}

/// The form of a number, such as `F-11b`.
///
/// # Errors
/// When this program does not have it.
pub fn code_named(text: &str) -> Result<FormCode, Failure> {
    FormCode::ALL
        .iter()
        .copied()
        .find(|code| code.code().eq_ignore_ascii_case(text.trim()))
        .ok_or_else(|| {
            let known: Vec<&str> = FormCode::ALL.iter().map(|code| code.code()).collect();
            Refusal::at(
                "REPORT-FORM",
                "form",
                format!("没有表号“{text}”；现有表号：{}", known.join("、")),
            )
            .into()
        })
}

/// What a form can be made of in the session's year, in the order of a list; of one teacher only where it is asked.
///
/// # Errors
/// When the records cannot be read.
pub fn subjects(
    session: &Session,
    code: FormCode,
    only: Option<TeacherId>,
) -> Result<Vec<Subject>, Failure> {
    let is_asked = |teacher: TeacherId| only.is_none_or(|only| only == teacher);
    if only.is_some() && code.has_twin() {
        return Err(Refusal::at(
            "REPORT-TEACHER",
            "teacher",
            format!("{}是全校名单，不能只出一位教师的", code.word()),
        )
        .into());
    }
    Ok(match code {
        FormCode::Annual | FormCode::Letter | FormCode::Certificate => {
            assignment::list(session, session.year())?
                .into_iter()
                .filter(|posting| is_asked(posting.teacher.id))
                .filter(|posting| {
                    let state = posting.assignment.state();
                    if code == FormCode::Letter {
                        state.is_approved() && !state.takes_no_time()
                    } else {
                        state.has_arrived()
                    }
                })
                .map(|posting| Subject::Posting(posting.assignment.id))
                .collect()
        }
        FormCode::Request => candidate::list(session)?
            .into_iter()
            .filter(|line| is_asked(line.teacher.id))
            .map(|line| Subject::Candidate(line.candidate.id))
            .collect(),
        FormCode::Need => {
            let mut schools: Vec<SchoolId> = Vec::new();
            for need in session.ledger.needs(session.year())? {
                if !schools.contains(&need.host_school) {
                    schools.push(need.host_school);
                }
            }
            schools.into_iter().map(Subject::School).collect()
        }
        FormCode::Proposed | FormCode::Quota | FormCode::Deferred | FormCode::Benefit => {
            vec![Subject::Year]
        }
    })
}

/// The papers of a form in the session's year: what is issued, and what can be.
///
/// # Errors
/// When the records cannot be read.
pub fn papers(session: &Session, code: FormCode) -> Result<Vec<Paper>, Failure> {
    subjects(session, code, None)?
        .into_iter()
        .map(|subject| {
            let issued = newest_of(session, code, subject)?;
            Paper::of(session, code, subject, issued)
        })
        .collect()
}

/// Whose name a paper about a subject goes under, or which school's list it is.
///
/// # Errors
/// When there is no such record.
pub fn about(session: &Session, subject: Subject) -> Result<String, Failure> {
    Ok(match subject {
        Subject::Posting(id) => assignment::get(session, id)?.teacher.record.name,
        Subject::Candidate(id) => {
            let candidate = Failure::unless_found(session.ledger.candidate(id)?, "候选人")?;
            crate::teacher::get(session, candidate.teacher)?.record.name
        }
        Subject::School(id) => crate::school::on_file(session, id)?.name,
        Subject::Year => session.school().name.clone(),
    })
}

/// Draws a form as a draft with a watermark, whatever is missing; it leaves no trace.
///
/// # Errors
/// When it cannot be built from the records; a character that no font has.
pub fn draft_form(
    session: &Session,
    code: FormCode,
    subject: Subject,
    at: At,
) -> Result<Made, Failure> {
    let issue = draft_issue(session, at);
    let form = built(session, code, subject, &issue, clock::day(at))?;
    let pdf = paper::draw_form(&form, &session.means)?.pdf;
    Ok(Made {
        sha256: digest_of_bytes(&pdf),
        about: form.about,
        issued: None,
        pdf,
    })
}

/// Issues a form into the archive. The same facts give the same file; what a school has signed is given as it was
/// signed, and a letter that was signed stays until its signing is taken back.
///
/// # Errors
/// Everything that stands against issuing it.
pub fn make_form(
    session: &mut Session,
    code: FormCode,
    subject: Subject,
    at: At,
) -> Result<Made, Failure> {
    let newest = newest_of(session, code, subject)?;
    if let Some(signed) = newest.as_ref().filter(|report| report.side.is_some())
        && stays_as_signed(session, code, subject)?
    {
        return given(session, signed.clone());
    }
    let today = clock::day(at);
    build::judge(session, code, subject, today)?;
    if let Some(known) = &newest {
        // The day on which it was drawn stays: the file may have been handed out.
        let form = formal(
            session,
            code,
            subject,
            &known.number,
            known.issued_on,
            today,
        )?;
        if facts_text(&form.facts()) == known.facts {
            return given(session, known.clone());
        }
    }
    // What was issued may have been printed and stamped: what says something else is another paper.
    let prefix = format!(
        "{}-{}-",
        prefix(code),
        year_of(session, code, subject)?.first_year()
    );
    let number = session.ledger.next_report_number(&prefix)?;
    let form = formal(session, code, subject, &number, today, today)?;
    let pdf = paper::draw_form(&form, &session.means)?.pdf;
    let report = NewReport {
        id: clock::new_id(at)?,
        assignment: subject.assignment(),
        record: subject.record(),
        about: form.about.clone(),
        year: session.year(),
        form: code.code().to_owned(),
        number,
        revision: 1,
        side: None,
        facts: facts_text(&form.facts()),
        pdf,
        issued_on: today,
    };
    let issued = keep(session, Op::MakeReport, &report, at)?;
    given(session, issued)
}

/// The school year by which a paper is numbered: a letter is one for all the years of its posting.
fn year_of(session: &Session, code: FormCode, subject: Subject) -> Result<SchoolYear, Failure> {
    let (FormCode::Letter, Subject::Posting(id)) = (code, subject) else {
        return Ok(session.year());
    };
    let start = assignment::get(session, id)?.assignment.terms.start_on;
    Ok(SchoolYear::of(start).unwrap_or(session.year()))
}

/// A letter binds until its signing is taken back; every other paper says how things stand on its day.
pub(super) fn stays_as_signed(
    session: &Session,
    code: FormCode,
    subject: Subject,
) -> Result<bool, Failure> {
    match (code, subject) {
        (FormCode::Letter, Subject::Posting(id)) => {
            let state = assignment::get(session, id)?.assignment.state();
            Ok(!state.may_agree_goals())
        }
        _ => Ok(false),
    }
}

pub(super) fn keep(
    session: &mut Session,
    op: Op,
    report: &NewReport,
    at: At,
) -> Result<IssuedReport, Failure> {
    session
        .ledger
        .transact(op, at.naive_local(), |tx| tx.add_report(report))?;
    Failure::unless_found(session.ledger.report(report.id)?, "报告")
}

fn given(session: &Session, issued: IssuedReport) -> Result<Made, Failure> {
    let pdf = session.ledger.report_pdf(issued.id)?;
    Ok(Made {
        about: issued.about.clone(),
        sha256: issued.pdf_sha256.clone(),
        issued: Some(issued),
        pdf,
    })
}

/// The newest paper of a form about a subject in the session's year.
///
/// # Errors
/// When the archive cannot be read.
pub fn newest_of(
    session: &Session,
    code: FormCode,
    subject: Subject,
) -> Result<Option<IssuedReport>, Failure> {
    let reports = match subject.assignment() {
        // A posting's letter is one for all its years.
        Some(id) => session.ledger.reports_of(id)?,
        None => session
            .ledger
            .reports_of_form(code.code(), session.year())?,
    };
    let is_of = |report: &IssuedReport| {
        report.form == code.code()
            && subject.is_of(report)
            && (code == FormCode::Letter || report.year == session.year())
    };
    Ok(reports
        .into_iter()
        .filter(is_of)
        // Ids grow with time; numbers begin with a year that need not.
        .max_by_key(|report| report.id))
}

pub(super) fn formal(
    session: &Session,
    code: FormCode,
    subject: Subject,
    number: &str,
    issued_on: NaiveDate,
    as_of: NaiveDate,
) -> Result<Form, Failure> {
    let issue = Issue {
        number: number.to_owned(),
        issued_on,
        is_draft: false,
        is_practice: session.is_practice(),
    };
    built(session, code, subject, &issue, as_of)
}

/// The form with its fingerprint.
fn built(
    session: &Session,
    code: FormCode,
    subject: Subject,
    issue: &Issue,
    as_of: NaiveDate,
) -> Result<Form, Failure> {
    let mut form = build::form(session, code, subject, issue, as_of)?;
    let facts: Vec<Fact> = form.facts();
    form.fingerprint = digest_of(&facts).chars().take(8).collect();
    Ok(form)
}

/// What the numbers of a form begin with.
fn prefix(code: FormCode) -> &'static str {
    match code {
        FormCode::Annual => "JL",
        FormCode::Letter => "ZR",
        FormCode::Certificate => "ZM",
        FormCode::Request => "SQ",
        FormCode::Proposed => "MD",
        FormCode::Quota => "ME",
        FormCode::Deferred => "ZB",
        FormCode::Need => "XQ",
        FormCode::Benefit => "JT",
    }
}
