//! The calendar of a school year: teaching weeks from the first Monday, holidays, and what is due when (C-2, B10).
//!
//! Week 1 is the week of the first Monday of teaching (H-21). Holidays shift nothing by themselves: what falls on
//! one is marked, and a person moves it.
//!
//! Must never: know today. What is left until a day is asked with the day.

pub mod deadline;
pub mod recurring;

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::refusal::{Judgement, Refusal};
use crate::text::closed_up;
use crate::year::{SchoolYear, Term, day_on_paper};

pub use deadline::{Deadline, Due};
pub use recurring::Recurring;

/// The calendar of one school year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// Which.
    pub year: SchoolYear,
    /// 秋季学期.
    pub autumn: TermPlan,
    /// 春季学期.
    pub spring: TermPlan,
    /// Holidays, by their first day.
    pub holidays: Vec<Holiday>,
    /// Days moved by hand, by the deadline's code.
    pub moved: BTreeMap<String, NaiveDate>,
    /// Days on which a deadline was met, by its code.
    pub done: BTreeMap<String, NaiveDate>,
}

/// A term as it is taught.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TermPlan {
    /// The first Monday of teaching.
    pub first_monday: NaiveDate,
    /// 教学周数, 1 to 26.
    pub n_weeks: u32,
    /// True while the school has not set it: proposed by the program.
    pub is_proposed: bool,
}

/// A holiday, both days included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holiday {
    /// Its name.
    pub name: String,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
}

/// One teaching week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Week {
    /// From 1.
    pub number: u32,
    /// Monday.
    pub from: NaiveDate,
    /// Sunday.
    pub to: NaiveDate,
    /// Names of the holidays that have a day in it.
    pub holidays: Vec<String>,
}

/// Weeks of a term until the school says otherwise.
const USUAL_WEEKS: u32 = 20;
/// Fewest and most weeks.
const WEEKS: std::ops::RangeInclusive<u32> = 1..=26;

impl TermPlan {
    /// The week of a number, which may lie beyond the term.
    pub fn week_from(&self, number: u32) -> NaiveDate {
        self.first_monday + Days::new(u64::from(number.saturating_sub(1)) * 7)
    }

    /// The Sunday of the last week.
    pub fn last_day(&self) -> NaiveDate {
        self.week_from(self.n_weeks) + Days::new(6)
    }

    /// The teaching week that a day falls in; nothing outside the term.
    pub fn week_of(&self, day: NaiveDate) -> Option<u32> {
        let days = (day - self.first_monday).num_days();
        let number = u32::try_from(days.div_euclid(7)).ok()? + 1;
        (days >= 0 && number <= self.n_weeks).then_some(number)
    }
}

impl Calendar {
    /// What is proposed before the school sets its own: autumn from the first Monday of September, spring from
    /// the first Monday on or after 20 February, 20 weeks each, and the holidays that fall on fixed days.
    pub fn proposed(year: SchoolYear) -> Self {
        let first = year.first_year();
        let term = |year, month, day| TermPlan {
            first_monday: monday_from(date(year, month, day)),
            n_weeks: USUAL_WEEKS,
            is_proposed: true,
        };
        let holiday = |name: &str, from, to| Holiday {
            name: name.to_owned(),
            from,
            to,
        };
        Self {
            year,
            autumn: term(first, 9, 1),
            spring: term(first + 1, 2, 20),
            holidays: vec![
                holiday("国庆节", date(first, 10, 1), date(first, 10, 7)),
                holiday("元旦", date(first + 1, 1, 1), date(first + 1, 1, 1)),
                holiday("劳动节", date(first + 1, 5, 1), date(first + 1, 5, 5)),
            ],
            moved: BTreeMap::new(),
            done: BTreeMap::new(),
        }
    }

    /// The plan of a term.
    pub fn term(&self, term: Term) -> &TermPlan {
        match term {
            Term::Autumn => &self.autumn,
            Term::Spring => &self.spring,
        }
    }

    /// The weeks of a term.
    pub fn weeks(&self, term: Term) -> Vec<Week> {
        let plan = self.term(term);
        (1..=plan.n_weeks)
            .map(|number| {
                let from = plan.week_from(number);
                let to = from + Days::new(6);
                Week {
                    number,
                    from,
                    to,
                    holidays: self
                        .holidays
                        .iter()
                        .filter(|holiday| holiday.from <= to && holiday.to >= from)
                        .map(|holiday| holiday.name.clone())
                        .collect(),
                }
            })
            .collect()
    }

