//! P2b `hanling_town`: the full text of the county's rules as a town has it, with heads, pay, the yearly
//! summary and the principals' way. It differs from P2a; the two are never merged (R107, R108).

use super::row::{codes, counting, ours, policy, reference_date, text, whole, yes};
use crate::exact::Points;
use crate::policy::value::MonthDay;
use crate::policy::{Given, Key, Policy, PolicyKind, Track, Value};

/// The preset.
pub(super) fn preset() -> Policy {
    Policy {
        description: "异地交流：年龄上限男45周岁、女40周岁，分批交流，不少于三年，\
            先定目标，期满考核。轮岗支教：45周岁以下，一至两年，\
            中学每学年2至4名、小学1至3名；工资关系不变，受援学校安排生活；\
            每年交总结，由受援学校评议。校长互派任职或挂职，半年至一年。"
            .to_owned(),
        tracks: vec![Track::Remote, Track::Support, Track::Principal],
        given: given(),
        ..policy(
            "P2b",
            "hanling_town",
            "韩陵镇/县 中小学教师交流制度",
            PolicyKind::Selection,
            "001:727-799",
        )
    }
}

fn given() -> Vec<Given> {
    let mut given = remote();
    given.extend(movement());
    given.extend(support());
    given.extend(management());
    given.extend(principals());
    given.extend(titles());
    given.push(reference_date("R102"));
    given.extend(counting("R102"));
    given
}

/// 异地交流.
fn remote() -> Vec<Given> {
    let rows = vec![
        whole(Key::AgeMaxMale, 45, "R102", "001:731"),
        whole(Key::AgeMaxFemale, 40, "R102", "001:731"),
        codes(Key::TenureRule, &["manual"], "R102", "001:731")
            .noting("原文没有年数，由校长逐人认定，分批安排"),
        Given::blank(Key::TenureYearsMin, "R102", "001:731"),
        codes(
            Key::PriorityRanks,
            &[
                "county_backbone",
                "senior_title",
                "first_title",
                "primary_senior",
            ],
            "R124",
            "001:733",
        )
        .noting("“为主”没有比例，只报告占比"),
        whole(Key::TermYearsMin, 3, "R302", "001:737"),
        yes(Key::StartsAtYear, "R302", "001:737"),
        yes(Key::GoalsRequiredBeforeStart, "R607", "001:739"),
        yes(Key::EndOfTermAppraisal, "R607", "001:739"),
        yes(Key::ExtendOnUnmetGoals, "R312", "001:739"),
        ours(Key::ExtensionMonthsDefault, Value::Whole(12), "R312")
            .noting("原文没有规定延长多久，暂按一学年"),
    ];
    rows.into_iter().map(|row| row.on(Track::Remote)).collect()
}

/// 比例、流向与审批, on all ways.
fn movement() -> Vec<Given> {
    vec![
        // They stand under 异地交流, but count all teachers of a school.
        whole(Key::QuotaPctPrimary, 10, "R401", "001:735").noting("按学校教师总数计"),
        whole(Key::QuotaPctSecondaryMin, 2, "R401", "001:735")
            .noting("原文两数之间的符号残损，读作2%至5%"),
        whole(Key::QuotaPctSecondaryMax, 5, "R401", "001:735"),
        text(
            Key::ApprovalTownship,
            "中心学校办理，报县教育局备案",
            "R127",
            "001:741",
        ),
        codes(Key::OverEstablishmentAction, &["record"], "R128", "001:743"),
        text(Key::ApprovalBeyond, "县教育局统筹办理", "R127", "001:745"),
        text(
            Key::ApprovalSenior,
            "县教育局办理（编制限额内）",
            "R127",
            "001:747",
        ),
        Given::new(
            Key::RosterDue,
            Value::MonthDay(MonthDay::JULY_31),
            "R1001",
            "001:747",
        )
        .noting("原文针对高中、完中，各学校均可参照"),
        codes(
            Key::EncouragedDirections,
            &["over_to_under", "good_to_weak", "town_to_rural"],
            "R121",
            "001:749",
        ),
        codes(
            Key::RestrictedDirections,
            &["town", "good", "over_township"],
            "R122",
            "001:751",
        ),
        codes(
            Key::RestrictedPersonsOut,
            &["degree", "excellent", "backbone"],
            "R123",
            "001:753",
        )
        .noting("指任期内流向经济发达地区"),
        Given::new(
            Key::ReportPlanBefore,
            Value::MonthDay(MonthDay::AUGUST_31),
            "R320",
            "001:775",
        )
        .noting("原文为每学年开始以前，即最迟8月31日；针对轮岗支教"),
    ]
}

