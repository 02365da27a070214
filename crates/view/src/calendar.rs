//! The calendar of a school year: terms, weeks, holidays and the board of what is due.

use chrono::NaiveDate;
use domain::calendar::{self, Holiday as DomainHoliday, TermPlan};
use domain::refusal::{Judgement, Refusal};
use domain::year::Term;

use crate::{read, shape};

shape! {
    /// One teaching week.
    pub struct Week {
        /// From 1.
        pub week: u32,
        /// Monday.
        pub from: String,
        /// Sunday.
        pub to: String,
        /// Holidays in it.
        pub holidays: Vec<String>,
    }

    /// One term.
    pub struct CalendarTerm {
        /// `2026-2027-1`.
        pub term: String,
        /// Code.
        pub code: String,
        /// Word.
        pub word: String,
        /// The first Monday of teaching.
        pub first_monday: String,
        /// 教学周数.
        pub n_weeks: u32,
        /// True while it is only proposed.
        pub is_proposed: bool,
        /// The weeks.
        pub weeks: Vec<Week>,
    }

    /// One holiday, both days included.
    pub struct Holiday {
        /// Its name.
        pub name: String,
        /// First day.
        pub from: String,
        /// Last day.
        pub to: String,
    }

    /// One thing that is due.
    pub struct Deadline {
        /// Code.
        pub code: String,
        /// What.
        pub what: String,
        /// Who.
        pub who: String,
        /// The rule behind it.
        pub rule: String,
        /// The screen it is done on; empty for none.
        pub step: String,
        /// The day that counts.
        pub on: String,
        /// The day that follows from the calendar.
        pub usual_on: String,
        /// The day it was done.
        pub done_on: Option<String>,
        /// The holiday it falls on; empty for none.
        pub holiday: String,
        /// Days left; negative when it is over.
        pub days_left: i32,
        /// How it stands.
        #[cfg_attr(test, ts(type = "'done' | 'late' | 'near' | 'ahead'"))]
        pub standing: String,
    }

    /// Something that recurs.
    pub struct Recurring {
        /// What.
        pub what: String,
        /// How often, in words.
        pub cadence: String,
        /// When in that span.
        pub when: String,
        /// How many times.
        pub min_count: u32,
        /// Who.
        pub who: String,
        /// The rule behind it.
        pub rule: String,
    }

    /// The whole calendar.
    pub struct Calendar {
        /// School year.
        pub year: String,
        /// Name of the policy that the days follow.
        pub policy_name: String,
        /// Today.
        pub today: String,
        /// Both terms.
        pub terms: Vec<CalendarTerm>,
        /// Holidays.
        pub holidays: Vec<Holiday>,
        /// What is due, by day.
        pub deadlines: Vec<Deadline>,
        /// What recurs.
        pub recurring: Vec<Recurring>,
    }

    /// A term as it is typed.
    pub struct TermForm {
        /// The first Monday of teaching.
        pub first_monday: String,
        /// 教学周数.
        pub n_weeks: u32,
    }

    /// A calendar as it is typed.
    pub struct CalendarForm {
        /// 秋季学期.
        pub autumn: TermForm,
        /// 春季学期.
        pub spring: TermForm,
        /// Holidays.
        pub holidays: Vec<Holiday>,
    }

    /// What was moved or done by hand.
    pub struct DeadlineMark {
        /// Code of the deadline.
        pub code: String,
        /// The day it was moved to; `None` puts it back.
        #[serde(default)]
        pub moved_on: Option<String>,
        /// The day it was done; `None` opens it again.
        #[serde(default)]
        pub done_on: Option<String>,
    }
}

