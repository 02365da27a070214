//! P2a `county_exchange_short`: a county's rules for exchange and support, cut short in the source.
//! Two ways with two age limits and two terms: limits hang on the way (R106).

use super::row::{codes, counting, ours, policy, reference_date, text, whole, yes};
use crate::policy::value::MonthDay;
use crate::policy::{Given, Key, Policy, PolicyKind, Track, Value};

/// The preset.
pub(super) fn preset() -> Policy {
    Policy {
        is_complete: false,
        description: "异地交流：年龄上限男45周岁、女40周岁，久在一校的分批交流，\
            不少于三年，先定目标，期满考核。轮岗支教：45周岁以下，一至两年，顶岗任教。\
            鼓励由超编、优质、城镇学校流向缺编、薄弱、农村学校。原件在支教期限之后中断。"
            .to_owned(),
        tracks: vec![Track::Remote, Track::Support],
        given: given(),
        ..policy(
            "P2a",
            "county_exchange_short",
            "县 教师交流制度（网传节录）",
            PolicyKind::Selection,
            "001:161-201",
        )
    }
}

fn given() -> Vec<Given> {
    let mut given = remote();
    given.extend(movement());
    given.extend(support());
    given.push(reference_date("R102"));
    given.extend(counting("R102"));
    given
}

/// 异地交流.
fn remote() -> Vec<Given> {
    let rows = vec![
        whole(Key::AgeMaxMale, 45, "R102", "001:167"),
        whole(Key::AgeMaxFemale, 40, "R102", "001:167"),
        codes(Key::TenureRule, &["manual"], "R102", "001:167")
            .noting("原文没有年数，由校长逐人认定，分批安排"),
        Given::blank(Key::TenureYearsMin, "R102", "001:167"),
        codes(
            Key::PriorityRanks,
            &[
                "county_backbone",
                "senior_title",
                "first_title",
                "primary_senior",
            ],
            "R124",
            "001:169",
        )
        .noting("“为主”没有比例，只报告占比"),
        whole(Key::TermYearsMin, 3, "R302", "001:173"),
        yes(Key::StartsAtYear, "R302", "001:173"),
        yes(Key::GoalsRequiredBeforeStart, "R607", "001:175"),
        yes(Key::EndOfTermAppraisal, "R607", "001:175"),
        yes(Key::ExtendOnUnmetGoals, "R312", "001:175"),
        ours(Key::ExtensionMonthsDefault, Value::Whole(12), "R312")
            .noting("原文没有规定延长多久，暂按一学年"),
    ];
    rows.into_iter().map(|row| row.on(Track::Remote)).collect()
}

/// 比例、流向与审批, on both ways.
fn movement() -> Vec<Given> {
    vec![
        // It stands under 异地交流, but counts all teachers of a school.
        whole(Key::QuotaPctPrimary, 10, "R402", "001:171")
            .noting("按学校教师总数计；节录没有初中、高中的比例"),
        text(
            Key::ApprovalTownship,
            "中心学校办理，报县教育局备案",
            "R127",
            "001:177",
        ),
        codes(Key::OverEstablishmentAction, &["record"], "R128", "001:179"),
        text(Key::ApprovalBeyond, "县教育局统筹办理", "R127", "001:181"),
        text(
            Key::ApprovalSenior,
            "县教育局办理（编制限额内）",
            "R127",
            "001:183",
        ),
        Given::new(
            Key::RosterDue,
            Value::MonthDay(MonthDay::JULY_31),
            "R1001",
            "001:183",
        )
        .noting("原文针对高中、完中，各学校均可参照"),
        codes(
            Key::EncouragedDirections,
            &["over_to_under", "good_to_weak", "town_to_rural"],
            "R121",
            "001:185",
        ),
        codes(
            Key::RestrictedDirections,
            &["town", "good", "over_township"],
            "R122",
            "001:187",
        ),
        codes(
            Key::RestrictedPersonsOut,
            &["degree", "excellent", "backbone"],
            "R123",
            "001:189",
        )
        .noting("指任期内流向经济发达地区"),
    ]
}

/// 轮岗支教.
fn support() -> Vec<Given> {
    let rows = vec![
        codes(
            Key::ObligedSchoolKinds,
            &[
                "urban",
                "demonstration",
                "rural_complete",
                "township_centre",
            ],
            "R107",
            "001:195",
        ),
        yes(Key::RequireOnEstablishment, "R107", "001:195"),
        whole(Key::AgeMaxMale, 45, "R106", "001:197"),
        whole(Key::AgeMaxFemale, 45, "R106", "001:197"),
        yes(Key::RequireQualification, "R106", "001:197"),
        yes(Key::RequireHealth, "R106", "001:197"),
        whole(Key::TermYearsMin, 1, "R303", "001:199"),
        whole(Key::TermYearsMax, 2, "R303", "001:199"),
        codes(Key::PostMode, &["fill"], "R314", "001:201"),
    ];
    rows.into_iter().map(|row| row.on(Track::Support)).collect()
}
