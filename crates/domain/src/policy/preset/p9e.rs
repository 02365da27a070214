//! P9e `exchange_mgmt`: a school's management of exchange: privacy, and a review of the rules.

use super::row::{policy, yes};
use crate::policy::{Key, Policy, PolicyKind};

/// The preset.
pub(super) fn preset() -> Policy {
    Policy {
        description: "建立交流平台和管理机构，定期组织研讨和观摩；保护教师个人隐私；\
            定期评估制度本身，写明效果、问题和改进措施。"
            .to_owned(),
        given: vec![
            yes(Key::PrivacyGuard, "R1204", "001:153"),
            yes(Key::ProgrammeReview, "R626", "001:159").noting("原文没有周期，暂按每年一次"),
        ],
        ..policy(
            "P9e",
            "exchange_mgmt",
            "教师交流管理制度",
            PolicyKind::Framework,
            "001:123-159",
        )
    }
}
