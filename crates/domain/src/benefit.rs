//! 待遇: what a posting is due under the policy, what was paid, and the difference (B8, R620).
//!
//! What a policy leaves blank is not computed: the line says what is missing, and the school types the amount.

pub mod allowance;
mod proposal;

use chrono::NaiveDate;

use crate::assignment::months::Attendance;
use crate::assignment::{Assignment, YearResult};
use crate::coded::coded;
use crate::id::{AssignmentId, BenefitId};
use crate::money::Fen;
use crate::policy::Policy;
use crate::refusal::{Judgement, Refusal};
use crate::text::closed_up;
use crate::year::SchoolYear;

pub use proposal::{For, Proposal, proposals};

/// One line of what is due and paid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Benefit {
    /// Id.
    pub id: BenefitId,
    /// Of which posting.
    pub assignment: AssignmentId,
    /// What for.
    pub kind: BenefitKind,
    /// First day of the stretch it is for.
    pub from: NaiveDate,
    /// Last day of the stretch it is for.
    pub to: NaiveDate,
    /// 应发; nothing while it is not known.
    pub due: Option<Fen>,
    /// How it was computed, and by which rule; or who says so.
    pub basis: String,
    /// 实发; nothing while nothing was paid.
    pub paid: Option<Fen>,
    /// When it was paid last.
    pub paid_on: Option<NaiveDate>,
    /// 备注.
    pub note: String,
}

coded! {
    /// What a benefit is for.
    BenefitKind {
        /// 交通补助 (R805)
        Transport = "transport", "交通补助";
        /// 乡镇、边远津贴 (R801)
        Allowance = "allowance", "边远津贴";
        /// 农村绩效 (R805)
        RuralPerformance = "rural_performance", "农村绩效";
        /// 生活补助 (R807)
        Living = "living", "生活补助";
        /// 一次性奖励 (R806)
        Bonus = "bonus", "一次性奖励";
        /// 其他
        Other = "other", "其他";
    }
}

impl Benefit {
    /// 差额: what is still due; below zero when too much was paid. Nothing while it is not known what is due.
    pub fn difference(&self) -> Option<Fen> {
        Some(self.due? - self.paid.unwrap_or_default())
    }

    /// Judges a line as it was typed.
    ///
    /// # Errors
    /// Every reason why it cannot be kept.
    pub fn judged(
        mut self,
        posting: &Assignment,
        others: &[Self],
        today: NaiveDate,
    ) -> Result<Self, Vec<Refusal>> {
        let mut judgement = Judgement::new();
        for (text, place, limit) in [
            (&mut self.basis, "basis", 200),
            (&mut self.note, "note", 200),
        ] {
            *text = closed_up(text);
            if text.chars().count() > limit {
                judgement.refuse(
                    "BENEFIT-LENGTH",
                    place,
                    format!("内容过长，最多{limit}个字"),
                );
            }
        }
        judgement.require(
            self.to >= self.from,
            "BENEFIT-DATES",
            "to",
            "结束日期早于开始日期",
        );
        // What is on file may be paid, whatever became of the posting since.
        let known = others.iter().find(|other| other.id == self.id);
        let is_as_before =
            known.is_some_and(|known| (known.from, known.to) == (self.from, self.to));
        judgement.require(
            is_as_before
                || self.from >= posting.terms.start_on && self.to <= posting.terms.last_day(),
            "BENEFIT-DATES",
            "from",
            "待遇的起止日期应在交流期限之内",
        );
        judgement.require(
            SchoolYear::of(self.from) == SchoolYear::of(self.to),
            "BENEFIT-YEAR",
            "to",
            "待遇的起止日期应在同一学年内，跨学年的请分成两条登记",
        );
        for (amount, place, what) in [(self.due, "due", "应发"), (self.paid, "paid", "实发")] {
            if amount.is_some_and(|amount| !(0..=100_000_000).contains(&amount.fen())) {
                judgement.refuse(
                    "BENEFIT-AMOUNT",
                    place,
                    format!("{what}金额应在0到1000000元之间"),
                );
            }
        }
        judgement.require(
            self.due.is_none() || !self.basis.is_empty(),
            "BENEFIT-BASIS",
            "basis",
            "请写明应发金额的依据",
        );
        judgement.require(
            self.paid.is_none_or(|paid| paid == Fen::default()) || self.paid_on.is_some(),
            "BENEFIT-PAID",
            "paid_on",
            "请填写发放日期",
        );
        judgement.require(
            self.paid_on.is_none_or(|day| day <= today),
            "BENEFIT-PAID",
            "paid_on",
            "发放日期晚于今天，请核对",
        );
        let is_twice = others.iter().any(|other| {
            other.id != self.id
                && other.assignment == self.assignment
                && other.kind == self.kind
                && self.kind != BenefitKind::Other
                && other.from <= self.to
                && other.to >= self.from
        });
        judgement.require(
            !is_twice,
            "BENEFIT-TWICE",
            "kind",
            "这段时间的同一项待遇已经登记过，请改那一条",
        );
        judgement.pass(self)
    }
}

