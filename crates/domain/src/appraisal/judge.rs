//! Judges what was typed into a sheet, field by field, and takes from it what the composition is made of.

use std::collections::BTreeMap;

use crate::exact::Points;
use crate::indicator::{self, Indicator};
use crate::refusal::Judgement;
use crate::school::Side;
use crate::survey::Tally;

use super::Score;
use super::composition::{GivenItem, GivenPart};

pub(super) fn part(
    side: Side,
    scores: &BTreeMap<String, Score>,
    is_exam_applicable: bool,
) -> Option<GivenPart> {
    let items = indicator::of(side)
        .iter()
        .filter_map(|indicator| {
            if indicator::max_points(indicator, is_exam_applicable).is_none() {
                return Some(GivenItem::not_applicable(indicator.code));
            }
            let points = scores.get(indicator.code)?.points?;
            Some(GivenItem::scored(indicator.code, points.exact()))
        })
        .collect::<Vec<_>>();
    Some(GivenPart::Items(items))
}

pub(super) fn judge_scores(
    judgement: &mut Judgement,
    side: Side,
    scores: &BTreeMap<String, Score>,
    is_exam_applicable: bool,
) {
    for (code, score) in scores {
        let place = format!("{}.{code}", side.code());
        let Some(indicator) = find(side, code) else {
            judgement.refuse("SCORE-UNKNOWN", &place, format!("没有编号为{code}的指标"));
            continue;
        };
        judgement.require(
            score.evidence.chars().count() <= 60,
            "SCORE-EVIDENCE",
            &place,
            "佐证一栏最多60个字",
        );
        let Some(points) = score.points else { continue };
        match indicator::max_points(indicator, is_exam_applicable) {
            Some(max) if points < Points::default() || points > max => judgement.refuse(
                "SCORE-RANGE",
                &place,
                format!(
                    "{code} {}得分应在0到{max}之间，现为{points}",
                    indicator.name
                ),
            ),
            // Kept while the tick "no common exam" stands, and counted again when it goes.
            Some(_) | None => {}
        }
    }
}

pub(super) fn judge_complete(
    judgement: &mut Judgement,
    side: Side,
    scores: &BTreeMap<String, Score>,
    is_exam_applicable: bool,
) {
    for indicator in indicator::of(side) {
        if indicator::max_points(indicator, is_exam_applicable).is_some()
            && scores
                .get(indicator.code)
                .and_then(|score| score.points)
                .is_none()
        {
            judgement.refuse(
                "SCORE-MISSING",
                &format!("{}.{}", side.code(), indicator.code),
                format!("{} {}还没有评分", indicator.code, indicator.name),
            );
        }
    }
}

pub(super) fn judge_tallies(judgement: &mut Judgement, tallies: &[Tally]) {
    for tally in tallies {
        let place = format!("sources.{}", tally.source.code());
        if let Some(score) = tally.score {
            require_hundred(judgement, &place, score);
        }
        if let (Some(invited), Some(returned)) = (tally.invited, tally.returned) {
            judgement.require(
                returned <= invited,
                "SOURCE-RETURNED",
                &place,
                "收回份数不能多于发出份数",
            );
        }
        judgement.require(
            tallies
                .iter()
                .filter(|other| other.source == tally.source)
                .count()
                == 1,
            "SOURCE-TWICE",
            &place,
            "同一评价来源填了两次",
        );
    }
}

pub(super) fn judge_lengths(judgement: &mut Judgement, texts: &[(&str, &str, usize)]) {
    for (place, text, limit) in texts {
        if text.chars().count() > *limit {
            judgement.refuse(
                "APPRAISAL-LENGTH",
                place,
                format!("内容过长，最多{limit}个字"),
            );
        }
    }
}

pub(super) fn require_hundred(judgement: &mut Judgement, place: &str, points: Points) {
    judgement.require(
        points >= Points::default() && points <= Points::whole(100),
        "SCORE-RANGE",
        place,
        "得分应在0到100之间",
    );
}

pub(super) fn find(side: Side, code: &str) -> Option<&'static Indicator> {
    indicator::of(side)
        .iter()
        .find(|indicator| indicator.code == code)
}
