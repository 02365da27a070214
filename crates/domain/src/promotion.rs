//! Whether a teacher meets what a policy asks of whoever applies for a title: months of service (B7, R701–R705).
//!
//! It says what is counted, what is missing, and by when it will be there. It decides nothing.

use chrono::NaiveDate;

use crate::assignment::Assignment;
use crate::assignment::months::{Attendance, months_of, shared};
use crate::coded::coded;
use crate::exact::Exact;
use crate::policy::{Key, Policy};
use crate::school::{Area, School};
use crate::teacher::title::TitleRank;
use crate::teacher::{BirthDate, CareerKind, Teacher};

/// What a policy asks of a teacher and how far he is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TitleCheck {
    /// How binding it is for a teacher of his school.
    pub force: Force,
    /// The rule, such as `R701`; empty when the policy says nothing.
    pub rule: String,
    /// Months that are asked.
    pub required: Option<u32>,
    /// Months that count, with the credit of the policy.
    pub counted: Exact,
    /// Actual months.
    pub actual: Exact,
    /// Months that are missing; zero when he has them, nothing when nothing is asked.
    pub lacking: Option<Exact>,
    /// The day on which he will have them, if his posting goes on as planned.
    pub by: Option<NaiveDate>,
    /// What a person must look at.
    pub notes: Vec<String>,
}

coded! {
    /// How binding the months are.
    Force {
        /// 硬性条件: 否则不予申报
        Hard = "hard", "硬性条件";
        /// 从优
        Bonus = "bonus", "有则从优";
        /// 制度未规定
        None = "none", "制度未规定";
    }
}

/// Checks a teacher on a day. `all` are all postings of his; `home` is the school that proposes him, and `schools` are
/// those on file.
pub fn check(
    policy: &Policy,
    teacher: &Teacher,
    home: &School,
    all: &[Assignment],
    schools: &[School],
    today: NaiveDate,
) -> TitleCheck {
    let required = policy.whole(Key::PromoServiceMonthsMin, None);
    let mut notes = Vec::new();
    let counting = Counting::of(policy, teacher, all, schools, &mut notes);
    let track = all.last().and_then(|posting| posting.terms.track);
    let from = policy.codes(Key::PromoTitleFrom, track).first();
    let from = from.and_then(|code| TitleRank::from_code(code));
    let below = next_rank(teacher).filter(|next| from.is_some_and(|from| *next < from));
    let (actual, counted) = counting.served(today);
    let force = match (required, below) {
        (None, _) => Force::None,
        (Some(_), Some(next)) => {
            let word = next.word();
            notes.push(format!("下一级职称为{word}，不在所定的职称起点之内"));
            Force::None
        }
        (Some(_), None) => force_for(policy, home, &mut notes),
    };
    // What the source says besides, such as whom it is for.
    let given = policy.given(Key::PromoServiceMonthsMin, None);
    if let Some(given) = given.filter(|given| required.is_some() && !given.note.is_empty()) {
        notes.push(given.note.clone());
    }
    let lacking = required.map(|required| {
        let lacking = Exact::whole(i64::from(required)) - counted.clone();
        if lacking.is_negative() {
            Exact::zero()
        } else {
            lacking
        }
    });
    let by = required
        .filter(|_| lacking.as_ref().is_some_and(|lacking| !lacking.is_zero()))
        .and_then(|required| counting.full_on(today, required));
    TitleCheck {
        rule: policy.rule(Key::PromoServiceMonthsMin, None).to_owned(),
        force,
        required,
        counted,
        actual,
        lacking,
        by,
        notes,
    }
}

/// The rank above the one he has; nothing when his title is not recognised or is the highest.
fn next_rank(teacher: &Teacher) -> Option<TitleRank> {
    let own = TitleRank::read(&teacher.record.title)?;
    TitleRank::ALL.iter().copied().find(|rank| *rank > own)
}

/// R701: hard for some schools, a bonus for others; for all where the policy names none.
fn force_for(policy: &Policy, home: &School, notes: &mut Vec<String>) -> Force {
    let hard = policy.codes(Key::PromoHardFor, None);
    let bonus = policy.codes(Key::PromoBonusFor, None);
    if hard.is_empty() && bonus.is_empty() {
        return Force::Hard;
    }
    let Some(tier) = home.profile.tier else {
        notes.push("本校的学校层级没有填写，是否为硬性条件须人工判定".to_owned());
        return Force::Hard;
    };
    let names = |codes: &[String]| codes.iter().any(|code| code == tier.code());
    if names(hard) {
        Force::Hard
    } else if names(bonus) {
        Force::Bonus
    } else {
        notes.push(format!("制度没有规定{}教师是否适用", tier.word()));
        Force::None
    }
}

