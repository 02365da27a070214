//! P3 `county_rotation_rules`: a county's rules for rotation, the preset of a new ledger. The source
//! breaks off before its chapter on appraisal: stages and effects are taken over from P1 and P2b and marked so
//! (H-4).

use super::row::{codes, counting, policy, text, whole, yes};
use crate::policy::value::MonthDay;
use crate::policy::{Given, Key, Policy, PolicyKind, Track, Value};

/// The preset.
pub(super) fn preset() -> Policy {
    Policy {
        is_complete: false,
        description:
            "专任教师截至当年8月31日年龄上限男50周岁、女45周岁，同校连续任教6年的列入交流，\
            每期2年起；每学年不低于符合条件人数的10%，其中名师、高级、一级教师不低于30%，\
            班子成员每次不超过30%。原件在考核一章之前中断，考核部分借用P1、P2b。"
                .to_owned(),
        tracks: vec![Track::Rotation, Track::Placement, Track::Voluntary],
        given: given(),
        ..policy(
            "P3",
            "county_rotation_rules",
            "县级 交流轮岗调配管理实施办法",
            PolicyKind::Selection,
            "001:489-519",
        )
    }
}

fn given() -> Vec<Given> {
    let mut given = who_goes();
    given.extend(how_many());
    given.extend(who_stays());
    given.extend(borrowed());
    given.extend(counting("R103"));
    given
}

/// 范围对象.
fn who_goes() -> Vec<Given> {
    vec![
        codes(
            Key::SelectionChannels,
            &["self", "organised"],
            "R131",
            "001:505",
        ),
        yes(Key::HostAccepts, "R131", "001:507"),
        codes(
            Key::StageScope,
            &["kindergarten", "primary", "junior", "senior"],
            "R114",
            "001:509",
        ),
        whole(Key::TermYearsMin, 2, "R304", "001:509"),
        whole(Key::AgeMaxMale, 50, "R103", "001:511"),
        whole(Key::AgeMaxFemale, 45, "R103", "001:511"),
        Given::new(
            Key::AgeRefMonthDay,
            Value::MonthDay(MonthDay::AUGUST_31),
            "R103",
            "001:511",
        )
        .noting("年龄与任教年限同一截止日"),
        codes(Key::TenureRule, &["years"], "R103", "001:511"),
        whole(Key::TenureYearsMin, 6, "R103", "001:511"),
        yes(Key::TenureContinuous, "R103", "001:511"),
        codes(Key::TeacherKind, &["full_time"], "R103", "001:511"),
        whole(Key::NewHireRuralYearsMin, 2, "R117", "001:515")
            .on(Track::Placement)
            .noting("到农村或薄弱学校，并计入教师交流工作计划"),
        yes(Key::AllowVoluntary, "R115", "001:517").noting("须有学校需要，并经现学校同意"),
    ]
}

/// 名额与比例.
fn how_many() -> Vec<Given> {
    vec![
        whole(Key::QuotaMinPctOfEligible, 10, "R403", "001:513"),
        whole(Key::QuotaEliteMinPct, 30, "R404", "001:513"),
        codes(
            Key::EliteRanks,
            &[
                "special",
                "master",
                "leader",
                "skilled",
                "senior_title",
                "first_title",
            ],
            "R404",
            "001:513",
        ),
        whole(Key::QuotaLeadershipMaxPct, 30, "R405", "001:513"),
    ]
}

/// 暂不列入.
fn who_stays() -> Vec<Given> {
    vec![
        yes(Key::ExemptPregnancy, "R201", "001:519"),
        yes(Key::ExemptNursing, "R201", "001:519"),
        yes(Key::ExemptIllness, "R201", "001:519"),
        yes(Key::ExemptNeedsBureauApproval, "R201", "001:519"),
        whole(Key::ExemptValidYears, 1, "R201", "001:519").noting("只免当年，下一学年须重新办理"),
    ]
}

/// What the source breaks off before.
fn borrowed() -> Vec<Given> {
    vec![
        codes(
            Key::StagesRequired,
            &["autumn", "spring", "year"],
            "R603",
            "001:73",
        )
        .borrowed("P1"),
        Given::blank(Key::AssessorBody, "R604", "001:73")
            .borrowed("P1")
            .noting("审定机构各地不同（P1为教管中心考核组），请按本地规定填写"),
        yes(Key::VoidOnFail, "R605", "001:73").borrowed("P1"),
        yes(Key::FailOnUnexcusedRefusal, "R606", "001:73").borrowed("P1"),
        yes(Key::AnnualSummaryRequired, "R608", "001:797").borrowed("P2b"),
        text(
            Key::SummaryFlow,
            "教师提交→受援学校评议→派出学校→县教育局→个人档案",
            "R608",
            "001:797",
        )
        .borrowed("P2b"),
        Given::new(
            Key::RosterDue,
            Value::MonthDay(MonthDay::JULY_31),
            "R1001",
            "001:747",
        )
        .borrowed("P2b"),
    ]
}