/// What does not fit between a posting and what is on file for it: it was not begun, became shorter, or has days that do
/// not count.
pub fn doubts(posting: &Assignment, lines: &[Benefit]) -> Vec<String> {
    if lines.is_empty() {
        return Vec::new();
    }
    if !posting.state().has_arrived() {
        return vec!["还没有到岗，却登记了待遇，请核对".to_owned()];
    }
    let attendance = Attendance::of(posting);
    let doubt = |line: &Benefit| {
        let why = if line.to > posting.terms.last_day() {
            "超出交流期限"
        } else {
            let mut days = line.from.iter_days().take_while(|day| *day <= line.to);
            if days.all(|day| attendance.counts(day)) {
                return None;
            }
            "含有没有到岗、中止或无效的日子"
        };
        let (kind, from, to) = (line.kind.word(), line.from, line.to);
        Some(format!("{kind}（{from}至{to}）{why}，请核对应发和实发"))
    };
    lines.iter().filter_map(doubt).collect()
}

/// Lines that were accepted before a year was graded, when the grade leaves nothing due (R620). They are not touched: a
/// person puts them right.
pub fn grade_doubts(
    policy: &Policy,
    posting: &Assignment,
    lines: &[Benefit],
    years: &[YearResult],
) -> Vec<String> {
    let doubt = |result: &YearResult| {
        let year = result.year;
        let is_due = lines.iter().any(|line| {
            line.due.is_some_and(|due| due > Fen::default())
                && line.from <= year.last_day()
                && line.to >= year.first_day()
        });
        let why = proposal::withheld(policy, posting.terms.track, result.grade)?;
        let year = year.on_paper();
        (result.is_signed && is_due).then(|| format!("{year}的待遇仍有应发，但{why}，请核对"))
    };
    years.iter().filter_map(doubt).collect()
}

/// Sums over lines of which it is known what is due, so that the difference is the one of the other two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Totals {
    /// 应发.
    pub due: Fen,
    /// 实发.
    pub paid: Fen,
    /// 差额.
    pub difference: Fen,
    /// Lines of which it is not known what is due.
    pub n_open: usize,
    /// What was paid on them; in no sum above.
    pub paid_on_open: Fen,
}

impl Totals {
    /// The sums of some lines.
    pub fn of<'a>(lines: impl IntoIterator<Item = &'a Benefit>) -> Self {
        let mut totals = Self::default();
        for line in lines {
            let paid = line.paid.unwrap_or_default();
            match line.due {
                Some(due) => {
                    totals.due = totals.due + due;
                    totals.paid = totals.paid + paid;
                }
                None => {
                    totals.n_open += 1;
                    totals.paid_on_open = totals.paid_on_open + paid;
                }
            }
        }
        totals.difference = totals.due - totals.paid;
        totals
    }

    /// What the sums leave out, as a sentence; empty when nothing.
    pub fn left_out(&self) -> String {
        if self.n_open == 0 {
            return String::new();
        }
        format!(
            "有{}项应发金额尚未确定，没有计入合计（其中已发{}元）。",
            self.n_open, self.paid_on_open
        )
    }
}

#[cfg(test)]
mod tests;
