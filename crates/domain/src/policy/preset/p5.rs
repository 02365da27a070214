//! P5 `gaoxin_primary`: a zone's primary schools, five years in one school. The source leaves numbers
//! blank, and so does the preset. Its hard moves are on file and switched off (H-12).

use super::row::{codes, counting, ours, policy, reference_date, whole, yes};
use crate::policy::{Given, Key, Policy, PolicyKind, Track, Value};

/// The preset.
pub(super) fn preset() -> Policy {
    Policy {
        is_complete: false,
        description: "同校任教五年的教师有计划地交流；五类人员当年可以不列入。\
            评中级、高级职称须有一年以上交流经历。原文有几处数字空白，填写以前不作判断；\
            硬性流动条款默认不启用。"
            .to_owned(),
        tracks: vec![Track::Rotation],
        given: given(),
        ..policy(
            "P5",
            "gaoxin_primary",
            "高新区 小学教师流动制度",
            PolicyKind::Selection,
            "001:607-641",
        )
    }
}

fn given() -> Vec<Given> {
    let mut given = vec![
        yes(Key::QuotaTrend, "R413", "001:619"),
        Given::blank(Key::RetainOriginalPct, "R410", "001:625")
            .noting("原文比例空白，而且可理解为留任比例或交流比例，请按本地解释填写"),
        codes(
            Key::CandidateConditions,
            &["devotion", "health", "ability"],
            "R126",
            "001:629",
        ),
        codes(Key::TenureRule, &["years"], "R105", "001:631"),
        whole(Key::TenureYearsMin, 5, "R105", "001:631"),
        Given::blank(Key::PriorityYearsNamedSchool, "R704", "001:633")
            .noting("原文年数空白（两处），针对一所指定学校"),
        whole(Key::PromoServiceMonthsMin, 12, "R703", "001:635"),
        codes(Key::PromoTitleFrom, &["intermediate"], "R703", "001:635"),
    ];
    given.extend(who_stays());
    given.extend(hard_moves());
    given.push(reference_date("R105"));
    given.extend(counting("R105"));
    given
}

/// 暂不列入.
fn who_stays() -> Vec<Given> {
    vec![
        Given::blank(Key::ExemptYearsToRetire, "R202", "001:627")
            .noting("原文年数空白；退休日期按每位教师登记的日期计算"),
        yes(Key::ExemptPregnancy, "R203", "001:627"),
        yes(Key::ExemptNursing, "R203", "001:627"),
        yes(Key::ExemptIllness, "R204", "001:627").noting("须本人申请"),
        codes(
            Key::ExemptIllnessProofLevel,
            &["tertiary_hospital"],
            "R204",
            "001:627",
        )
        .noting("只登记已验看证明，不登记病情"),
        yes(Key::ExemptInServicePeriod, "R205", "001:627"),
        yes(Key::ExemptMiddleCadreFirstYear, "R206", "001:627"),
        whole(Key::ExemptValidYears, 1, "R203", "001:627").noting("只免当年"),
    ]
}

/// 硬性流动: as the source has it, and switched off.
fn hard_moves() -> Vec<Given> {
    vec![
        whole(Key::HardMoveConsecutiveLastN, 2, "R118", "001:639"),
        Given::blank(Key::HardMoveGapPoints, "R119", "001:639").noting("原文分数空白"),
        yes(Key::HardMoveDiscipline, "R120", "001:641").noting("难以客观认定，须写明事实并经批准"),
        ours(Key::HardMoveAllowed, Value::Flag(false), "R118").noting(
            "默认不启用：以成绩名次决定流动，与国家关于不得单纯以分数评价教师的要求相抵触；\
             如启用，须在统计中列明",
        ),
    ]
}
