//! The calculation, line by line, as a teacher or a bureau checks it by hand.

use crate::exact::Exact;

use super::composition::{Composition, Given};

/// The calculation as it stands on the form.
pub(super) fn of(composition: &Composition, given: &Given) -> Vec<String> {
    let weights = &given.weights;
    let rest = |weight: &Exact| Exact::one() - weight.clone();
    let host = &composition.host;
    let mut lines = vec![format!("受援学校评分 H={}", host.host)];
    if let Some(multi_source) = &host.multi_source {
        let terms: Vec<String> = host
            .shares
            .iter()
            .map(|share| format!("{}{}×{}%", share.source.word(), share.score, share.percent))
            .collect();
        lines.push(format!("多元评价 M={}={}", terms.join("+"), multi_source));
    }
    lines.extend(host.dropped.iter().map(|dropped| dropped.reason.clone()));
    if weights.multi_source.is_zero() {
        lines.push(format!("受援学校综合 HC=H={}", host.host_combined));
    } else {
        lines.push(format!(
            "受援学校综合 HC={}×{}+{}×{}={}",
            rest(&weights.multi_source),
            host.host,
            weights.multi_source,
            host.multi_source.as_ref().unwrap_or(&host.host),
            host.host_combined
        ));
    }
    lines.push(format!(
        "学年终结 YF={}×{}+{}×{}={}",
        weights.host,
        host.host_combined,
        weights.sending,
        composition.sending,
        composition.year_final
    ));
    match &composition.stage_mean {
        Some(mean) if !weights.stage.is_zero() => lines.push(format!(
            "年度得分 YEAR={}×{}+{}×{}={}≈{}",
            weights.stage,
            mean,
            rest(&weights.stage),
            composition.year_final,
            composition.year_exact,
            composition.year
        )),
        _ => lines.push(format!(
            "年度得分 YEAR=YF={}≈{}",
            composition.year_final, composition.year
        )),
    }
    lines.push(format!("建议档次：{}", composition.grade.word()));
    lines
}
