//! How both schools' points, the many voices and the stages become one score of the year (E-3):
//!
//! ```text
//! HC   = (1 − w_ms)·H + w_ms·M
//! YF   = w_host·HC + w_send·S
//! YEAR = w_stage·mean(stages) + (1 − w_stage)·YF
//! ```
//!
//! Everything is exact; only YEAR is rounded, once, half up to two decimals, and the grade is read from that.

use crate::exact::Exact;
use crate::indicator;
use crate::refusal::{Judgement, Refusal};
use crate::school::Side;
use crate::survey::{Source, drop_reason};

use super::grade::{Grade, Thresholds, VetoCode};
use super::steps;

/// The weights of the composition; all but the order of the schools are this program's defaults (H-11).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weights {
    /// w_ms.
    pub multi_source: Exact,
    /// w_host.
    pub host: Exact,
    /// w_send.
    pub sending: Exact,
    /// w_stage.
    pub stage: Exact,
    /// Weight of each source; shared pro rata by those that count.
    pub sources: Vec<(Source, Exact)>,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            multi_source: Exact::ratio(30, 100),
            host: Exact::ratio(70, 100),
            sending: Exact::ratio(30, 100),
            stage: Exact::ratio(30, 100),
            sources: Source::ALL
                .iter()
                .map(|source| (*source, Exact::whole(source.default_weight())))
                .collect(),
        }
    }
}

/// One scored item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenItem {
    /// Code of the indicator.
    pub code: String,
    /// Points; `None` when the indicator does not apply.
    pub points: Option<Exact>,
}

impl GivenItem {
    /// An item with its points.
    pub fn scored(code: impl Into<String>, points: Exact) -> Self {
        Self {
            code: code.into(),
            points: Some(points),
        }
    }

    /// An item that does not apply.
    pub fn not_applicable(code: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            points: None,
        }
    }
}

/// One school's part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GivenPart {
    /// Item by item.
    Items(Vec<GivenItem>),
    /// Only the sum, 0 to 100.
    Total(Exact),
}

/// One source as it came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenSource {
    /// Which source.
    pub source: Source,
    /// 0 to 100; `None` when the survey was not held.
    pub score: Option<Exact>,
    /// 发出份数.
    pub invited: Option<u32>,
    /// 收回份数.
    pub returned: Option<u32>,
}

/// All that the composition is made of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Given {
    /// The host school's points.
    pub host: Option<GivenPart>,
    /// The sending school's points.
    pub sending: Option<GivenPart>,
    /// 多元评价.
    pub sources: Vec<GivenSource>,
    /// Stages that exist.
    pub stages: Vec<Exact>,
    /// Weights.
    pub weights: Weights,
    /// Thresholds of the grades.
    pub thresholds: Thresholds,
    /// Vetoes that hold.
    pub vetoes: Vec<VetoCode>,
}

/// A source that does not count, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dropped {
    /// Which source.
    pub source: Source,
    /// Why, as the form prints it.
    pub reason: String,
}

/// The share of a source that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// Which source.
    pub source: Source,
    /// Its part of M, in per cent.
    pub percent: Exact,
    /// Its score.
    pub score: Exact,
}

/// The host's half of the composition, known before the sending school has said anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HostComposition {
    /// H.
    pub host: Exact,
    /// M; `None` when no voice was asked and none has weight.
    pub multi_source: Option<Exact>,
    /// What each voice counted.
    pub shares: Vec<Share>,
    /// Voices that did not count.
    pub dropped: Vec<Dropped>,
    /// HC.
    pub host_combined: Exact,
}

/// The score of the year and everything on the way to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Composition {
    /// The host's half.
    pub host: HostComposition,
    /// S.
    pub sending: Exact,
    /// YF.
    pub year_final: Exact,
    /// Mean of the stages; `None` when there are none and they have no weight.
    pub stage_mean: Option<Exact>,
    /// YEAR before rounding.
    pub year_exact: Exact,
    /// YEAR with two decimals, as printed.
    pub year: String,
    /// Suggested grade.
    pub grade: Grade,
    /// The calculation, line by line, as a teacher or a bureau checks it by hand.
    pub steps: Vec<String>,
}

