//! Which terms of school a posting covers, and how long it should be by the policy (R301–R312): what speaks against its length, and until when it would
//! be extended.
//!
//! Must never: refuse. A term of another length needs a word why, and a person decides on an extension.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::months::Attendance;
use super::{Assignment, AssignmentTerms, goal, months};
use crate::exact::Exact;
use crate::policy::{Key, Policy, Track};
use crate::year::{SchoolYear, Term};

/// Bounds that a policy may give: the key, how many months its unit has, and its unit. All but the first are of heads.
const LEAST: [(Key, u32, &str); 3] = [
    (Key::TermYearsMin, 12, "年"),
    (Key::PrincipalTermMonthsMin, 1, "个月"),
    (Key::CadreTermYears, 12, "年"),
];
const MOST: [(Key, u32, &str); 3] = [
    (Key::TermYearsMax, 12, "年"),
    (Key::PrincipalTermMonthsMax, 1, "个月"),
    (Key::CadreTermYears, 12, "年"),
];

/// How many months a posting usually lasts: the least that the policy asks on its way, and a year where it lets him
/// stay that long.
pub fn usual_months(policy: &Policy, track: Option<Track>) -> u32 {
    let months = |bounds: [(Key, u32, &'static str); 3]| {
        let asked = bounds
            .into_iter()
            .filter(move |(key, ..)| is_asked(*key, track));
        asked.filter_map(move |(key, unit, _)| Some(policy.whole(key, track)? * unit))
    };
    let school_years = policy
        .whole(Key::TermSchoolYears, track)
        .map(|years| years * 12);
    let least = months(LEAST).chain(school_years).max().unwrap_or(0);
    let most = months(MOST).min().unwrap_or(u32::MAX);
    least.max(YEAR.min(most))
}

/// Heads have terms of their own, which are not asked of anybody else.
fn is_asked(key: Key, track: Option<Track>) -> bool {
    matches!(key, Key::TermYearsMin | Key::TermYearsMax) || track == Some(Track::Principal)
}

/// A school year.
const YEAR: u32 = 12;

/// The days on which school is taught in a term.
fn teaching_months(term: Term, year: SchoolYear) -> Option<(NaiveDate, NaiveDate)> {
    let first = year.first_year();
    let (from, to) = match term {
        Term::Autumn => ((first, 9, 1), (first + 1, 1, 31)),
        Term::Spring => ((first + 1, 2, 15), (first + 1, 7, 15)),
    };
    let day = |(year, month, day)| NaiveDate::from_ymd_opt(year, month, day);
    Some((day(from)?, day(to)?))
}

impl AssignmentTerms {
    /// The terms of the year in which he is to teach there: a posting counts for a term when it has a day in its
    /// teaching months, so that leaving in early July does not open an autumn, nor arriving in late August a
    /// spring.
    pub fn planned_terms(&self, year: SchoolYear) -> Vec<Term> {
        let has_day =
            |(from, to): (NaiveDate, NaiveDate)| self.start_on <= to && self.last_day() >= from;
        let terms = Term::ALL.into_iter();
        terms
            .filter(|term| teaching_months(*term, year).is_some_and(has_day))
            .collect()
    }
}

impl Assignment {
    /// The terms of the year in which he taught there: not those that he was away for altogether (J-9).
    pub fn served_terms(&self, year: SchoolYear) -> Vec<Term> {
        let own = Attendance::of(self);
        let has_day = |(from, to): (NaiveDate, NaiveDate)| {
            from.iter_days()
                .take_while(|day| *day <= to)
                .any(|day| own.is_there(day))
        };
        let mut terms = self.terms.planned_terms(year);
        terms.retain(|term| teaching_months(*term, year).is_some_and(has_day));
        terms
    }

    /// What a policy says against the length of the term; nothing when it fits or the policy says nothing.
    pub fn term_doubt(&self, policy: &Policy) -> Option<String> {
        let track = self.terms.track;
        let end = self.terms.planned_end_on.checked_add_days(Days::new(1))?;
        let after = |months: u32| {
            let start = self.terms.start_on;
            start.checked_add_months(Months::new(months))
        };
        for (key, unit, word) in LEAST.into_iter().filter(|(key, ..)| is_asked(*key, track)) {
            if let Some(least) = policy.whole(key, track)
                && after(least * unit).is_none_or(|least| end < least)
                && !self.is_credited_for(least * unit)
            {
                let rule = policy.cited(key, track);
                return Some(format!("期限短于制度规定的{least}{word}（{rule}）"));
            }
        }
        for (key, unit, word) in MOST.into_iter().filter(|(key, ..)| is_asked(*key, track)) {
            if let Some(most) = policy.whole(key, track)
                && after(most * unit).is_some_and(|most| end > most)
            {
                let rule = policy.cited(key, track);
                return Some(format!("期限长于制度规定的{most}{word}（{rule}）"));
            }
        }
        // A school year is its two terms: it ends when school does, and not on 31 August.
        let years = policy.whole(Key::TermSchoolYears, track)?;
        let is_other = self.planned_terms() != Some(years * 2);
        let rule = policy.cited(Key::TermSchoolYears, track);
        is_other.then(|| format!("期限不是制度规定的{years}学年（{rule}）"))
    }

    /// True when the planned months make so many with the credit of the policy: half a year that counts as a whole
    /// one is as good as one (R311), and a month that counts double is not.
    fn is_credited_for(&self, least: u32) -> bool {
        let days = self.terms.start_on.iter_days();
        let planned = months::months_of(days.take_while(|day| *day <= self.terms.planned_end_on));
        let credit = &self.terms.credit;
        credit.hundredths() > 100 && planned * credit.exact() >= Exact::whole(i64::from(least))
    }

    /// How many terms of school it is planned for.
    fn planned_terms(&self) -> Option<u32> {
        let first = SchoolYear::of(self.terms.start_on).ok()?.first_year();
        let last = SchoolYear::of(self.terms.planned_end_on).ok()?.first_year();
        let years = (first..=last).filter_map(|year| SchoolYear::starting(year).ok());
        let terms: usize = years.map(|year| self.terms.planned_terms(year).len()).sum();
        u32::try_from(terms).ok()
    }

    /// 第2项、第3项工作目标未达成; empty when all were reached.
    pub fn unmet_words(&self) -> String {
        let numbers: Vec<String> = goal::unmet(&self.goals)
            .iter()
            .map(|number| format!("第{number}项"))
            .collect();
        if numbers.is_empty() {
            String::new()
        } else {
            format!("{}工作目标未达成", numbers.join("、"))
        }
    }

    /// Until when the policy would extend it because goals were not reached (R312); nothing when all were, or the
    /// policy says nothing.
    pub fn proposed_extension(&self, policy: &Policy) -> Option<NaiveDate> {
        let track = self.terms.track;
        if goal::unmet(&self.goals).is_empty() || !policy.says(Key::ExtendOnUnmetGoals, track) {
            return None;
        }
        let months = policy.whole(Key::ExtensionMonthsDefault, track)?;
        later(self.terms.planned_end_on, months)
    }
}

/// A last day so many months later: from the end of a month to the end of a month, else to the same day, or to the
/// last one where the month has no such day.
fn later(end: NaiveDate, months: u32) -> Option<NaiveDate> {
    let months = Months::new(months);
    let next = end.succ_opt()?;
    if next.day() == 1 {
        next.checked_add_months(months)?.pred_opt()
    } else {
        end.checked_add_months(months)
    }
}
