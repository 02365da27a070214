//! Assignments: a teacher is sent from one school to another for a term of dates.

use chrono::NaiveDate;

use crate::coded::coded;
use crate::id::{AssignmentId, SchoolId, TeacherId};
use crate::refusal::{Judgement, Refusal};
use crate::school::Side;
use crate::text::closed_up;
use crate::year::{SchoolYear, Term, day_on_paper};

/// A posting from approval to return.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// Id.
    pub id: AssignmentId,
    /// Who is sent.
    pub teacher: TeacherId,
    /// 派出学校.
    pub sending_school: SchoolId,
    /// 受援学校.
    pub host_school: SchoolId,
    /// Terms and work.
    pub terms: AssignmentTerms,
}

/// 期限、岗位与工作量.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssignmentTerms {
    /// 全职 / 兼职 / 柔性 (R315).
    pub mode: Mode,
    /// 顶岗 / 跟岗 / … (R314).
    pub post_mode: PostMode,
    /// 任教学科.
    pub subject: String,
    /// 担任班级.
    pub classes: String,
    /// 周课时, 0 to 60; unknown is not zero.
    pub weekly_lessons: Option<u8>,
    /// 是否班主任.
    pub is_homeroom: Option<bool>,
    /// 起.
    pub start_on: NaiveDate,
    /// 止, both days inclusive.
    pub planned_end_on: NaiveDate,
    /// The day he really left, when that was another one.
    pub actual_end_on: Option<NaiveDate>,
}

coded! {
    /// How much of his time the host school has (R315).
    Mode {
        /// 全职
        FullTime = "full_time", "全职";
        /// 兼职
        PartTime = "part_time", "兼职";
        /// 柔性
        Flexible = "flexible", "柔性";
    }
}

coded! {
    /// What he does there (R314).
    PostMode {
        /// 顶岗
        Fill = "fill", "顶岗";
        /// 跟岗
        Shadow = "shadow", "跟岗";
        /// 挂职
        Seconded = "seconded", "挂职";
        /// 走教
        Circuit = "circuit", "走教";
        /// 送课
        Delivery = "delivery", "送课";
    }
}

impl AssignmentTerms {
    /// The last day, as far as it is known.
    pub fn last_day(&self) -> NaiveDate {
        self.actual_end_on.unwrap_or(self.planned_end_on)
    }

    /// True when some day of the posting lies in the school year.
    pub fn touches(&self, year: SchoolYear) -> bool {
        self.start_on <= year.last_day() && self.last_day() >= year.first_day()
    }

    /// 起止时间 as forms print it.
    pub fn on_paper(&self) -> String {
        format!(
            "{}至{}",
            day_on_paper(self.start_on),
            day_on_paper(self.last_day())
        )
    }

    /// The terms of the year in which he taught there: a posting counts for a term when it has a day in its
    /// teaching months, so that leaving in early July does not open an autumn, nor arriving in late August a
    /// spring.
    pub fn served_terms(&self, year: SchoolYear) -> Vec<Term> {
        let first = year.first_year();
        let window = |term| match term {
            Term::Autumn => (
                NaiveDate::from_ymd_opt(first, 9, 1),
                NaiveDate::from_ymd_opt(first + 1, 1, 31),
            ),
            Term::Spring => (
                NaiveDate::from_ymd_opt(first + 1, 2, 15),
                NaiveDate::from_ymd_opt(first + 1, 7, 15),
            ),
        };
        Term::ALL
            .into_iter()
            .filter(|term| match window(*term) {
                (Some(from), Some(to)) => self.start_on <= to && self.last_day() >= from,
                _ => false,
            })
            .collect()
    }

    fn overlaps(&self, other: &Self) -> bool {
        self.start_on <= other.last_day() && other.start_on <= self.last_day()
    }
}