/// Computes the score of the year.
///
/// # Errors
/// Every reason why it cannot be computed; what is missing is never taken for zero.
pub fn compose(given: &Given) -> Result<Composition, Vec<Refusal>> {
    let mut judgement = Judgement::new();
    let host = judgement.take(compose_host(given));
    let sending = judgement.take(total(Side::Sending, given.sending.as_ref()));
    judgement.take(given.thresholds.judge());
    let weights = &given.weights;
    judgement.require(
        weights.host.clone() + weights.sending.clone() == Exact::one(),
        "WEIGHT-SUM",
        "weights.host",
        "受援学校与派出学校的权重之和应为1",
    );
    judgement.require(
        weights.host > weights.sending,
        "WEIGHT-ORDER",
        "weights.host",
        "受援学校的权重应大于派出学校（以受援学校管理为主）",
    );
    require_share(&mut judgement, "weights.sending", &weights.sending);
    require_share(&mut judgement, "weights.host", &weights.host);
    require_share(&mut judgement, "weights.stage", &weights.stage);
    for (index, stage) in given.stages.iter().enumerate() {
        require_hundred(&mut judgement, &format!("stages.{}", index + 1), stage);
    }
    let stage_mean = mean(&given.stages);
    judgement.require(
        stage_mean.is_some() || weights.stage.is_zero(),
        "STAGE-MISSING",
        "stages",
        "没有学期阶段考核得分，不能计算年度得分",
    );
    let (Some(host), Some(sending), true) = (host, sending, judgement.is_clean()) else {
        return Err(judgement.into_refusals());
    };
    let year_final = weights.host.clone() * host.host_combined.clone()
        + weights.sending.clone() * sending.clone();
    let stage_part = stage_mean.clone().unwrap_or_else(Exact::zero);
    let year_exact = weights.stage.clone() * stage_part
        + (Exact::one() - weights.stage.clone()) * year_final.clone();
    let year = year_exact.round_half_up(2);
    let grade = given
        .thresholds
        .grade(&year_exact.rounded(2), &given.vetoes);
    let mut composition = Composition {
        host,
        sending,
        year_final,
        stage_mean,
        year_exact,
        year,
        grade,
        steps: Vec::new(),
    };
    composition.steps = steps::of(&composition, given);
    Ok(composition)
}

/// Computes the host's half: H, M and HC.
///
/// # Errors
/// Every reason why it cannot be computed.
pub fn compose_host(given: &Given) -> Result<HostComposition, Vec<Refusal>> {
    let mut judgement = Judgement::new();
    let host = judgement.take(total(Side::Host, given.host.as_ref()));
    let weights = &given.weights;
    require_share(
        &mut judgement,
        "weights.multi_source",
        &weights.multi_source,
    );
    let (shares, dropped) = share_sources(given, &mut judgement);
    judgement.require(
        !shares.is_empty() || weights.multi_source.is_zero(),
        "SOURCE-NONE",
        "sources",
        "多元评价没有一项有效，不能计算受援学校综合得分",
    );
    judgement.require(
        shares.iter().any(|share| share.source != Source::Teacher)
            || shares.is_empty()
            || weights.multi_source.is_zero(),
        "SOURCE-SELF-ONLY",
        "sources",
        "多元评价不能只有教师自评",
    );
    let (Some(host), true) = (host, judgement.is_clean()) else {
        return Err(judgement.into_refusals());
    };
    let multi_source = (!shares.is_empty()).then(|| {
        shares
            .iter()
            .map(|share| share.percent.clone() * share.score.clone() / 100)
            .sum::<Exact>()
    });
    let part = multi_source.clone().unwrap_or_else(Exact::zero);
    let host_combined = (Exact::one() - weights.multi_source.clone()) * host.clone()
        + weights.multi_source.clone() * part;
    Ok(HostComposition {
        host,
        multi_source,
        shares,
        dropped,
        host_combined,
    })
}