impl Calendar {
    /// A calendar with its board, seen from `today`.
    pub fn of(board: &app::calendar::Board) -> Self {
        let today = board.today;
        Self {
            year: board.calendar.year.to_string(),
            policy_name: board.policy_name.clone(),
            today: today.to_string(),
            terms: Term::ALL
                .into_iter()
                .zip(1..)
                .map(|(term, ordinal)| {
                    let plan = board.calendar.term(term);
                    CalendarTerm {
                        term: format!("{}-{ordinal}", board.calendar.year),
                        code: term.code().to_owned(),
                        word: term.word().to_owned(),
                        first_monday: plan.first_monday.to_string(),
                        n_weeks: plan.n_weeks,
                        is_proposed: plan.is_proposed,
                        weeks: board.calendar.weeks(term).iter().map(week_of).collect(),
                    }
                })
                .collect(),
            holidays: board
                .calendar
                .holidays
                .iter()
                .map(|holiday| Holiday {
                    name: holiday.name.clone(),
                    from: holiday.from.to_string(),
                    to: holiday.to.to_string(),
                })
                .collect(),
            deadlines: board
                .deadlines
                .iter()
                .map(|due| Deadline {
                    code: due.code.clone(),
                    what: due.what.clone(),
                    who: due.who.clone(),
                    rule: due.rule.clone(),
                    step: due.step.clone(),
                    on: due.on.to_string(),
                    usual_on: due.usual_on.to_string(),
                    done_on: due.done_on.map(|day| day.to_string()),
                    holiday: due.holiday.clone(),
                    days_left: i32::try_from(due.days_left(today)).unwrap_or(i32::MAX),
                    standing: due.standing(today).code().to_owned(),
                })
                .collect(),
            recurring: board
                .recurring
                .iter()
                .map(|one| Recurring {
                    what: one.what.clone(),
                    cadence: one.cadence.word().to_owned(),
                    when: one.when.clone(),
                    min_count: one.min_count,
                    who: one.who.clone(),
                    rule: one.rule.clone(),
                })
                .collect(),
        }
    }
}

fn week_of(week: &calendar::Week) -> Week {
    Week {
        week: week.number,
        from: week.from.to_string(),
        to: week.to.to_string(),
        holidays: week.holidays.clone(),
    }
}

impl CalendarForm {
    /// The terms and holidays that were typed.
    ///
    /// # Errors
    /// What could not be read.
    pub fn read(&self) -> Result<(TermPlan, TermPlan, Vec<DomainHoliday>), Vec<Refusal>> {
        let mut judgement = Judgement::new();
        let autumn = term(&self.autumn, "autumn", &mut judgement);
        let spring = term(&self.spring, "spring", &mut judgement);
        let mut holidays = Vec::new();
        for (index, holiday) in self.holidays.iter().enumerate() {
            let place = format!("holidays.{index}");
            let from = required(&holiday.from, &place, &mut judgement);
            let to = required(&holiday.to, &place, &mut judgement);
            if let (Some(from), Some(to)) = (from, to) {
                holidays.push(DomainHoliday {
                    name: holiday.name.clone(),
                    from,
                    to,
                });
            }
        }
        match (autumn, spring) {
            (Some(autumn), Some(spring)) => judgement.pass((autumn, spring, holidays)),
            _ => Err(judgement.into_refusals()),
        }
    }
}

fn term(form: &TermForm, name: &str, judgement: &mut Judgement) -> Option<TermPlan> {
    let place = format!("{name}.first_monday");
    Some(TermPlan {
        first_monday: required(&form.first_monday, &place, judgement)?,
        n_weeks: form.n_weeks,
        is_proposed: false,
    })
}

/// A day that must be there.
pub(crate) fn required(text: &str, place: &str, judgement: &mut Judgement) -> Option<NaiveDate> {
    if text.trim().is_empty() {
        judgement.refuse("INPUT-DATE", place, "请填写日期");
    }
    read::date(Some(text), place, judgement)
}

impl DeadlineMark {
    /// The days that were typed.
    ///
    /// # Errors
    /// What could not be read.
    pub fn read(&self) -> Result<(Option<NaiveDate>, Option<NaiveDate>), Vec<Refusal>> {
        let mut judgement = Judgement::new();
        let moved = read::date(self.moved_on.as_deref(), "moved_on", &mut judgement);
        let done = read::date(self.done_on.as_deref(), "done_on", &mut judgement);
        judgement.pass((moved, done))
    }
}
