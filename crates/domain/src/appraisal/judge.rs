//! Judges what was typed into a sheet, field by field, and takes from it what the composition is made of.

use std::collections::BTreeMap;

use crate::exact::Points;
use crate::indicator::{self, Indicator};
use crate::refusal::Judgement;
use crate::school::Side;
use crate::survey::Tally;

use crate::year::Term;

use super::composition::{GivenItem, GivenPart};
use super::grade::{Veto, VetoCode};
use super::{HostSheet, Score};

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

/// Refuses a stage that was served and has no score or reason, and one that was not served and has a score.
pub(super) fn judge_stages(judgement: &mut Judgement, sheet: &HostSheet, served: &[Term]) {
    let is_explained = !sheet.missing_stage_reason.trim().is_empty();
    for term in Term::ALL {
        let place = format!("stages.{}", term.code());
        let word = term.word();
        match (served.contains(&term), sheet.stages.contains_key(&term)) {
            (true, false) if !is_explained => judgement.refuse(
                "APPRAISAL-STAGE",
                &place,
                format!("缺少{word}阶段考核得分；确实没有的，请写明原因"),
            ),
            (false, true) => judgement.refuse(
                "APPRAISAL-STAGE",
                &place,
                format!("{word}不在受援学校任教，不应有阶段考核得分"),
            ),
            _ => {}
        }
    }
    if served.is_empty() && !is_explained {
        judgement.refuse(
            "APPRAISAL-STAGE",
            "stages",
            "本学年没有完整学期在受援学校任教，请写明没有阶段考核的原因",
        );
    }
}

/// Refuses a veto without its fact, and an ethics violation without the number of its document (E-3).
pub(super) fn judge_vetoes(judgement: &mut Judgement, vetoes: &[Veto]) {
    for veto in vetoes {
        judgement.require(
            !veto.fact.trim().is_empty(),
            "APPRAISAL-VETO",
            "vetoes",
            "登记否决情形须写明事实",
        );
        let asks_document = matches!(veto.code, VetoCode::Ethics | VetoCode::EthicsLight);
        judgement.require(
            !asks_document || !veto.document.trim().is_empty(),
            "APPRAISAL-VETO",
            "vetoes",
            "师德失范须填写处理文件的文号",
        );
    }
}

/// Refuses a survey that was sent out and whose forms were not counted: its return cannot be judged.
pub(super) fn judge_returns(judgement: &mut Judgement, tallies: &[Tally]) {
    for tally in tallies {
        let is_uncounted = tally.score.is_some()
            && tally.invited.is_some_and(|invited| invited > 0)
            && tally.returned.is_none();
        if is_uncounted {
            let word = tally.source.word();
            judgement.refuse(
                "SOURCE-RETURNED",
                &format!("sources.{}", tally.source.code()),
                format!("{word}：填了发出份数，请填写收回份数"),
            );
        }
    }
}

/// Refuses texts that are still empty.
pub(super) fn require_texts(judgement: &mut Judgement, texts: &[(&str, &str, &str)]) {
    for (place, text, what) in texts {
        if text.trim().is_empty() {
            judgement.refuse("APPRAISAL-TEXT", place, format!("缺少{what}"));
        }
    }
}
