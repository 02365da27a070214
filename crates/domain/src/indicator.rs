//! The indicators that both schools score, with their full points.
//!
//! The sources fix the order (the host judges first and weighs more, R601; not scores alone, R617); the
//! points are this program's default and are shown as such. A scheme has a version, and what was computed
//! keeps it.

use crate::exact::Points;
use crate::school::Side;

/// The version of the schemes below; it stands on every form made with them.
pub const SCHEME_VERSION: &str = "F-01/2026.1";

/// One scored indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Indicator {
    /// `H1.1` … `H5`, `S1` … `S5`.
    pub code: &'static str,
    /// 一级指标.
    pub group: &'static str,
    /// 指标.
    pub name: &'static str,
    /// 满分.
    pub max: Points,
    /// 德能勤绩廉; empty on the sending side.
    pub virtue: &'static str,
    /// 评分说明, shown while scoring.
    pub guide: &'static str,
    /// True when a high score asks for evidence.
    pub is_evidence_required: bool,
}

const fn indicator(
    code: &'static str,
    group: &'static str,
    name: &'static str,
    max: i32,
    virtue: &'static str,
    guide: &'static str,
    is_evidence_required: bool,
) -> Indicator {
    Indicator {
        code,
        group,
        name,
        max: Points::whole(max),
        virtue,
        guide,
        is_evidence_required,
    }
}

/// H1–H5, 100 points.
pub const HOST: &[Indicator] = &[
    indicator(
        "H1.1",
        "师德",
        "职业道德（十项准则）",
        8,
        "德",
        "无失范行为；有失范的不扣分，走一票否决",
        false,
    ),
    indicator(
        "H1.2",
        "师德",
        "服从安排、团结协作、遵守制度",
        4,
        "德",
        "按表现分四档",
        false,
    ),
    indicator(
        "H1.3",
        "师德",
        "关爱学生（含谈话）",
        3,
        "德",
        "谈话人次达到学生数即满分",
        false,
    ),
    indicator(
        "H2.1",
        "能力",
        "课堂教学专业能力",
        10,
        "能",
        "教研组长评级 A/B/C/D 为 10/8.5/7/5",
        true,
    ),
    indicator(
        "H2.2",
        "能力",
        "教学常规（备课、听课、作业、反思）",
        8,
        "能",
        "按检查情况与次数",
        true,
    ),
    indicator("H2.3", "能力", "教学清晰性", 4, "能", "调查得分率×4", true),
    indicator(
        "H2.4",
        "能力",
        "培训学习",
        3,
        "能",
        "完成学时÷应完成学时",
        true,
    ),
    indicator(
        "H3.1",
        "勤",
        "出勤",
        8,
        "勤",
        "实出勤÷应出勤，减旷工扣分",
        true,
    ),
    indicator(
        "H3.2",
        "勤",
        "工作量",
        5,
        "勤",
        "周课时÷满工作量，最多100%",
        true,
    ),
    indicator("H3.3", "勤", "临时任务", 2, "勤", "完成数÷交办数", false),
    indicator(
        "H4.1",
        "绩",
        "公开课、示范课、汇报课",
        6,
        "绩",
        "按完成次数",
        true,
    ),
    indicator(
        "H4.2",
        "绩",
        "教研引领（讲座、联合教研、课题）",
        6,
        "绩",
        "次数×级别",
        true,
    ),
    indicator(
        "H4.3",
        "绩",
        "师徒结对与受援校教师成长",
        10,
        "绩",
        "计划2、四步循环4、成长4",
        true,
    ),
    indicator(
        "H4.4",
        "绩",
        "论文、总结、资源共享",
        4,
        "绩",
        "每学期1篇、每年发表1篇",
        true,
    ),
    indicator(
        "H4.5",
        "绩",
        "受援校教学理念、方式的改变",
        4,
        "绩",
        "受援校说明，须有佐证",
        true,
    ),
    indicator(
        "H4.6",
        "绩",
        "学业质量（增值）",
        10,
        "绩",
        "与同层面均分之差及变化；无统考学科选“不适用”",
        true,
    ),
    indicator("H5", "廉", "廉洁从教", 5, "廉", "无违规记录得5分", false),
];

/// S1–S5, 100 points.
pub const SENDING: &[Indicator] = &[
    indicator(
        "S1",
        "派出",
        "工作目标责任书完成情况",
        35,
        "",
        "各目标权重×完成度之和",
        true,
    ),
    indicator(
        "S2",
        "派出",
        "学期小结、按期汇报与双校联系",
        15,
        "",
        "按期次数与联系次数",
        true,
    ),
    indicator(
        "S3",
        "派出",
        "对受援学校材料的核验",
        20,
        "",
        "师德、考勤、佐证逐项核验",
        true,
    ),
    indicator(
        "S4",
        "派出",
        "支教工作总结质量",
        15,
        "",
        "按质量分四档",
        true,
    ),
    indicator(
        "S5",
        "派出",
        "反哺原校（汇报、资源带回、原校任务）",
        15,
        "",
        "按完成情况",
        true,
    ),
];

/// The one indicator that may not apply: classes without a common exam have no result to compare.
pub const MAY_NOT_APPLY: &str = "H4.6";

/// Where the points of [`MAY_NOT_APPLY`] go when it does not apply.
const SPREAD: &[(&str, i32)] = &[("H4.3", 5), ("H4.1", 3), ("H4.2", 2)];

/// The indicators of one side.
pub fn of(side: Side) -> &'static [Indicator] {
    match side {
        Side::Host => HOST,
        Side::Sending => SENDING,
    }
}

/// Full points of an indicator, when the one without a common exam does or does not apply; `None` for the
/// one that does not apply.
pub fn max_points(indicator: &Indicator, is_exam_applicable: bool) -> Option<Points> {
    if is_exam_applicable {
        return Some(indicator.max);
    }
    if indicator.code == MAY_NOT_APPLY {
        return None;
    }
    let extra = SPREAD
        .iter()
        .find(|(code, _)| *code == indicator.code)
        .map_or(0, |(_, more)| *more);
    Some(Points::from_hundredths(
        indicator.max.hundredths() + extra * 100,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_side_has_one_hundred_points_whether_or_not_an_exam_applies() {
        for side in Side::ALL {
            for is_exam_applicable in [true, false] {
                let sum: i32 = of(*side)
                    .iter()
                    .filter_map(|indicator| max_points(indicator, is_exam_applicable))
                    .map(Points::hundredths)
                    .sum();
                assert_eq!(sum, 10_000, "{side:?} {is_exam_applicable}");
            }
        }
    }
}