fn share_sources(given: &Given, judgement: &mut Judgement) -> (Vec<Share>, Vec<Dropped>) {
    let mut counted: Vec<(Source, Exact, Exact)> = Vec::new();
    let mut dropped = Vec::new();
    for source in Source::ALL.iter().copied() {
        let weight = given
            .weights
            .sources
            .iter()
            .find(|(other, _)| *other == source)
            .map_or_else(Exact::zero, |(_, weight)| weight.clone());
        let place = format!("sources.{}", source.code());
        judgement.require(
            !weight.is_negative(),
            "WEIGHT-RANGE",
            &format!("weights.{place}"),
            "评价来源的权重不能为负数",
        );
        let mut found = given.sources.iter().filter(|given| given.source == source);
        let tally = found.next();
        judgement.require(
            found.next().is_none(),
            "SOURCE-TWICE",
            &place,
            "同一评价来源填了两次",
        );
        let (score, invited, returned) = tally.map_or((None, None, None), |t| {
            (t.score.as_ref(), t.invited, t.returned)
        });
        if let Some(score) = score {
            require_hundred(judgement, &place, score);
        }
        if let (Some(invited), Some(returned)) = (invited, returned) {
            judgement.require(
                returned <= invited,
                "SOURCE-RETURNED",
                &place,
                "收回份数不能多于发出份数",
            );
        }
        // What has no weight is not missed.
        if weight.is_zero() || given.weights.multi_source.is_zero() && score.is_none() {
            continue;
        }
        match (drop_reason(source, score, invited, returned), score) {
            (Some(reason), _) => dropped.push(Dropped { source, reason }),
            (None, Some(score)) => counted.push((source, weight, score.clone())),
            (None, None) => {}
        }
    }
    let sum: Exact = counted.iter().map(|(_, weight, _)| weight.clone()).sum();
    let shares = counted
        .into_iter()
        .filter_map(|(source, weight, score)| {
            let percent = (weight * Exact::whole(100)).checked_div(&sum)?;
            Some(Share {
                source,
                percent,
                score,
            })
        })
        .collect();
    (shares, dropped)
}

fn total(side: Side, part: Option<&GivenPart>) -> Result<Exact, Vec<Refusal>> {
    let mut judgement = Judgement::new();
    let sum = match part {
        None => {
            judgement.refuse(
                "SCORE-MISSING",
                side.code(),
                format!("缺少{}评分；未评分不能按0分计算", side.word()),
            );
            Exact::zero()
        }
        Some(GivenPart::Total(total)) => {
            require_hundred(&mut judgement, side.code(), total);
            total.clone()
        }
        Some(GivenPart::Items(items)) => sum_items(side, items, &mut judgement),
    };
    judgement.pass(sum)
}

fn sum_items(side: Side, items: &[GivenItem], judgement: &mut Judgement) -> Exact {
    let is_exam_applicable = !items
        .iter()
        .any(|item| item.code == indicator::MAY_NOT_APPLY && item.points.is_none());
    for item in items {
        let place = format!("{}.{}", side.code(), item.code);
        let known = indicator::of(side)
            .iter()
            .find(|indicator| indicator.code == item.code);
        let Some(known) = known else {
            judgement.refuse(
                "SCORE-UNKNOWN",
                &place,
                format!("没有编号为{}的指标", item.code),
            );
            continue;
        };
        if items.iter().filter(|other| other.code == item.code).count() > 1 {
            judgement.refuse("SCORE-TWICE", &place, format!("{}填了两次", item.code));
        }
        match (
            &item.points,
            indicator::max_points(known, is_exam_applicable),
        ) {
            (Some(points), Some(max)) if points.is_negative() || *points > max.exact() => judgement
                .refuse(
                    "SCORE-RANGE",
                    &place,
                    format!(
                        "{} {}得分应在0到{max}之间，现为{points}",
                        known.code, known.name
                    ),
                ),
            (None, Some(_)) => judgement.refuse(
                "SCORE-NOT-APPLICABLE",
                &place,
                format!("{} {}不能选“不适用”", known.code, known.name),
            ),
            _ => {}
        }
    }
    for known in indicator::of(side) {
        if !items.iter().any(|item| item.code == known.code) {
            judgement.refuse(
                "SCORE-MISSING",
                &format!("{}.{}", side.code(), known.code),
                format!("{} {}还没有评分", known.code, known.name),
            );
        }
    }
    items.iter().filter_map(|item| item.points.clone()).sum()
}

fn mean(stages: &[Exact]) -> Option<Exact> {
    let count = i64::try_from(stages.len())
        .ok()
        .filter(|count| *count > 0)?;
    Some(stages.iter().cloned().sum::<Exact>() / count)
}

fn require_share(judgement: &mut Judgement, place: &str, weight: &Exact) {
    judgement.require(
        !weight.is_negative() && *weight <= Exact::one(),
        "WEIGHT-RANGE",
        place,
        "权重应在0到1之间",
    );
}

fn require_hundred(judgement: &mut Judgement, place: &str, score: &Exact) {
    judgement.require(
        !score.is_negative() && *score <= Exact::whole(100),
        "SCORE-RANGE",
        place,
        "得分应在0到100之间",
    );
}