    /// The holiday that a day falls on.
    pub fn holiday_on(&self, day: NaiveDate) -> Option<&Holiday> {
        self.holidays
            .iter()
            .find(|holiday| (holiday.from..=holiday.to).contains(&day))
    }

    /// Judges a calendar as it was typed. Puts the holidays in order.
    ///
    /// # Errors
    /// Every reason why it cannot be kept.
    pub fn judged(mut self) -> Result<Self, Vec<Refusal>> {
        let (first, last) = (self.year.first_day(), self.year.last_day());
        let mut judgement = Judgement::new();
        for term in Term::ALL {
            let plan = *self.term(term);
            let place = |field: &str| format!("{}.{field}", term.code());
            judgement.require(
                plan.first_monday.weekday() == Weekday::Mon,
                "CALENDAR-MONDAY",
                &place("first_monday"),
                &format!(
                    "{}第一周应从星期一起算，{}不是星期一",
                    term.word(),
                    day_on_paper(plan.first_monday)
                ),
            );
            judgement.require(
                WEEKS.contains(&plan.n_weeks),
                "CALENDAR-WEEKS",
                &place("n_weeks"),
                "教学周数应在1到26之间",
            );
            // Some schools begin in the last days of August. The last day is asked only of a term that can be one.
            let is_within = WEEKS.contains(&plan.n_weeks)
                && plan.first_monday >= first - Days::new(14)
                && plan.first_monday <= last
                && plan.last_day() <= last;
            judgement.require(
                is_within || !WEEKS.contains(&plan.n_weeks),
                "CALENDAR-TERM",
                &place("first_monday"),
                &format!("{}的起止不在{}之内", term.word(), self.year.on_paper()),
            );
        }
        let can_compare = WEEKS.contains(&self.autumn.n_weeks)
            && (first - Days::new(14)..=last).contains(&self.autumn.first_monday);
        judgement.require(
            !can_compare || self.spring.first_monday > self.autumn.last_day(),
            "CALENDAR-TERMS",
            "spring.first_monday",
            "春季学期应在秋季学期结束之后开始",
        );
        for (index, holiday) in self.holidays.iter_mut().enumerate() {
            holiday.name = closed_up(&holiday.name);
            let place = format!("holidays.{index}");
            let length = holiday.name.chars().count();
            judgement.require(
                (1..=20).contains(&length),
                "CALENDAR-HOLIDAY",
                &place,
                "请填写假期名称，最多20个字",
            );
            judgement.require(
                holiday.from <= holiday.to,
                "CALENDAR-HOLIDAY",
                &place,
                "假期的最后一天早于第一天",
            );
            judgement.require(
                holiday.from >= first && holiday.to <= last,
                "CALENDAR-HOLIDAY",
                &place,
                &format!("假期“{}”不在{}之内", holiday.name, self.year.on_paper()),
            );
        }
        self.judge_marks(&mut judgement);
        self.holidays
            .sort_by(|a, b| (a.from, &a.name).cmp(&(b.from, &b.name)));
        judgement.pass(self)
    }

    fn judge_marks(&self, judgement: &mut Judgement) {
        // The cycle begins with the needs survey in spring, before the year.
        let first = self.year.first_day() - Days::new(150);
        let last = self.year.last_day() + Days::new(60);
        for (marks, what) in [(&self.moved, "改期"), (&self.done, "完成日期")] {
            for (code, day) in marks {
                judgement.require(
                    deadline::find(code).is_some() || recurring::is_survey(code),
                    "CALENDAR-DEADLINE",
                    code,
                    "校历中没有这一事项",
                );
                judgement.require(
                    (first..=last).contains(day),
                    "CALENDAR-DEADLINE",
                    code,
                    &format!("{what}{}不在本轮工作的时间之内", day_on_paper(*day)),
                );
            }
        }
    }
}

/// The first Monday on or after a day.
fn monday_from(day: NaiveDate) -> NaiveDate {
    let back = u64::from(day.weekday().num_days_from_monday());
    day + Days::new((7 - back) % 7)
}

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or(NaiveDate::MIN)
}

#[cfg(test)]
mod tests;
