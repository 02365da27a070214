//! The dispatch-quality sheet (E-4, R1301): whom a school sends, against those whom it could send. It answers the
//! old complaint that schools send away whom they can spare.
//!
//! It warns and never decides.

use chrono::NaiveDate;

use crate::candidate::Channel;
use crate::eligibility::tenure::TenureCount;
use crate::eligibility::{Outcome, TeacherFacts, Verdict};
use crate::exact::Exact;
use crate::teacher::backbone::{BackboneLevel, is_main_subject};
use crate::teacher::title::TitleRank;

/// One who is to go.
#[derive(Debug, Clone, Copy)]
pub struct Dispatched<'a> {
    /// His facts.
    pub facts: &'a TeacherFacts,
    /// What the run says of him.
    pub verdict: Option<&'a Verdict>,
    /// By which channel.
    pub channel: Channel,
    /// True when he is counted among those who go.
    pub is_going: bool,
}

/// One line of the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// What is counted.
    pub name: &'static str,
    /// Among those who go.
    pub sent: u32,
    /// All who go.
    pub of_sent: u32,
    /// Among all teachers of the school.
    pub own: u32,
    /// All teachers of the school.
    pub of_own: u32,
    /// The share in the sources' sample of 100 exchange teachers, in per cent (R1301).
    pub sample_pct: Option<u32>,
}

impl Share {
    /// The share of those who go, in per cent with one decimal; nothing without a base.
    pub fn sent_pct(&self) -> Option<String> {
        pct(self.sent, self.of_sent)
    }

    /// The share among all.
    pub fn own_pct(&self) -> Option<String> {
        pct(self.own, self.of_own)
    }
}

fn pct(part: u32, whole: u32) -> Option<String> {
    (whole > 0).then(|| Exact::ratio(i64::from(part) * 100, i64::from(whole)).round_half_up(1))
}

/// A doubt about one who goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// Whose.
    pub name: String,
    /// What.
    pub message: String,
    /// True for what no list may show: that he asked to be left out.
    pub is_private: bool,
}

/// The whole sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DispatchSheet {
    /// The shares.
    pub shares: Vec<Share>,
    /// Doubts, by candidate.
    pub doubts: Vec<Doubt>,
}

type Counts = fn(&TeacherFacts, NaiveDate) -> bool;

/// What is counted, with the sample's share.
const LINES: [(&str, Option<u32>, Counts); 9] = [
    ("高级及以上职称", Some(18), |one, _| {
        TitleRank::read(&one.title).is_some_and(|rank| rank >= TitleRank::Associate)
    }),
    ("中级职称", Some(58), |one, _| {
        TitleRank::read(&one.title) == Some(TitleRank::Intermediate)
    }),
    ("骨干教师", Some(25), |one, _| {
        BackboneLevel::read(&one.backbone).is_some()
    }),
    ("市级及以上骨干", Some(1), |one, _| {
        BackboneLevel::read(&one.backbone).is_some_and(|level| level >= BackboneLevel::City)
    }),
    ("主科教师", None, |one, _| is_main_subject(&one.subject)),
    ("35周岁及以下", None, |one, day| {
        age(one, day).is_some_and(|age| age <= 35)
    }),
    ("36—45周岁", None, |one, day| {
        age(one, day).is_some_and(|age| (36..=45).contains(&age))
    }),
    ("46周岁及以上", None, |one, day| {
        age(one, day).is_some_and(|age| age >= 46)
    }),
    ("到本校不满一年", None, has_just_come),
];

fn age(one: &TeacherFacts, day: NaiveDate) -> Option<i32> {
    one.birth.map(|birth| birth.completed_years_on(day))
}

fn has_just_come(one: &TeacherFacts, day: NaiveDate) -> bool {
    one.joined_school_on
        .is_some_and(|joined| TenureCount::CalendarDays.years(joined, day) < 1)
}

/// The sheet of those who go, beside all teachers of the school, on the day on which years are counted. Doubts are
/// worth most before: they are told of everybody who is listed.
pub fn sheet(listed: &[Dispatched<'_>], own: &[TeacherFacts], day: NaiveDate) -> DispatchSheet {
    let sent: Vec<&Dispatched<'_>> = listed.iter().filter(|one| one.is_going).collect();
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let shares = LINES
        .iter()
        .map(|(name, sample_pct, counts)| Share {
            name,
            sent: number(sent.iter().filter(|one| counts(one.facts, day)).count()),
            of_sent: number(sent.len()),
            own: number(own.iter().filter(|one| counts(one, day)).count()),
            of_own: number(own.len()),
            sample_pct: *sample_pct,
        })
        .collect();
    DispatchSheet {
        shares,
        doubts: listed.iter().flat_map(|one| doubts(one, day)).collect(),
    }
}

fn doubts(one: &Dispatched<'_>, day: NaiveDate) -> Vec<Doubt> {
    let facts = one.facts;
    let mut found = Vec::new();
    let is_deferred = one
        .verdict
        .is_some_and(|verdict| verdict.outcome == Outcome::Deferred);
    if is_deferred || !facts.exemptions.is_empty() || !facts.leaves.is_empty() {
        found.push(Doubt {
            name: facts.name.clone(),
            message: "已申请或办理暂不列入，不宜选派".to_owned(),
            is_private: true,
        });
    }
    let mut doubt = |is: bool, message: &str| {
        if is {
            found.push(Doubt {
                is_private: false,
                name: facts.name.clone(),
                message: message.to_owned(),
            });
        }
    };
    doubt(has_just_come(facts, day), "到本校不满一年");
    doubt(facts.weekly_lessons == Some(0), "现无课时任务");
    doubt(one.channel == Channel::Hard, "以硬性流动列入，统计时单列");
    doubt(
        one.verdict
            .is_some_and(|verdict| verdict.outcome == Outcome::Manual),
        "资格尚须人工判定",
    );
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::TeacherId;
    use crate::teacher::{Teacher, TeacherRecord};

    fn facts(number: u64, title: &str, backbone: &str, joined: &str) -> TeacherFacts {
        let record = TeacherRecord {
            name: format!("教师{number}"),
            title: title.to_owned(),
            backbone: backbone.to_owned(),
            joined_school_on: joined.parse().ok(),
            subject: "数学".to_owned(),
            ..TeacherRecord::default()
        };
        let teacher = Teacher {
            id: TeacherId::new(number, 1),
            record,
        };
        TeacherFacts::of(&teacher, Vec::new(), None)
    }

    #[test]
    fn whom_a_school_sends_stands_beside_whom_it_has() {
        let day: NaiveDate = "2026-08-31".parse().unwrap();
        let own = [
            facts(1, "高级教师", "市级骨干教师", "2010-09-01"),
            facts(2, "一级教师", "", "2026-02-01"),
            facts(3, "二级教师", "", "2015-09-01"),
        ];
        let sent: Vec<Dispatched<'_>> = own[1..]
            .iter()
            .map(|facts| Dispatched {
                facts,
                verdict: None,
                channel: Channel::Organised,
                is_going: true,
            })
            .collect();
        let sheet = sheet(&sent, &own, day);
        let backbone = &sheet.shares[2];
        assert_eq!(
            (
                backbone.sent,
                backbone.of_sent,
                backbone.own,
                backbone.of_own
            ),
            (0, 2, 1, 3)
        );
        assert_eq!(sheet.shares[1].sent_pct().as_deref(), Some("50.0"));
        assert_eq!(sheet.doubts.len(), 1);
        assert!(
            sheet.doubts[0].message.contains("不满一年"),
            "{:?}",
            sheet.doubts
        );
    }
}
