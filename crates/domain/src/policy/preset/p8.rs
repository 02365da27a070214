//! P8 `moe_overlay`: the two national shares. It runs beside any policy and only warns (A-34, B-P.2, 7).

use super::row::{ours, policy, whole};
use crate::policy::{Key, Policy, PolicyKind, Value};

/// The preset.
pub(super) fn preset() -> Policy {
    Policy {
        description: "与任何制度并行，只作提醒：每学年到乡村学校交流的人数，\
            达到符合条件教师的10%；交流教师中，骨干达到20%。"
            .to_owned(),
        given: vec![
            whole(Key::QuotaMinPctOfEligible, 10, "R406", "003:269")
                .noting("指城镇学校和优质学校的教师"),
            whole(Key::QuotaBackboneMinPct, 20, "R407", "003:191").noting("003:269另有相同规定"),
            ours(
                Key::StageScope,
                Value::codes(&["primary", "junior"]),
                "R406",
            )
            .noting("属义务教育规定，幼儿园和高中默认不计"),
        ],
        ..policy(
            "P8",
            "moe_overlay",
            "国家底线校验（10%/20%）",
            PolicyKind::Overlay,
            "003:191,003:269",
        )
    }
}
