//! P9b `urban_rural_17`: seventeen articles on exchange between town and country.

use super::row::{codes, policy, text, yes};
use crate::policy::{Given, Key, Policy, PolicyKind, Track};

/// The preset.
pub(super) fn preset() -> Policy {
    Policy {
        description: "城乡教师双向交流，随受援一方享受待遇，职称、职务优先；尊重个人意愿。\
            教育行政部门定计划、作监督；每年的交流比例原文没有写明。"
            .to_owned(),
        tracks: vec![Track::Rotation],
        given: vec![
            codes(
                Key::StageScope,
                &["kindergarten", "primary", "junior", "senior"],
                "R114",
                "001:411",
            )
            .noting("原文的幼儿园不限公办"),
            Given::blank(Key::QuotaPct, "R411", "001:417").noting("原文只说有一定比例"),
            yes(Key::TreatmentByHost, "R708", "001:425").noting("反方向的交流相同（001:427）"),
            yes(Key::PriorityFlag, "R708", "001:425"),
            yes(Key::BureauInspection, "R1011", "001:437"),
            text(
                Key::LegalNote,
                "违反的，教育行政部门可责令改正，并依法处分有关责任人员",
                "R625",
                "001:439",
            ),
        ],
        ..policy(
            "P9b",
            "urban_rural_17",
            "城乡教师交流工作制度（十七条）",
            PolicyKind::Framework,
            "001:403-439",
        )
    }
}
