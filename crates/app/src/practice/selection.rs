//! The next school year of the practice school, half selected: needs, an exemption, candidates. There is something
//! to look at and something left to do.

use chrono::NaiveDate;
use domain::candidate::{Candidate, CandidateForm, Channel};
use domain::exemption::{Exemption, ExemptionKind, ProofKind, ProofSeen};
use domain::id::{SchoolId, TeacherId};
use domain::need::{Need, Urgency};
use domain::year::{SchoolYear, Term};

use crate::clock::{self, At};
use crate::failure::Failure;
use crate::session::Session;
use crate::{candidate, exemption, need, teacher};

/// Index of the asking school, subject, grade, heads, requirement.
const NEEDS: &[(usize, &str, &str, u32, &str)] = &[
    (
        1,
        "语文",
        "五年级",
        1,
        "能带青年教师，有县级以上骨干称号更好",
    ),
    (2, "数学", "七年级", 1, "有毕业班经验"),
    (2, "科学", "五、六年级", 1, ""),
    (3, "音乐", "一至六年级", 1, "能带合唱"),
];

/// Name, channel, the schools he wishes for, strengths.
const CANDIDATES: &[(&str, Channel, &[usize], &str)] = &[
    ("秦子衿", Channel::Own, &[1, 2], "阅读教学"),
    ("简凝", Channel::Own, &[3], "合唱指挥"),
    ("骆尧", Channel::Organised, &[], "毕业班教学"),
];

/// Whose exemption waits for the bureau.
const EXEMPTED: &str = "苏祎然";

/// Adds the selection of `year`. On a machine whose clock is before that summer there is nothing to select yet.
pub(super) fn add(
    session: &mut Session,
    schools: &[SchoolId],
    year: SchoolYear,
    at: At,
) -> Result<(), Failure> {
    let day = |month, day| NaiveDate::from_ymd_opt(year.first_year(), month, day);
    let (Some(asked), Some(applied), Some(seen)) = (day(5, 26), day(6, 12), day(6, 15)) else {
        return Ok(());
    };
    if clock::day(at) < seen || clock::day(at) > year.last_day() {
        return Ok(());
    }
    let worked_on = session.year();
    session.year = year;
    let added = add_all(session, schools, year, (asked, applied, seen), at);
    session.year = worked_on;
    added
}

fn add_all(
    session: &mut Session,
    schools: &[SchoolId],
    year: SchoolYear,
    (asked, applied, seen): (NaiveDate, NaiveDate, NaiveDate),
    at: At,
) -> Result<(), Failure> {
    let school = |index: usize| schools.get(index).copied();
    for (index, subject, grade, heads, requirement) in NEEDS {
        let Some(host_school) = school(*index) else {
            continue;
        };
        let new = Need {
            id: clock::new_id(at)?,
            host_school,
            year,
            term: Term::Autumn,
            subject: (*subject).to_owned(),
            grade: (*grade).to_owned(),
            heads: *heads,
            requirement: (*requirement).to_owned(),
            urgency: if *index == 3 {
                Urgency::Urgent
            } else {
                Urgency::Ordinary
            },
            surveyed_on: Some(asked),
        };
        need::save(session, new, at)?;
    }
    if let Some(teacher) = find(session, EXEMPTED)? {
        let new = Exemption {
            id: clock::new_id(at)?,
            teacher,
            year,
            kind: ExemptionKind::Illness,
            applied_on: applied,
            proof: Some(ProofSeen {
                kind: ProofKind::TertiaryHospital,
                seen_on: seen,
                checked_by: "孟觉晓".to_owned(),
            }),
            consent: None,
        };
        exemption::save(session, new, at)?;
    }
    for (name, channel, wishes, strengths) in CANDIDATES {
        let Some(teacher) = find(session, name)? else {
            continue;
        };
        let new = Candidate {
            run: None,
            id: clock::new_id(at)?,
            teacher,
            year,
            form: CandidateForm {
                wishes: wishes.iter().filter_map(|index| school(*index)).collect(),
                strengths: (*strengths).to_owned(),
                applied_on: (*channel == Channel::Own).then_some(applied),
                ..CandidateForm::new(*channel)
            },
        };
        candidate::save(session, new, at)?;
    }
    Ok(())
}

fn find(session: &Session, name: &str) -> Result<Option<TeacherId>, Failure> {
    Ok(teacher::list(session)?
        .into_iter()
        .find(|(teacher, _)| teacher.record.name == name)
        .map(|(teacher, _)| teacher.id))
}
