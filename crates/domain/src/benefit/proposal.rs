//! What a policy makes due for a posting in a school year, and what stands in the way of an amount (R620, R801–R807).

use chrono::NaiveDate;

use super::allowance::Steps;
use super::{Benefit, BenefitKind};
use crate::appraisal::grade::Grade;
use crate::assignment::months::{self, on_paper};
use crate::assignment::{Assignment, State};
use crate::exact::Exact;
use crate::money::Fen;
use crate::policy::preset::core_given;
use crate::policy::{Given, Key, Origin, Policy, Track, Value};
use crate::school::{Area, Remoteness, School};
use crate::teacher::backbone::{BackboneLevel, ranks_of};
use crate::year::SchoolYear;

/// What a policy makes due for a posting in a school year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// What for.
    pub kind: BenefitKind,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// The amount; nothing where the policy or a record leaves something open.
    pub due: Option<Fen>,
    /// How it was computed, or what is missing.
    pub basis: String,
}

/// Whom and where a proposal is for.
#[derive(Debug, Clone, Copy)]
pub struct For<'a> {
    /// The posting.
    pub posting: &'a Assignment,
    /// All postings of the teacher, this one among them: on a day that he shares out among several schools, what is
    /// due each month (每人每月, R805) is shared out as well.
    pub all: &'a [Assignment],
    /// 受援学校.
    pub host: &'a School,
    /// 骨干层次 of the teacher, in the school's own word.
    pub backbone: &'a str,
    /// Whole years in the countryside, for the steps of the allowance.
    pub rural_years: u32,
    /// What is on file for the posting already.
    pub known: &'a [Benefit],
    /// The grade of the year, once both schools have signed it.
    pub grade: Option<Grade>,
}

impl For<'_> {
    /// The stretches between two days for which nothing of a kind is on file.
    fn uncovered(
        &self,
        kind: BenefitKind,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Vec<(NaiveDate, NaiveDate)> {
        let is_covered = |day: NaiveDate| {
            let mut of_kind = self.known.iter().filter(|one| one.kind == kind);
            of_kind.any(|one| one.from <= day && day <= one.to)
        };
        let mut open: Vec<(NaiveDate, NaiveDate)> = Vec::new();
        for day in from.iter_days().take_while(|day| *day <= to) {
            match open.last_mut() {
                _ if is_covered(day) => {}
                Some((_, last)) if last.succ_opt() == Some(day) => *last = day,
                _ => open.push((day, day)),
            }
        }
        open
    }

    /// The months of his that lie between two days of a school year.
    fn months(&self, year: SchoolYear, from: NaiveDate, to: NaiveDate) -> Exact {
        let until = |day| months::in_year(self.posting, self.all, year, day);
        match from.pred_opt() {
            Some(before) => until(to) - until(before),
            None => until(to),
        }
    }
}

