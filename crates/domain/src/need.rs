//! What host schools need: subject, heads, requirement (R1002, F-19). Asked in early summer and again in the
//! first week of a term.

use chrono::NaiveDate;

use crate::coded::coded;
use crate::id::{NeedId, SchoolId};
use crate::refusal::{Judgement, Refusal};
use crate::text::closed_up;
use crate::year::{SchoolYear, Term};

/// One line of a needs survey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    /// Id.
    pub id: NeedId,
    /// The school that asks.
    pub host_school: SchoolId,
    /// For which school year.
    pub year: SchoolYear,
    /// For which term.
    pub term: Term,
    /// 学科.
    pub subject: String,
    /// 年级; empty for any.
    pub grade: String,
    /// 人数, 1 to 50.
    pub heads: u32,
    /// 对教师的要求.
    pub requirement: String,
    /// 紧急程度.
    pub urgency: Urgency,
    /// 了解日期.
    pub surveyed_on: Option<NaiveDate>,
}

coded! {
    /// 紧急程度.
    Urgency {
        /// 一般
        Ordinary = "ordinary", "一般";
        /// 紧缺
        Urgent = "urgent", "紧缺";
    }
}

/// Most heads on one line.
const MOST_HEADS: u32 = 50;

impl Need {
    /// Judges a line as it was typed, beside the ledger's own school and the other lines.
    ///
    /// # Errors
    /// Every reason why it cannot be kept.
    pub fn judged(mut self, my_school: SchoolId, others: &[Self]) -> Result<Self, Vec<Refusal>> {
        for text in [&mut self.subject, &mut self.grade, &mut self.requirement] {
            *text = closed_up(text);
        }
        let mut judgement = Judgement::new();
        judgement.require(
            self.host_school != my_school,
            "NEED-SCHOOL",
            "host_school_id",
            "需求由受援学校提出，不能填本校",
        );
        judgement.require(
            !self.subject.is_empty(),
            "NEED-SUBJECT",
            "subject",
            "请填写需要的学科",
        );
        for (text, place, limit) in [
            (&self.subject, "subject", 40),
            (&self.grade, "grade", 40),
            (&self.requirement, "requirement", 200),
        ] {
            if text.chars().count() > limit {
                judgement.refuse("NEED-LENGTH", place, format!("内容过长，最多{limit}个字"));
            }
        }
        judgement.require(
            (1..=MOST_HEADS).contains(&self.heads),
            "NEED-HEADS",
            "heads",
            "人数应在1到50之间",
        );
        // Asked from the spring before the year on.
        let first = self.year.first_day() - chrono::Days::new(250);
        judgement.require(
            self.surveyed_on
                .is_none_or(|day| day >= first && day <= self.year.last_day()),
            "NEED-DATE",
            "surveyed_on",
            "了解日期不在本学年及其准备期内，请核对",
        );
        let is_twice = others
            .iter()
            .any(|other| other.id != self.id && other.asks_as(&self));
        judgement.require(
            !is_twice,
            "NEED-TWICE",
            "subject",
            "这所学校同一学科、年级的需求已经登记过，请改那一条",
        );
        judgement.pass(self)
    }

    /// True when both ask for the same: one school, term, subject and grade have one line.
    pub fn asks_as(&self, other: &Self) -> bool {
        let asked = |need: &Self| {
            (
                need.host_school,
                need.year,
                need.term,
                closed_up(&need.subject),
                closed_up(&need.grade),
            )
        };
        asked(self) == asked(other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn need(number: u64) -> Need {
        Need {
            id: NeedId::new(number, 1),
            host_school: SchoolId::new(2, 1),
            year: "2026-2027".parse().unwrap(),
            term: Term::Autumn,
            subject: " 数学 ".to_owned(),
            grade: "五年级".to_owned(),
            heads: 2,
            requirement: String::new(),
            urgency: Urgency::Urgent,
            surveyed_on: None,
        }
    }

    #[test]
    fn a_need_is_refused_with_all_reasons_at_once() {
        let mine = SchoolId::new(1, 1);
        let kept = need(1).judged(mine, &[]).unwrap();
        assert_eq!(kept.subject, "数学");
        let wrong = Need {
            host_school: mine,
            subject: String::new(),
            heads: 0,
            surveyed_on: "2020-01-01".parse().ok(),
            ..need(2)
        };
        assert_eq!(wrong.judged(mine, &[]).unwrap_err().len(), 4);
        assert_eq!(
            need(3).judged(mine, &[kept]).unwrap_err()[0].code,
            "NEED-TWICE"
        );
    }
}
