//! A posting's own page: everything that hangs on it, read at once.

use chrono::Datelike;
use domain::assignment::lead::{Lead, of_calendar_year};
use domain::assignment::living::LivingItem;
use domain::assignment::months::{self, Served};
use domain::assignment::{Around, Event, YearResult};
use domain::benefit::{self, Benefit};
use domain::id::AssignmentId;
use domain::swap::Swap;
use store::IssuedReport;

use super::course::year_results;
use super::{Posting, get, policy_of};
use crate::clock::{self, At};
use crate::failure::Failure;
use crate::report::Paper;
use crate::session::Session;

/// Everything about one posting.
#[derive(Debug, Clone)]
pub struct Page {
    /// The posting.
    pub posting: Posting,
    /// What can be registered next, in the order in which people list it.
    pub events: Vec<Event>,
    /// What is missing or does not fit.
    pub doubts: Vec<String>,
    /// Until when the policy would extend it, because goals were not reached.
    pub proposed_extension: Option<chrono::NaiveDate>,
    /// Months served so far.
    pub served: Served,
    /// Months when it ends as planned.
    pub planned: Served,
    /// What its years came to.
    pub years: Vec<YearResult>,
    /// Which school leads the appraisal of each calendar year of the posting.
    pub leads: Vec<(i32, Lead)>,
    /// 生活保障.
    pub living: Vec<LivingItem>,
    /// 待遇.
    pub benefits: Vec<Benefit>,
    /// 互派与置换 that it belongs to.
    pub swap: Option<Swap>,
    /// Its papers, newest first, each in its newest revision.
    pub papers: Vec<Paper>,
    /// Open items of feedback.
    pub n_open_feedback: usize,
    /// The day on which it was read.
    pub today: chrono::NaiveDate,
}

/// Reads a posting's page.
///
/// # Errors
/// When there is no such posting.
pub fn page(session: &Session, id: AssignmentId, at: At) -> Result<Page, Failure> {
    let posting = get(session, id)?;
    let today = clock::day(at);
    let policy = policy_of(session, &posting.assignment)?;
    let all = session
        .ledger
        .assignments_of_teacher(posting.assignment.teacher)?;
    let service_until = |day| {
        let place = all.iter().position(|one| one.id == id)?;
        months::of_teacher(&all, day).into_iter().nth(place)
    };
    let absent = || Failure::broken("ASSIGNMENT", "交流安排读取不全");
    let living = session.ledger.living_items_of(id)?;
    let swap = session
        .ledger
        .swaps()?
        .into_iter()
        .find(|swap| swap.members.contains(&id));
    let benefits = session.ledger.benefits_of(id)?;
    let assignment = &posting.assignment;
    let state = assignment.state();
    let mut doubts = assignment.doubts(Around {
        policy: &policy,
        today,
        host: &posting.host_school,
        living: &living,
        is_in_swap: swap.is_some(),
    });
    doubts.extend(benefit::doubts(assignment, &benefits));
    let years = year_results(session, id)?;
    doubts.extend(benefit::grade_doubts(
        &policy, assignment, &benefits, &years,
    ));
    if let Some(swap) = &swap {
        let mut members = Vec::new();
        for member in &swap.members {
            members.extend(session.ledger.assignment(*member)?);
        }
        doubts.extend(swap.doubts(&members));
    }
    let n_open_feedback = session
        .ledger
        .feedback_of(id)?
        .iter()
        .flat_map(|feedback| &feedback.items)
        .filter(|item| item.is_open())
        .count();
    let mut papers = Vec::new();
    for issued in newest(session.ledger.reports_of(id)?) {
        papers.extend(Paper::of_issued(session, issued)?);
    }
    Ok(Page {
        events: state.events(),
        doubts,
        proposed_extension: assignment.proposed_extension(&policy),
        served: service_until(today).ok_or_else(absent)?,
        planned: service_until(assignment.terms.last_day()).ok_or_else(absent)?,
        years,
        leads: (assignment.terms.start_on.year()..=assignment.terms.last_day().year())
            .filter_map(|year| Some((year, of_calendar_year(assignment, &all, year)?)))
            .collect(),
        living,
        benefits,
        swap,
        papers,
        n_open_feedback,
        today,
        posting,
    })
}

/// Of each number the newest revision.
fn newest(reports: Vec<IssuedReport>) -> Vec<IssuedReport> {
    let mut kept: Vec<IssuedReport> = Vec::new();
    for report in reports {
        match kept.iter_mut().find(|one| one.number == report.number) {
            Some(one) if one.revision < report.revision => *one = report,
            Some(_) => {}
            None => kept.push(report),
        }
    }
    kept
}