/// What the policy makes due for a school year up to a day and is not on file yet. Whole months are paid whole, parts
/// of a month by days.
pub fn proposals(
    policy: &Policy,
    whom: For<'_>,
    year: SchoolYear,
    until: NaiveDate,
) -> Vec<Proposal> {
    let posting = whom.posting;
    let from = posting.terms.start_on.max(year.first_day());
    let to = posting.terms.last_day().min(year.last_day()).min(until);
    let is_void = posting.state() == State::Voided || posting.voided_years().contains(&year);
    if to < from || is_void || !posting.state().has_arrived() {
        return Vec::new();
    }
    let track = posting.terms.track;
    let mut found = Vec::new();
    let mut propose = |kind, per_month: PerMonth| {
        for (from, to) in whom.uncovered(kind, from, to) {
            let months = whom.months(year, from, to);
            let (due, basis) = match &per_month {
                Ok((amount, why)) => (
                    Some(amount.times(&months)),
                    format!("{amount}元/月×{}，{why}", words_of(&months)),
                ),
                Err(missing) => (None, missing.clone()),
            };
            found.push(Proposal {
                kind,
                from,
                to,
                due,
                basis,
            });
        }
    };
    if let Some(amount) = transport(policy, track).and_then(|amount| at_rural(whom, amount)) {
        propose(BenefitKind::Transport, amount);
    }
    let performance = monthly(policy, Key::RuralPerformanceMonth, track);
    if let Some(amount) = performance.and_then(|amount| at_rural(whom, amount)) {
        propose(BenefitKind::RuralPerformance, amount);
    }
    if let Some(amount) = monthly(policy, Key::LivingAllowance, track) {
        propose(BenefitKind::Living, amount);
    }
    if let Some(amount) = allowance_of(policy, whom) {
        propose(BenefitKind::Allowance, amount);
    }
    // The bonus is one of the year.
    let has_bonus = whom.known.iter().any(|one| {
        one.kind == BenefitKind::Bonus && one.from <= year.last_day() && one.to >= year.first_day()
    });
    found.extend(bonus(policy, whom, from, to).filter(|_| !has_bonus));
    if let Some(why) = withheld(policy, track, whom.grade) {
        for one in &mut found {
            (one.due, one.basis) = (Some(Fen::default()), why.clone());
        }
    }
    found
}

/// Why nothing is due of the year: what he gets hangs on the grade (R620), by the policy or, where it says nothing, by
/// what holds beside every policy; nothing while the year is not graded, or the grade is good enough.
pub(super) fn withheld(
    policy: &Policy,
    track: Option<Track>,
    grade: Option<Grade>,
) -> Option<String> {
    let core = core_given();
    let given = policy.given(Key::BenefitsRequireGrade, track).or_else(|| {
        core.iter()
            .find(|given| given.key == Key::BenefitsRequireGrade)
    })?;
    let Some(Value::Codes(codes)) = &given.value else {
        return None;
    };
    let asked = Grade::from_code(codes.first()?)?;
    let own = grade.filter(|own| *own < asked)?;
    Some(format!(
        "学年考核为{}，未达到享受待遇须达到的{}（{}）",
        own.word(),
        asked.word(),
        given.cited()
    ))
}

/// The amount of a month and why, or what is missing.
type PerMonth = Result<(Fen, String), String>;

/// Months as a basis tells them, so that a reader comes to the same amount.
fn words_of(months: &Exact) -> String {
    let printed = on_paper(months);
    if printed.parse().as_ref() == Ok(months) {
        format!("{printed}个月")
    } else {
        format!("{printed}个月（不足整月的按当月天数折算，准确为{months}个月）")
    }
}

/// A parameter that the policy names, though it may be blank; nothing when the school has emptied it.
fn named(policy: &Policy, key: Key, track: Option<Track>) -> Option<&Given> {
    let given = policy.given(key, track)?;
    let is_emptied = given.value.is_none() && given.origin == Origin::School;
    (!is_emptied).then_some(given)
}

/// What the policy gives a month; nothing when it does not name it.
fn monthly(policy: &Policy, key: Key, track: Option<Track>) -> Option<PerMonth> {
    let rule = named(policy, key, track)?.cited();
    Some(match policy.whole(key, track) {
        Some(amount) => Ok((Fen::yuan(amount), rule.to_owned())),
        None => Err(format!("制度没有写明金额（{rule}），请按本地规定填写")),
    })
}

/// 交通补助 is a range (R805): an amount only where both ends are the same.
fn transport(policy: &Policy, track: Option<Track>) -> Option<PerMonth> {
    let least = named(policy, Key::TransportMonthMin, track);
    let most = named(policy, Key::TransportMonthMax, track);
    let rule = least.or(most)?.cited();
    let whole = |key| policy.whole(key, track);
    let range = match (whole(Key::TransportMonthMin), whole(Key::TransportMonthMax)) {
        (Some(least), Some(most)) if least == most => {
            return Some(Ok((Fen::yuan(least), rule.to_owned())));
        }
        (Some(least), Some(most)) => format!("规定{least}—{most}元/月"),
        (Some(least), None) => format!("规定不低于{least}元/月"),
        (None, Some(most)) => format!("规定不高于{most}元/月"),
        (None, None) => "没有写明金额".to_owned(),
    };
    Some(Err(format!("制度{range}（{rule}），请按本校标准填写金额")))
}

