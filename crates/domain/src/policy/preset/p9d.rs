//! P9d `cooperation`: rules for co-operation between teachers, with two indicators.

use super::row::{policy, text, yes};
use crate::policy::{Key, Policy, PolicyKind};

/// The preset.
pub(super) fn preset() -> Policy {
    Policy {
        description: "以互访、合作项目、研究小组、专题研讨等方式合作，\
            看学习计划执行和交流论文发表两项；可有有偿的交流活动。"
            .to_owned(),
        given: vec![
            text(
                Key::ActivityTypes,
                "互访、合作项目、研究小组、专题研讨会",
                "R613",
                "001:465",
            ),
            yes(Key::IndicatorPlanExecution, "R613", "001:485"),
            yes(Key::IndicatorPapers, "R613", "001:485"),
        ],
        ..policy(
            "P9d",
            "cooperation",
            "教师交流合作机制规定",
            PolicyKind::Framework,
            "001:441-487",
        )
    }
}