impl Assignment {
    /// Judges an assignment as it was typed, beside the teacher's `others`.
    ///
    /// # Errors
    /// Every reason why it cannot be kept; nothing is half-written.
    pub fn judged(mut self, others: &[Self]) -> Result<Self, Vec<Refusal>> {
        self.terms.subject = closed_up(&self.terms.subject);
        self.terms.classes = closed_up(&self.terms.classes);
        let terms = &self.terms;
        let mut judgement = Judgement::new();
        judgement.require(
            self.sending_school != self.host_school,
            "ASSIGNMENT-SCHOOLS",
            "host_school",
            "派出学校与受援学校不能是同一所学校",
        );
        judgement.require(
            terms.planned_end_on > terms.start_on,
            "ASSIGNMENT-DATES",
            "planned_end_on",
            "结束日期应晚于开始日期",
        );
        judgement.require(
            terms.actual_end_on.is_none_or(|day| day >= terms.start_on),
            "ASSIGNMENT-DATES",
            "actual_end_on",
            "实际结束日期不能早于开始日期",
        );
        judgement.require(
            SchoolYear::of(terms.start_on).is_ok() && SchoolYear::of(terms.planned_end_on).is_ok(),
            "ASSIGNMENT-DATES",
            "start_on",
            "起止日期不合理，请核对年份",
        );
        judgement.require(
            terms.weekly_lessons.is_none_or(|lessons| lessons <= 60),
            "ASSIGNMENT-LESSONS",
            "weekly_lessons",
            "周课时应在0到60之间",
        );
        judgement.require(
            terms.subject.chars().count() <= 40 && terms.classes.chars().count() <= 60,
            "ASSIGNMENT-LENGTH",
            "subject",
            "学科最多40字，班级最多60字",
        );
        if terms.mode == Mode::FullTime {
            for other in others.iter().filter(|other| {
                other.id != self.id
                    && other.teacher == self.teacher
                    && other.terms.mode == Mode::FullTime
                    && other.terms.overlaps(terms)
            }) {
                judgement.refuse(
                    "ASSIGNMENT-OVERLAP",
                    "start_on",
                    format!(
                        "该教师已有一段全职交流（{}），时间重叠",
                        other.terms.on_paper()
                    ),
                );
            }
        }
        judgement.pass(self)
    }

    /// Which side my school is on; nothing when it has no part in it.
    pub fn side_of(&self, school: SchoolId) -> Option<Side> {
        if school == self.sending_school {
            Some(Side::Sending)
        } else if school == self.host_school {
            Some(Side::Host)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn posting(number: u64, start: &str, end: &str) -> Assignment {
        Assignment {
            id: AssignmentId::new(number, 1),
            teacher: TeacherId::new(1, 1),
            sending_school: SchoolId::new(1, 1),
            host_school: SchoolId::new(2, 1),
            terms: AssignmentTerms {
                mode: Mode::FullTime,
                post_mode: PostMode::Fill,
                subject: "数学".to_owned(),
                classes: "四(2)班".to_owned(),
                weekly_lessons: Some(14),
                is_homeroom: Some(false),
                start_on: day(start),
                planned_end_on: day(end),
                actual_end_on: None,
            },
        }
    }

    #[test]
    fn a_teacher_cannot_be_at_two_schools_full_time_on_the_same_day() {
        let first = posting(1, "2025-09-01", "2026-08-31");
        let second = posting(2, "2026-08-31", "2027-08-31");
        assert!(second.clone().judged(std::slice::from_ref(&first)).is_err());
        let after = posting(3, "2026-09-01", "2027-08-31");
        assert!(after.judged(&[first]).is_ok());
    }

    #[test]
    fn a_term_that_ends_before_it_starts_and_stays_at_home_is_refused_twice() {
        let mut assignment = posting(1, "2026-09-01", "2026-08-31");
        assignment.host_school = assignment.sending_school;
        assert_eq!(assignment.judged(&[]).unwrap_err().len(), 2);
    }

    #[test]
    fn a_posting_serves_the_terms_it_teaches_in() {
        let year = "2025-2026".parse().unwrap();
        for (start, end, terms) in [
            ("2025-09-01", "2026-08-31", &Term::ALL[..]),
            ("2025-09-01", "2026-01-31", &[Term::Autumn]),
            ("2026-02-01", "2026-07-31", &[Term::Spring]),
            ("2026-08-20", "2027-07-31", &[]),
        ] {
            assert_eq!(
                posting(1, start, end).terms.served_terms(year),
                terms,
                "{start}"
            );
        }
    }

    #[test]
    fn a_posting_touches_the_years_it_has_a_day_in() {
        let terms = posting(1, "2025-09-01", "2026-08-31").terms;
        assert!(terms.touches("2025-2026".parse().unwrap()));
        assert!(!terms.touches("2026-2027".parse().unwrap()));
        assert!(!terms.touches("2024-2025".parse().unwrap()));
    }
}
