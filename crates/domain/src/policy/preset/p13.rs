//! P13 `pupil_talks`: every pupil is talked with once a term. Only numbers: no pupil's name, no content.

use super::row::{duty, policy};
use crate::policy::duty::Cadence;
use crate::policy::{DutyRule, Policy, PolicyKind};

/// The preset.
pub(super) fn preset() -> Policy {
    Policy {
        description: "每学期与每个学生至少谈话一次；问题记录并解决，超出能力的上报并告知家长。\
            程序只登记人次，不登记学生姓名和谈话内容。"
            .to_owned(),
        duties: vec![
            // Talks divided by pupils.
            DutyRule {
                indicator: "H1.3",
                ..duty(
                    "R520",
                    "001:655",
                    "pupil_talk",
                    "与每个学生谈话（人均次数）",
                    Cadence::Term,
                    1,
                )
            },
            DutyRule {
                indicator: "H1.3",
                ..duty(
                    "R539",
                    "001:659",
                    "talk_follow_up",
                    "诉求记录、解决或上报",
                    Cadence::Each,
                    0,
                )
            },
            DutyRule {
                is_on: false,
                ..duty(
                    "R1206",
                    "001:665",
                    "talk_transparency",
                    "谈话情况可供本人和家长了解",
                    Cadence::Each,
                    0,
                )
            },
            // One of the five measures of effect that the source suggests.
            DutyRule {
                is_on: false,
                ..duty(
                    "R915",
                    "001:669",
                    "talk_satisfaction",
                    "学生和家长满意度调查",
                    Cadence::Term,
                    1,
                )
            },
        ],
        ..policy(
            "P13",
            "pupil_talks",
            "小学教师与学生交流谈话制度",
            PolicyKind::Duties,
            "001:643-673",
        )
    }
}
