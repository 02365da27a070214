//! P6 `miyun_posts`: a county's exchange of posts, with benefits and the yearly commendation.

use super::row::{codes, counting, policy, reference_date, whole, yes};
use crate::policy::{Given, Key, Policy, PolicyKind, Track};

/// The preset.
pub(super) fn preset() -> Policy {
    Policy {
        description: "县城教师上年度评上中级、高级职称而未在山区任教过的，须到山区交流，\
            教师三年、正职干部六年；山区选派45岁以下教师进城。合同、工资关系、福利不变，\
            另有交通补助和农村绩效工资；暑假前总结表彰。"
            .to_owned(),
        tracks: vec![Track::Rotation, Track::Principal],
        given: given(),
        ..policy(
            "P6",
            "miyun_posts",
            "密云县 岗位交流",
            PolicyKind::Selection,
            "003:407-451",
        )
    }
}

fn given() -> Vec<Given> {
    let mut given = vec![
        whole(Key::TermYearsMin, 3, "R308", "003:411")
            .on(Track::Rotation)
            .noting("此前一年的试点为一年（R307，003:409）"),
        whole(Key::TermYearsMax, 3, "R308", "003:411").on(Track::Rotation),
        whole(Key::CadreTermYears, 6, "R309", "003:413")
            .on(Track::Principal)
            .noting("指学校正职干部"),
        yes(Key::MustGoIfPromotedWithoutRural, "R109", "003:421"),
        codes(
            Key::PriorityRanks,
            &["leader", "school_backbone"],
            "R125",
            "003:421",
        )
        .noting("优先选派，没有比例"),
        whole(Key::UpwardAgeMax, 45, "R110", "003:421"),
        yes(Key::ContractUnchanged, "R317", "003:423"),
        yes(Key::PayRelationUnchanged, "R317", "003:423").noting("福利待遇也不变"),
        yes(Key::PriorityFlag, "R707", "003:423").noting("同等条件下优先，包括年度考核"),
        whole(Key::TransportMonthMin, 40, "R805", "003:423"),
        whole(Key::TransportMonthMax, 70, "R805", "003:423"),
        whole(Key::RuralPerformanceMonth, 600, "R805", "003:423")
            .noting("课时津贴、绩效考核另有规定，原文未列（R808，003:427）"),
        codes(
            Key::AnnualBonusFor,
            &["leader", "county_backbone"],
            "R806",
            "003:423",
        )
        .noting("限县级以上"),
        Given::blank(Key::AnnualBonus, "R806", "003:423").noting("按山区标准，原文没有金额"),
        yes(Key::FourSames, "R622", "003:429").noting("管理、使用、对待、培养四项"),
        yes(Key::CommendMeeting, "R712", "003:435"),
    ];
    given.push(reference_date("R110"));
    given.extend(counting("R110"));
    given
}
