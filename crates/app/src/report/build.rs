//! The records that each form is made of, and what stands against issuing it.

use chrono::NaiveDate;
use domain::assignment::months;
use domain::policy::Policy;
use domain::refusal::{Judgement, Refusal};
use domain::report::{self, Form, FormCode, Issue};
use domain::year::SchoolYear;

use super::form::Subject;
use crate::appraisal;
use crate::assignment::{self, Posting};
use crate::benefit;
use crate::bureau;
use crate::candidate;
use crate::eligibility;
use crate::failure::Failure;
use crate::school;
use crate::session::Session;

/// What stands against issuing a form on a day.
pub(super) fn judge(
    session: &Session,
    code: FormCode,
    subject: Subject,
    as_of: NaiveDate,
) -> Result<(), Failure> {
    let Subject::Posting(id) = subject else {
        return Ok(());
    };
    let posting = assignment::get(session, id)?;
    match code {
        FormCode::Letter => {
            let state = posting.assignment.state();
            let mut judgement = Judgement::new();
            if !state.is_approved() {
                judgement.refuse(
                    "LETTER-STATE",
                    "",
                    format!("现在是“{}”，批准以后才能出责任书", state.word()),
                );
            }
            judgement.take(posting.assignment.judge_agreement());
            Ok(judgement.pass(())?)
        }
        FormCode::Certificate => {
            let service = service_of(session, &posting, as_of)?;
            Ok(report::judge_certificate(&posting.assignment, &service)?)
        }
        _ => Ok(()),
    }
}

/// A form of its records as they stand, counting service up to a day.
pub(super) fn form(
    session: &Session,
    code: FormCode,
    subject: Subject,
    issue: &Issue,
    as_of: NaiveDate,
) -> Result<Form, Failure> {
    match (code, subject) {
        (FormCode::Letter, Subject::Posting(id)) => {
            letter(session, &assignment::get(session, id)?, issue)
        }
        (FormCode::Certificate, Subject::Posting(id)) => {
            certificate(session, &assignment::get(session, id)?, issue, as_of)
        }
        (FormCode::Request, Subject::Candidate(id)) => {
            let lines = candidate::list(session)?;
            let line = lines.into_iter().find(|line| line.candidate.id == id);
            request(session, &Failure::unless_found(line, "候选人")?, issue)
        }
        (FormCode::Need, Subject::School(id)) => {
            let host = school::on_file(session, id)?;
            let mut needs = session.ledger.needs(session.year())?;
            needs.retain(|need| need.host_school == id);
            Ok(report::needs(&needs, &host, session.year(), issue))
        }
        (FormCode::Proposed, Subject::Year) => bureau::proposed_form(session, issue),
        (FormCode::Quota, Subject::Year) => bureau::quota_form(session, issue),
        (FormCode::Deferred, Subject::Year) => bureau::deferred_form(session, issue),
        (FormCode::Benefit, Subject::Year) => {
            let lines = benefit::list(session)?;
            let lines: Vec<report::BenefitLine<'_>> = lines
                .iter()
                .map(|line| report::BenefitLine {
                    name: &line.posting.teacher.record.name,
                    host: &line.posting.host_school.name,
                    benefit: &line.benefit,
                })
                .collect();
            Ok(report::benefits(
                &lines,
                session.school(),
                session.year(),
                issue,
            ))
        }
        _ => Err(Refusal::at("REPORT-SUBJECT", "form", "这种表不能这样生成").into()),
    }
}

fn letter(session: &Session, posting: &Posting, issue: &Issue) -> Result<Form, Failure> {
    let policy = assignment::policy_of(session, &posting.assignment)?;
    let year = SchoolYear::of(posting.assignment.terms.start_on).unwrap_or(session.year());
    let duties = duties(session, &policy, year)?;
    Ok(report::letter(
        report::LetterRecords {
            teacher: &posting.teacher,
            posting: &posting.assignment,
            sending: &posting.sending_school,
            host: &posting.host_school,
            policy: &policy,
            duties: &duties,
        },
        issue,
    ))
}

/// Duties that are switched on in the year in which the posting begins, as its letter names them.
fn duties(session: &Session, policy: &Policy, year: SchoolYear) -> Result<Vec<String>, Failure> {
    let switched_on = crate::policy::beside(session, year)?;
    let mut lines: Vec<String> = Vec::new();
    for duty in std::iter::once(policy)
        .chain(&switched_on)
        .flat_map(|policy| &policy.duties)
        .filter(|duty| duty.is_on)
    {
        let line = if duty.min_count == 0 {
            format!("{}：{}", duty.name, duty.cadence.word())
        } else {
            format!(
                "{}：{}至少{}次",
                duty.name,
                duty.cadence.word(),
                duty.min_count
            )
        };
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    Ok(lines)
}

fn service_of(
    session: &Session,
    posting: &Posting,
    as_of: NaiveDate,
) -> Result<months::Served, Failure> {
    let all = session.ledger.assignments_of_teacher(posting.teacher.id)?;
    let place = all.iter().position(|one| one.id == posting.assignment.id);
    let mut services = months::of_teacher(&all, as_of);
    place
        .filter(|place| *place < services.len())
        .map(|place| services.swap_remove(place))
        .ok_or_else(|| Failure::broken("ASSIGNMENT", "交流安排读取不全"))
}

/// A certificate counts up to its own day: what has not been served is not certified.
fn certificate(
    session: &Session,
    posting: &Posting,
    issue: &Issue,
    as_of: NaiveDate,
) -> Result<Form, Failure> {
    let service = service_of(session, posting, as_of)?;
    let grades: Vec<_> = appraisal::outcomes(session, posting.assignment.id)?
        .into_iter()
        .filter_map(|(appraisal, grade)| Some((appraisal.year, grade?)))
        .collect();
    Ok(report::certificate(
        report::CertificateRecords {
            teacher: &posting.teacher,
            posting: &posting.assignment,
            sending: &posting.sending_school,
            host: &posting.host_school,
            service: &service,
            until: as_of.min(posting.assignment.terms.last_day()),
            grades: &grades,
        },
        issue,
    ))
}

fn request(
    session: &Session,
    line: &candidate::CandidateLine,
    issue: &Issue,
) -> Result<Form, Failure> {
    let home = school::home_of(session, &line.teacher)?;
    let found = match eligibility::of_year(session, session.year()) {
        Ok(found) => Some(found),
        Err(failure) if failure.is_refusal() => None,
        Err(failure) => return Err(failure),
    };
    let verdict = found
        .as_ref()
        .and_then(|found| found.run.verdict(line.teacher.id));
    Ok(report::request(
        report::RequestRecords {
            teacher: &line.teacher,
            candidate: &line.candidate,
            home: &home,
            wishes: &line.wishes,
            to_school: &line.to_school,
            authority: &line.authority,
            age: verdict.and_then(|verdict| verdict.age),
            tenure_years: verdict.and_then(|verdict| verdict.tenure_years),
        },
        issue,
    ))
}
