//! P11b `base_school_union`: the plan of a base school in a union of schools, with mentors.

use super::row::{codes, policy, text, whole, yes};
use crate::policy::{Key, Policy, PolicyKind, Track};

/// The preset.
pub(super) fn preset() -> Policy {
    Policy {
        description: "基地校给到校交流的教师配一至两名骨干作师傅，订立帮扶计划；\
            年初定计划和工作配档，学期末总结、考核并提出新学期要求，迎接上级考核。"
            .to_owned(),
        tracks: vec![Track::Rotation],
        given: vec![
            whole(Key::MentorCountMin, 1, "R508", "000:84"),
            whole(Key::MentorCountMax, 2, "R508", "000:84"),
            yes(Key::PairPlanRequired, "R508", "000:85"),
            yes(Key::PlanAndTimetableRequired, "R519", "000:94"),
            text(
                Key::ActivityTypes,
                "英语教研、听评课、共担课题、课堂观摩、学习习惯经验交流会、送课、\
                 网上教研、资源共享、专家科研报告、骨干教师上课、骨干教师报告、\
                 班级管理经验交流会、元旦文艺汇演、书画比赛和特长展示",
                "R537",
                "000:95",
            )
            .noting("原文编号缺第11、12项，未作补充"),
            codes(
                Key::StagesRequired,
                &["autumn", "spring"],
                "R614",
                "000:106",
            ),
            yes(Key::NextTermRequirements, "R614", "000:106"),
            yes(Key::InspectionPack, "R1007", "000:107"),
            yes(Key::BringNewMethods, "R530", "002:5").noting("也适用于派出学校"),
        ],
        ..policy(
            "P11b",
            "base_school_union",
            "基地校联合校 交流计划（二）",
            PolicyKind::Duties,
            "000:51-107",
        )
    }
}