/// What is for country schools alone; asks where it is not known whether the host school is one.
fn at_rural(whom: For<'_>, amount: PerMonth) -> Option<PerMonth> {
    match whom.host.profile.area {
        Some(Area::Rural) => Some(amount),
        Some(_) => None,
        None => Some(Err(UNKNOWN_AREA.to_owned())),
    }
}

const UNKNOWN_AREA: &str = "受援学校的城乡类别没有填写，无法判定是否享受";

/// The allowance of a month at a remote school; nothing when the policy has none for such a school.
fn allowance_of(policy: &Policy, whom: For<'_>) -> Option<PerMonth> {
    let track = whom.posting.terms.track;
    named(policy, Key::AllowanceRemoteMonth, track)
        .or_else(|| named(policy, Key::AllowanceRemotestMonth, track))?;
    let remote = policy.whole(Key::AllowanceRemoteMonth, track);
    let steps = Steps::of(policy, track);
    // 最边远 has its own amount, or that of 边远 and a level more (R803), where the policy says what a level adds.
    let (word, base, levels) = match whom.host.profile.remoteness {
        Some(Remoteness::Ordinary) => return None,
        None => {
            return Some(Err(
                "受援学校的边远程度没有填写，无法判定是否享受".to_owned()
            ));
        }
        Some(Remoteness::Remote) => ("边远", remote, 0),
        Some(Remoteness::Remotest) => match policy.whole(Key::AllowanceRemotestMonth, track) {
            Some(own) => ("最边远", Some(own), 0),
            None => ("最边远", remote.filter(|_| steps.level_pct > 0), 1),
        },
    };
    let Some(base) = base else {
        return Some(Err(format!(
            "制度没有写明{word}津贴的金额，请按本地规定填写"
        )));
    };
    let count = steps.count(whom.rural_years);
    let amount = steps.amount(Fen::yuan(base), whom.rural_years, levels);
    let mut why = format!("{word}津贴，基数{base}元");
    if levels > 0 {
        why.push_str(&format!("，高一等上浮{}%（R803）", steps.level_pct));
    }
    if count > 0 {
        why.push_str(&format!(
            "，农村任教{}年，上浮{count}档各{}%（R804）",
            whom.rural_years, steps.step_pct
        ));
    }
    Some(Ok((amount, why)))
}

/// Once a year at a country school for those whom the policy names (R806); released with the grade that it asks (R620).
fn bonus(policy: &Policy, whom: For<'_>, from: NaiveDate, to: NaiveDate) -> Option<Proposal> {
    let track = whom.posting.terms.track;
    let asked = policy.codes(Key::AnnualBonusFor, track);
    let own = ranks_of("", whom.backbone);
    // 县级以上: a distinction of the school or the township alone is not meant.
    let is_county = BackboneLevel::read(whom.backbone)? >= BackboneLevel::County;
    if !is_county || !asked.iter().any(|code| own.contains(&code.as_str())) {
        return None;
    }
    let rule = named(policy, Key::AnnualBonusFor, track)?.cited();
    let amount = policy.whole(Key::AnnualBonus, track).map(Fen::yuan);
    let who = format!("{}（{rule}），考核合格及以上发放", whom.backbone);
    let amount = match amount {
        Some(amount) => Ok((amount, format!("{amount}元/年，{who}"))),
        None => Err(format!("制度没有写明金额，请按本地规定填写；{who}")),
    };
    let (due, basis) = match at_rural(whom, amount)? {
        Ok((amount, why)) => (Some(amount), why),
        Err(missing) => (None, missing),
    };
    Some(Proposal {
        kind: BenefitKind::Bonus,
        from,
        to,
        due,
        basis,
    })
}
