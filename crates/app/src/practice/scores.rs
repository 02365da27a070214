//! The points of the practice school: spread around each person's level, never above the full points.

use std::collections::BTreeMap;

use chrono::Days;
use domain::appraisal::grade::{Grade, Thresholds};
use domain::appraisal::{Attendance, DUTIES, DutyCount, Goal, HostSheet, Score};
use domain::assignment as assigned;
use domain::exact::{Exact, Points};
use domain::indicator;
use domain::school::Side;
use domain::survey::{Source, Tally};
use domain::year::{SchoolYear, Term};

use super::people::{PracticePerson, SCHOOLS};
use super::{course, texts};

/// The host school's sheet of one person.
pub(super) fn host_sheet(
    person: &PracticePerson,
    host: &str,
    ordinal: usize,
    year: SchoolYear,
) -> HostSheet {
    let (strengths, weaknesses, advice) = texts::host_comments(person, ordinal);
    HostSheet {
        scores: scores(Side::Host, person, ordinal, person.is_exam_applicable),
        is_exam_applicable: person.is_exam_applicable,
        tallies: tallies(person, ordinal),
        stages: Term::ALL
            .into_iter()
            .zip([person.stages.0, person.stages.1])
            .filter_map(|(term, text)| Some((term, text.parse().ok()?)))
            .collect(),
        missing_stage_reason: String::new(),
        vetoes: Vec::new(),
        strengths,
        weaknesses,
        advice,
        proposed_grade: None,
        members: "教务处、教研组、年级组".to_owned(),
        principal: SCHOOLS
            .get(person.way.1)
            .map(|school| school.principal.to_owned())
            .unwrap_or_default(),
        self_report: texts::self_report(person, host, ordinal),
        self_report_on: Some(year.last_day() - Days::new(70)),
        attendance: attendance(ordinal),
        goals: goals(person, ordinal),
        duties: duties(ordinal),
    }
}

/// The sending school's points.
pub(super) fn sending_scores(person: &PracticePerson, ordinal: usize) -> BTreeMap<String, Score> {
    scores(Side::Sending, person, ordinal + 1, true)
}

/// The grade that the host school proposes from what it knows.
pub(super) fn proposed_grade(host_combined: &Exact) -> Grade {
    Thresholds::default().grade(&host_combined.rounded(2), &[])
}

fn scores(
    side: Side,
    person: &PracticePerson,
    ordinal: usize,
    is_exam_applicable: bool,
) -> BTreeMap<String, Score> {
    indicator::of(side)
        .iter()
        .enumerate()
        .filter_map(|(index, known)| {
            let max = indicator::max_points(known, is_exam_applicable)?.hundredths();
            // Half points around the level, one step up or down by place, so that no two sheets are alike.
            let spread = i32::try_from((index * 7 + ordinal * 3) % 3).unwrap_or(0) - 1;
            let points = (max * person.level / 100 / 50 + spread) * 50;
            let evidence = if known.is_evidence_required {
                format!("{}-{:02}", known.code, ordinal + 1)
            } else {
                String::new()
            };
            let points = Some(Points::from_hundredths(points.clamp(max / 2, max)));
            Some((known.code.to_owned(), Score { points, evidence }))
        })
        .collect()
}

fn tallies(person: &PracticePerson, ordinal: usize) -> Vec<Tally> {
    let spread = i32::try_from(ordinal % 4).unwrap_or(0);
    Source::ALL
        .iter()
        .map(|source| {
            let (more, invited, returned) = match source {
                Source::Leaders => (2, 5, 5),
                Source::Peers => (0, 16, 15),
                Source::Pupils => (1, person.pupils.0, person.pupils.1),
                // Every fifth school held no parents' survey: its weight is shared by the others.
                Source::Parents if ordinal % 5 == 4 => (0, 0, 0),
                Source::Parents => (-1, person.pupils.0, person.pupils.1),
                Source::Teacher => (3, 1, 1),
            };
            let score = (person.level + more).clamp(0, 98) * 100 + spread * 25;
            Tally {
                source: *source,
                score: (invited > 0).then(|| Points::from_hundredths(score)),
                invited: Some(invited),
                returned: Some(returned),
            }
        })
        .collect()
}

fn attendance(ordinal: usize) -> Attendance {
    let sick = u16::try_from(ordinal % 3).unwrap_or(0);
    Attendance {
        due: Some(198),
        present: Some(198 - sick),
        sick: Some(sick),
        personal: Some(0),
        unexcused: Some(0),
    }
}

/// All were reached, as both schools say of the postings too.
fn goals(person: &PracticePerson, ordinal: usize) -> Vec<Goal> {
    (1..)
        .zip(goal_texts(person))
        .map(|(number, (text, weight, ..)): (usize, _)| Goal {
            text,
            weight: Some(weight),
            achieved: Some(100),
            evidence: format!("M{}-{number}", ordinal + 1),
        })
        .collect()
}

/// What the three goals say, their weights, how they are measured and how much is asked.
fn goal_texts(person: &PracticePerson) -> [(String, u8, &'static str, &'static str); 3] {
    [
        (
            format!("承担{}教学，班级成绩不低于同层面平均", person.subject),
            40,
            "期末质量监测",
            "不低于平均",
        ),
        (
            "带教青年教师2人，完成四步循环4轮".to_owned(),
            30,
            "结对记录",
            "4轮",
        ),
        (
            "组织校级以上教研活动6次".to_owned(),
            30,
            "活动记录和签到",
            "6次",
        ),
    ]
}

/// The same goals as they were agreed before the year.
pub(super) fn agreed_goals(person: &PracticePerson, year: SchoolYear) -> Vec<assigned::Goal> {
    let due = chrono::NaiveDate::from_ymd_opt(year.first_year() + 1, 6, 20);
    goal_texts(person)
        .into_iter()
        .map(|(text, weight, measure, target)| {
            course::goal(
                text,
                measure,
                target,
                weight,
                due.unwrap_or(year.last_day()),
            )
        })
        .collect()
}

fn duties(ordinal: usize) -> BTreeMap<String, DutyCount> {
    let required = [9, 40, 2, 2, 1, 1, 1, 36];
    DUTIES
        .iter()
        .zip(required)
        .enumerate()
        .map(|(index, (name, required))| {
            let done = required - u16::from((index + ordinal) % 6 == 5) + u16::from(index == 1) * 2;
            (
                (*name).to_owned(),
                DutyCount {
                    done: Some(done),
                    required: Some(required),
                },
            )
        })
        .collect()
}
