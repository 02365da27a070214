//! P9c `school_exchange`: a school's own framework: four ranges, three dimensions, discipline.

use super::row::{codes, policy, yes};
use crate::policy::{Key, Policy, PolicyKind};

/// The preset.
pub(super) fn preset() -> Policy {
    Policy {
        description: "交流分校内、校际、区域、全国四类；从态度、过程、效果三方面评价，\
            结果用于职称、职务和评优；遵守纪律，保守秘密。"
            .to_owned(),
        given: vec![
            codes(
                Key::ExchangeRange,
                &["school", "between", "area", "nation"],
                "R315",
                "001:211",
            ),
            codes(
                Key::DimensionSet,
                &["attitude", "process", "effect"],
                "R611",
                "001:231",
            ),
            codes(
                Key::ResultUsedFor,
                &["title", "post", "honour"],
                "R612",
                "001:233",
            ),
            yes(Key::AttendanceRule, "R528", "001:237"),
            yes(Key::EthicsGate, "R624", "001:239").noting("发现问题的应及时整改（001:235）"),
            yes(Key::PrivacyGuard, "R1205", "001:241").noting("还包括国家秘密、商业秘密"),
        ],
        ..policy(
            "P9c",
            "school_exchange",
            "学校交流教师工作制度",
            PolicyKind::Framework,
            "001:203-243",
        )
    }
}
