//! D1 `dev_centre_1`: the plan of a district's centre for teachers: 36 hours and the five ones.

use super::row::{duty, policy, text};
use crate::policy::duty::Cadence;
use crate::policy::{DutyRule, Key, Policy, PolicyKind};

/// The preset.
pub(super) fn preset() -> Policy {
    Policy {
        description: "每位教师每年参加区级以上培训36学时起；教研员以“五个一”推动教学研究。"
            .to_owned(),
        given: vec![
            text(
                Key::FiveOnes,
                "一堂课、一个讲座、一篇论文、一个课题、一个基地",
                "R535",
                "004:70",
            )
            .noting("原文对象是教研员"),
        ],
        duties: vec![DutyRule {
            level_min: "区级",
            needs_evidence: true,
            indicator: "H2.4",
            ..duty(
                "R531",
                "004:38",
                "training_hours",
                "培训学时",
                Cadence::Year,
                36,
            )
        }],
        ..policy(
            "D1",
            "dev_centre_1",
            "教师发展中心计划1",
            PolicyKind::Duties,
            "004:12-70",
        )
    }
}