/// 轮岗支教: who, how many, where to.
fn support() -> Vec<Given> {
    let rows = vec![
        codes(
            Key::ObligedSchoolKinds,
            &["rural_complete", "township_centre"],
            "R108",
            "001:761",
        ),
        yes(Key::RequireOnEstablishment, "R108", "001:761"),
        whole(Key::AgeMaxMale, 45, "R106", "001:763"),
        whole(Key::AgeMaxFemale, 45, "R106", "001:763"),
        yes(Key::RequireQualification, "R106", "001:763"),
        yes(Key::RequireHealth, "R106", "001:763"),
        whole(Key::TermYearsMin, 1, "R303", "001:765"),
        whole(Key::TermYearsMax, 2, "R303", "001:765"),
        codes(Key::PostMode, &["fill"], "R314", "001:767"),
        whole(Key::HeadsSecondaryMin, 2, "R408", "001:769"),
        whole(Key::HeadsSecondaryMax, 4, "R408", "001:769"),
        whole(Key::HeadsPrimaryMin, 1, "R408", "001:769"),
        whole(Key::HeadsPrimaryMax, 3, "R408", "001:769"),
        codes(
            Key::TargetSchoolKinds,
            &["rural", "weak"],
            "R129",
            "001:771",
        ),
        whole(Key::UpwardHeadsMin, 1, "R409", "001:773").noting("可以选派，不是硬性要求"),
        whole(Key::UpwardHeadsMax, 2, "R409", "001:773"),
        yes(Key::BackFillByUpward, "R130", "001:777"),
    ];
    rows.into_iter().map(|row| row.on(Track::Support)).collect()
}

/// 轮岗支教: pay, care and management.
fn management() -> Vec<Given> {
    let rows = vec![
        yes(Key::PayRelationUnchanged, "R316", "001:782")
            .noting("行政关系也不变，与原单位同类人员同待遇"),
        Given::blank(Key::LivingAllowance, "R807", "001:784")
            .noting("由派出学校按规定发放，原文没有金额"),
        yes(Key::HostMustSettleLiving, "R319", "001:786"),
        yes(Key::PriorityFlag, "R713", "001:788").noting("以支教中表现突出为条件"),
        yes(Key::AnnualSummaryRequired, "R608", "001:797"),
        text(
            Key::SummaryFlow,
            "教师提交→受援学校评议→派出学校→县教育局→个人档案",
            "R608",
            "001:797",
        ),
        yes(Key::BureauInspection, "R609", "001:799"),
    ];
    let mut given: Vec<Given> = rows.into_iter().map(|row| row.on(Track::Support)).collect();
    let order_only = "原文只定以受援学校为主，比例为程序默认（001:795）";
    for (key, hundredths) in [(Key::WeightHost, 70), (Key::WeightSending, 30)] {
        let weight = Value::Decimal(Points::from_hundredths(hundredths));
        given.push(ours(key, weight, "R602").noting(order_only));
    }
    given
}

/// 校长交流.
fn principals() -> Vec<Given> {
    let rows = vec![
        whole(Key::PrincipalTermMonthsMin, 6, "R306", "001:779"),
        whole(Key::PrincipalTermMonthsMax, 12, "R306", "001:779"),
        codes(Key::PostMode, &["seconded"], "R306", "001:779")
            .noting("农村校长到城镇挂职；城镇校长到农村任职"),
    ];
    rows.into_iter()
        .map(|row| row.on(Track::Principal))
        .collect()
}

/// 职称与荣誉.
fn titles() -> Vec<Given> {
    vec![
        text(
            Key::HonourBasis,
            "特级教师、省市县骨干教师和学科带头人、县以上优秀教师",
            "R706",
            "001:790",
        ),
        whole(Key::PromoServiceMonthsMin, 12, "R702", "001:792").noting("适用于城镇中小学教师"),
        yes(Key::PromoWithinCurrentRank, "R702", "001:792"),
        yes(Key::PromoRuralOnly, "R702", "001:792"),
    ]
}
