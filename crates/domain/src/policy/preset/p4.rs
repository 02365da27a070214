//! P4 `plan_2024`: a plan for rotation in five steps, from planning to approval.

use super::row::{codes, policy, whole, yes};
use crate::policy::{Key, Policy, PolicyKind, Track};

/// The preset.
pub(super) fn preset() -> Policy {
    Policy {
        description: "小学、初中、高中教师轮岗交流，周期2至3年，可视情况调整；\
            按规划、动员、自荐、推荐、审批分配五步进行，兼顾教师专长、意愿和学校需要。"
            .to_owned(),
        tracks: vec![Track::Rotation, Track::Voluntary],
        given: vec![
            codes(
                Key::StageScope,
                &["primary", "junior", "senior"],
                "R113",
                "001:587",
            )
            .noting("高中不在义务教育交流的范围内"),
            whole(Key::TermYearsMin, 2, "R305", "001:591"),
            whole(Key::TermYearsMax, 3, "R305", "001:591"),
            yes(Key::TermAdjustable, "R305", "001:591"),
            yes(Key::PriorityFlag, "R709", "001:595").noting("另有荣誉和物质奖励，原文没有标准"),
            codes(
                Key::SelectionSteps,
                &["plan", "mobilise", "apply", "recommend", "approve"],
                "R1006",
                "001:597",
            ),
            yes(Key::AllowVoluntary, "R115", "001:601"),
            codes(
                Key::SelectionChannels,
                &["self", "organised"],
                "R1006",
                "001:601",
            )
            .noting("教师自荐后由学校推荐"),
        ],
        ..policy(
            "P4",
            "plan_2024",
            "2024 轮岗交流实施方案",
            PolicyKind::Selection,
            "001:567-605",
        )
    }
}
