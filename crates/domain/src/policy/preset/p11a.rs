//! P11a `bundled_district`: the plan of a district of bundled schools.

use super::row::{duty, meeting, policy, text, yes};
use crate::policy::duty::Cadence;
use crate::policy::{DutyRule, Key, Policy, PolicyKind, Track};

/// The preset.
pub(super) fn preset() -> Policy {
    Policy {
        description: "捆绑学校领导互相调研，中层干部短期挂职，学科联合教研，教师结对；\
            结对的每人每月开放一节课；各校可提合理化建议。"
            .to_owned(),
        tracks: vec![Track::Seconded],
        given: vec![
            yes(Key::CadreSecondment, "R1102", "000:21").noting("中层以上干部，短期"),
            yes(Key::JointResearchGroup, "R1101", "000:23"),
            text(
                Key::ActivityTypes,
                "信息交流、听课、座谈、课题研究",
                "R509",
                "000:36",
            ),
            yes(Key::SuggestionRecord, "R628", "000:46"),
        ],
        // Only the months of teaching count.
        duties: vec![DutyRule {
            needs_evidence: true,
            indicator: "H4.1",
            ..duty(
                "R501",
                "000:40",
                "open_class",
                "公开课、观摩课或交流课",
                Cadence::Month,
                1,
            )
        }],
        // The source says only that it happens regularly; once a term is this program's reading.
        meetings: vec![meeting(
            "R1103",
            "000:30",
            "到交流学校了解情况",
            Cadence::Term,
            "",
            "捆绑学校领导",
        )],
        ..policy(
            "P11a",
            "bundled_district",
            "片区捆绑发展 交流计划（一）",
            PolicyKind::Duties,
            "000:10-49",
        )
    }
}
