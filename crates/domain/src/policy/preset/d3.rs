//! D3 `dev_centre_3`: the plan of a senior school's centre for teachers: 32 hours, a meeting a month.

use super::row::{duty, meeting, policy, yes};
use crate::policy::duty::Cadence;
use crate::policy::{DutyRule, Given, Key, Policy, PolicyKind};

/// The preset.
pub(super) fn preset() -> Policy {
    Policy {
        description: "每年继续教育32学时；教师发展学校每月活动一次；校刊每季度一期；\
            外出培训后汇报；青蓝工程师徒结对，骨干教师分级培养。"
            .to_owned(),
        given: vec![
            // Known, and off: a blank day makes no deadline.
            Given::blank(Key::ProjectApplyDue, "R1009", "004:174")
                .ours()
                .noting("原文为3月20日；默认不启用，需要时填写本校日期"),
            yes(Key::TripReportBack, "R525", "004:182").noting("向有关领导和教师汇报"),
        ],
        duties: vec![DutyRule {
            needs_evidence: true,
            indicator: "H2.4",
            ..duty(
                "R532",
                "004:186",
                "training_hours",
                "继续教育学时",
                Cadence::Year,
                32,
            )
        }],
        meetings: vec![
            meeting(
                "R533",
                "004:142",
                "教师发展学校活动",
                Cadence::Month,
                "",
                "全体教师",
            ),
            meeting("R534", "004:144", "校刊编印", Cadence::Quarter, "", "学校"),
        ],
        ..policy(
            "D3",
            "dev_centre_3",
            "教师发展中心计划3",
            PolicyKind::Duties,
            "004:124-206",
        )
    }
}
