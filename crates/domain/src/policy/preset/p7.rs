//! P7 `district_two_way`: a district's exchange in both directions, with an order of candidates.

use super::row::{codes, counting, policy, reference_date, whole, yes};
use crate::policy::{Given, Key, Policy, PolicyKind, Track};

/// The preset.
pub(super) fn preset() -> Policy {
    Policy {
        description: "中级以上职称的城乡教师，年龄上限男50周岁、女45周岁，均为双向交流对象；\
            从未有农村工作经历的首批下乡，近五年没有的次之。城区派出支教，\
            农村派员跟班培训，均为一学年；互派的两校结对。"
            .to_owned(),
        tracks: vec![Track::Rotation, Track::Shadow],
        given: given(),
        ..policy(
            "P7",
            "district_two_way",
            "区 中小学教师双向交流",
            PolicyKind::Selection,
            "003:173-175",
        )
    }
}

fn given() -> Vec<Given> {
    let mut given = vec![
        whole(Key::AgeMaxMale, 50, "R104", "003:175"),
        whole(Key::AgeMaxFemale, 45, "R104", "003:175"),
        codes(Key::TitleMin, &["intermediate"], "R104", "003:175"),
        codes(
            Key::PriorityOrder,
            &["never_rural", "no_recent_rural", "rest"],
            "R111",
            "003:175",
        ),
        whole(Key::NoRuralLookbackYears, 5, "R111", "003:175"),
        whole(Key::FixedHeads, 8, "R412", "003:175").noting("原文针对一所指定学校"),
        whole(Key::TermSchoolYears, 1, "R310", "003:175"),
        yes(Key::SwapRequired, "R310", "003:175").noting("派出与派入两份派遣相互关联"),
        codes(Key::PostMode, &["shadow"], "R310", "003:175").on(Track::Shadow),
        yes(Key::SchoolPairRequired, "R1107", "003:175"),
    ];
    given.push(reference_date("R104"));
    given.extend(counting("R104"));
    given
}