/// From which day service counts: that of the present title where the policy says 任期内 (R702).
fn current_rank_since(
    policy: &Policy,
    teacher: &Teacher,
    notes: &mut Vec<String>,
) -> Option<NaiveDate> {
    if !policy.says(Key::PromoWithinCurrentRank, None) {
        return None;
    }
    let awarded = awarded_in(&teacher.record.title_awarded);
    if awarded.is_none() {
        notes.push(
            "须为现任职务任期内的经历，但职称取得时间没有登记或认不出，月数须人工核对".to_owned(),
        );
    }
    awarded.map(BirthDate::earliest)
}

/// The day or the month of an award as offices write it: `2015-12`, `2015.12`, `2015年12月1日`.
fn awarded_in(written: &str) -> Option<BirthDate> {
    let dashed: String = written
        .trim()
        .chars()
        .filter(|c| *c != '日' && !c.is_whitespace())
        .map(|c| if "年月./".contains(c) { '-' } else { c })
        .collect();
    dashed.trim_end_matches('-').parse().ok()
}

/// What counts for a title.
struct Counting<'a> {
    teacher: &'a Teacher,
    /// The postings that count.
    postings: Vec<&'a Assignment>,
    /// When he is where, by all his postings: of what they tell, the career says nothing more.
    all: Vec<Attendance>,
    /// From which day; nothing where any day counts.
    since: Option<NaiveDate>,
    /// True where only country schools count (R702).
    is_rural_only: bool,
}

impl<'a> Counting<'a> {
    fn of(
        policy: &Policy,
        teacher: &'a Teacher,
        all: &'a [Assignment],
        schools: &[School],
        notes: &mut Vec<String>,
    ) -> Self {
        let is_rural_only = policy.says(Key::PromoRuralOnly, None);
        let area_of = |posting: &Assignment| {
            let host = schools
                .iter()
                .find(|school| school.id == posting.host_school);
            host.and_then(|host| host.profile.area)
        };
        let counts =
            |posting: &&Assignment| !is_rural_only || area_of(posting) == Some(Area::Rural);
        let postings: Vec<&Assignment> = all.iter().filter(counts).collect();
        if all
            .iter()
            .any(|posting| is_rural_only && area_of(posting).is_none())
        {
            notes.push("有受援学校没有填写城乡类别，在那里的月数没有计入".to_owned());
        } else if postings.len() < all.len() {
            notes.push("在城镇学校交流的月数没有计入".to_owned());
        }
        Self {
            teacher,
            postings,
            all: all.iter().map(Attendance::of).collect(),
            since: current_rank_since(policy, teacher, notes),
            is_rural_only,
        }
    }

    /// Actual and credited months up to a day: postings, each with its part of a day, and exchange and support before
    /// them.
    fn served(&self, until: NaiveDate) -> (Exact, Exact) {
        let counts = |day: &NaiveDate| self.since.is_none_or(|since| *day >= since);
        let mut actual = Exact::zero();
        let mut credited = Exact::zero();
        for posting in &self.postings {
            let own = Attendance::of(posting);
            let months = shared(&own, &self.all, until, |day| counts(&day));
            credited = credited + months.clone() * posting.terms.credit.exact();
            actual = actual + months;
        }
        let mut before: Vec<NaiveDate> = self
            .teacher
            .record
            .standing
            .career
            .iter()
            .filter(|entry| matches!(entry.kind, CareerKind::Exchange | CareerKind::Support))
            .filter(|entry| entry.is_rural || !self.is_rural_only)
            .flat_map(|entry| {
                let to = entry.to.unwrap_or(until).min(until);
                entry.from.iter_days().take_while(move |day| *day <= to)
            })
            .filter(|day| counts(day) && !self.all.iter().any(|one| one.tells_of(*day)))
            .collect();
        before.sort_unstable();
        before.dedup();
        let before = months_of(before.into_iter());
        (actual + before.clone(), credited + before)
    }

    /// The first day on which the months are full, if the postings go on as planned.
    fn full_on(&self, today: NaiveDate, required: u32) -> Option<NaiveDate> {
        let last = self
            .postings
            .iter()
            .filter(|posting| posting.state().has_arrived())
            .map(|posting| posting.terms.last_day())
            .max()?;
        let wanted = Exact::whole(i64::from(required));
        let has_by = |day: NaiveDate| self.served(day).1 >= wanted;
        if last <= today || !has_by(last) {
            return None;
        }
        // Months only grow with the days: halve until the day is found.
        let (mut before, mut by) = (today, last);
        while (by - before).num_days() > 1 {
            let half = u64::try_from((by - before).num_days() / 2).ok()?;
            let middle = before + chrono::Days::new(half);
            if has_by(middle) {
                by = middle;
            } else {
                before = middle;
            }
        }
        Some(by)
    }
}

#[cfg(test)]
mod tests;
