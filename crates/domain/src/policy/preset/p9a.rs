//! P9a `rotation_18`: eighteen articles on rotation: who, by which modes, and the post that stays.

use super::row::{codes, policy, yes};
use crate::policy::{Key, Policy, PolicyKind, Track};

/// The preset.
pub(super) fn preset() -> Policy {
    Policy {
        description: "义务教育在编在岗教师可全职、兼职或柔性交流；原岗位保留，期间严格出勤；\
            对表现突出的给予表彰，对效果作考核评价。"
            .to_owned(),
        tracks: vec![Track::Rotation],
        given: vec![
            codes(Key::StageScope, &["primary", "junior"], "R112", "001:377"),
            yes(Key::RequireOnEstablishment, "R112", "001:377"),
            codes(Key::ExchangeRange, &["between", "area"], "R315", "001:379")
                .noting("原文还列有学段之间、学科之间、城乡之间"),
            codes(
                Key::ExchangeMode,
                &["full_time", "part_time", "flexible"],
                "R315",
                "001:381",
            ),
            yes(Key::AttendanceRule, "R528", "001:389").noting("原文没有扣分标准"),
            yes(Key::KeepOriginalPost, "R313", "001:391"),
            codes(Key::DimensionSet, &["effect"], "R610", "001:401")
                .noting("原文只定原则，没有指标"),
        ],
        ..policy(
            "P9a",
            "rotation_18",
            "教师轮岗交流工作制度（十八条）",
            PolicyKind::Framework,
            "001:363-401",
        )
    }
}
