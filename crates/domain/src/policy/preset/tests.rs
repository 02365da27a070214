//! Whether the presets say what the sources say, and no more.

use std::collections::BTreeSet;

use super::*;
use crate::id::PolicyId;
use crate::indicator::{HOST, SENDING};
use crate::policy::{DEFAULT, EditedPolicy, Given, Key, Origin, PolicyKind, Track, Value};

/// Rules that no preset gives, with the place where they are honoured instead.
const ELSEWHERE: [(&str, &str); 15] = [
    ("R616", "survey.rs: the sources and their weights"),
    (
        "R617",
        "indicator.rs: the groups, and the cap on pupils' results",
    ),
    ("R619", "appraisal: the checks before the host signs"),
    (
        "R618",
        "calendar.rs: feedback is due each term; feedback.rs",
    ),
    ("R629", "feedback.rs: closing off item by item"),
    (
        "R710",
        "honour.rs: reminders; figures of a paper, not a policy",
    ),
    ("R711", "information only: a paper's proposal"),
    ("R801", "benefit/allowance.rs: the reported standards"),
    ("R802", "benefit/allowance.rs: the reported standards"),
    ("R803", "benefit/allowance.rs: steps by level"),
    ("R804", "benefit/allowance.rs: steps by years"),
    (
        "R901",
        "the number of P15's surveys, which are listed one by one",
    ),
    (
        "R907",
        "P15's description; later: the five steps with survey rounds",
    ),
    ("R913", "a principle: instruments have versions"),
    (
        "R1106",
        "assignment/doubt.rs: the overload warning; its 120 % are this program's",
    ),
];

/// First and last rule of each table, with the numbers that the tables leave out.
const TABLES: [(u32, u32, &[u32]); 12] = [
    (101, 131, &[]),
    (201, 206, &[]),
    (301, 320, &[]),
    (401, 413, &[]),
    (501, 540, &[]),
    (601, 629, &[627]),
    (701, 714, &[]),
    (801, 808, &[]),
    (901, 915, &[]),
    (1001, 1011, &[]),
    (1101, 1107, &[]),
    (1201, 1206, &[]),
];

fn preset(code: &str) -> Policy {
    find(code).unwrap()
}

fn is_rule(text: &str) -> bool {
    text.strip_prefix('R').is_some_and(is_number)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_place(text: &str) -> bool {
    text.split_once(':')
        .is_some_and(|(file, line)| file.len() == 3 && is_number(file) && is_number(line))
}

/// Every parameter of the presets and of the core, with where it stands.
fn everything() -> Vec<(String, Given)> {
    let mut rows: Vec<(String, Given)> = core_given()
        .into_iter()
        .map(|given| ("core".to_owned(), given))
        .collect();
    for preset in all() {
        let code = &preset.code;
        rows.extend(
            preset
                .given
                .iter()
                .map(|given| (code.clone(), given.clone())),
        );
    }
    rows
}

/// Rule, place, code and name of every duty, meeting and survey.
fn work() -> Vec<(&'static str, &'static str, &'static str)> {
    let mut rows = Vec::new();
    let mut duties = core_duties();
    let mut meetings = core_meetings();
    for preset in all() {
        duties.extend(preset.duties);
        meetings.extend(preset.meetings);
        rows.extend(
            preset
                .surveys
                .iter()
                .map(|one| (one.rule, one.place, one.name)),
        );
    }
    rows.extend(duties.iter().map(|one| (one.rule, one.place, one.name)));
    rows.extend(meetings.iter().map(|one| (one.rule, one.place, one.name)));
    rows
}

#[test]
fn the_presets_stand_in_the_order_of_the_sources_and_the_default_is_one_of_them() {
    let codes: Vec<String> = all().into_iter().map(|preset| preset.code).collect();
    assert_eq!(
        codes.join(" "),
        "P1 P2a P2b P3 P4 P5 P6 P7 P8 P9a P9b P9c P9d P9e P10 P11a P11b P12 P13 P14 P15 D1 D3"
    );
    assert_eq!(preset(DEFAULT).slug, "county_rotation_rules");
    for (code, kind) in [
        ("P3", PolicyKind::Selection),
        ("P8", PolicyKind::Overlay),
        ("P9c", PolicyKind::Framework),
        ("P15", PolicyKind::Surveys),
        ("D1", PolicyKind::Duties),
    ] {
        assert_eq!(preset(code).kind, kind, "{code}");
    }
}

#[test]
fn codes_and_slugs_are_unique_and_a_preset_is_found_in_any_case() {
    let mut seen = BTreeSet::new();
    for one in all() {
        for name in [&one.code, &one.slug] {
            assert!(seen.insert(name.to_lowercase()), "{name} stands twice");
            for spelt in [name.to_lowercase(), name.to_uppercase()] {
                assert_eq!(find(&spelt).as_ref(), Some(&one), "{spelt}");
            }
        }
    }
    assert_eq!(find("P99"), None);
    assert_eq!(find(""), None);
}

#[test]
fn every_preset_says_what_it_is_and_where_it_was_read() {
    for one in all() {
        let code = &one.code;
        assert_eq!(one.version, 1, "{code}");
        assert!(
            !one.name.is_empty() && !one.description.is_empty(),
            "{code}"
        );
        for place in one.source.split(',') {
            let first = place.split('-').next().unwrap();
            assert!(is_place(first), "{code}: {place}");
        }
        let incomplete = ["P2a", "P3", "P5"].contains(&code.as_str());
        assert_eq!(one.is_complete, !incomplete, "{code}");
    }
}

#[test]
fn every_value_fits_the_shape_of_its_parameter() {
    for (at, given) in everything() {
        if let Some(value) = &given.value {
            let key = given.key.code();
            assert!(given.key.kind().admits(value), "{at} {key}: {value}");
        }
    }
}

#[test]
fn no_parameter_is_given_twice_on_one_way_or_on_a_way_that_the_preset_does_not_rule() {
    for one in all() {
        let mut seen = BTreeSet::new();
        for given in &one.given {
            let key = given.key.code();
            assert!(seen.insert((given.key, given.track)), "{} {key}", one.code);
            if let Some(track) = given.track {
                assert!(one.tracks.contains(&track), "{} {key}", one.code);
            }
        }
    }
}

#[test]
fn whatever_comes_from_a_source_names_its_rule_and_its_place() {
    for (at, given) in everything() {
        let key = given.key.code();
        assert!(is_rule(&given.rule), "{at} {key}: rule {}", given.rule);
        match given.origin {
            Origin::Source => assert!(is_place(&given.place), "{at} {key}: {}", given.place),
            Origin::Borrowed(from) => {
                assert!(is_place(&given.place), "{at} {key}: {}", given.place);
                let lender = preset(from);
                let own = lender
                    .given
                    .iter()
                    .find(|own| own.key == given.key)
                    .unwrap();
                assert_eq!(
                    (&own.rule, &own.place),
                    (&given.rule, &given.place),
                    "{key}"
                );
                if given.value.is_some() {
                    assert_eq!(own.value, given.value, "{key}");
                }
            }
            Origin::Ours => {}
            Origin::School => panic!("{at} {key} is no school's"),
        }
    }
    for (rule, place, name) in work() {
        assert!(is_rule(rule) && is_place(place), "{name}: {rule} {place}");
    }
}

#[test]
fn the_blanks_of_the_sources_are_blank() {
    let blanks: Vec<String> = everything()
        .iter()
        .filter(|(_, given)| given.value.is_none())
        .map(|(at, given)| format!("{at} {} {}", given.rule, given.key.code()))
        .collect();
    assert_eq!(
        blanks,
        [
            "core R705 promo_service_months_min",
            "P2a R102 tenure_years_min",
            "P2b R102 tenure_years_min",
            "P2b R807 living_allowance",
            "P3 R604 assessor_body",
            "P5 R410 retain_original_pct",
            "P5 R704 priority_years_named_school",
            "P5 R202 exempt_years_to_retire",
            "P5 R119 hard_move_gap_points",
            "P6 R806 annual_bonus",
            "P9b R411 quota_pct",
            "D3 R1009 project_apply_due",
        ]
    );
}

/// Age, tenure, term and quota of the policies side by side (B-P.1): policy, way, parameter, and the value as
/// files write it; `-` where the policy does not say it.
const SIDE_BY_SIDE: &str = "
P1  -         age_max_male                     55
P1  -         age_max_female                   50
P1  -         tenure_years_min                 -
P1  -         term_years_min                   1
P1  -         term_years_max                   3
P1  -         quota_min_pct_of_eligible        -
P2a remote    age_max_male                     45
P2a remote    age_max_female                   40
P2a remote    tenure_rule                      manual
P2a remote    tenure_years_min                 -
P2a remote    term_years_min                   3
P2a remote    term_years_max                   -
P2a -         quota_pct_primary                10
P2a -         quota_pct_secondary_min          -
P2a support   age_max_male                     45
P2a support   age_max_female                   45
P2a support   tenure_rule                      -
P2a support   term_years_min                   1
P2a support   term_years_max                   2
P2a support   zhijiao_heads_primary_min        -
P2b remote    age_max_male                     45
P2b remote    age_max_female                   40
P2b remote    tenure_rule                      manual
P2b remote    tenure_years_min                 -
P2b remote    term_years_min                   3
P2b remote    term_years_max                   -
P2b -         quota_pct_primary                10
P2b -         quota_pct_secondary_min          2
P2b -         quota_pct_secondary_max          5
P2b support   age_max_male                     45
P2b support   age_max_female                   45
P2b support   term_years_min                   1
P2b support   term_years_max                   2
P2b support   zhijiao_heads_secondary_min      2
P2b support   zhijiao_heads_secondary_max      4
P2b support   zhijiao_heads_primary_min        1
P2b support   zhijiao_heads_primary_max        3
P2b principal principal_term_months_min        6
P2b principal principal_term_months_max        12
P3  -         age_max_male                     50
P3  -         age_max_female                   45
P3  -         age_ref_month_day                08-31
P3  -         tenure_years_min                 6
P3  -         tenure_continuous                true
P3  -         term_years_min                   2
P3  -         term_years_max                   -
P3  -         quota_min_pct_of_eligible        10
P3  -         quota_elite_min_pct_of_exchanged 30
P3  -         quota_leadership_max_pct         30
P3  placement new_hire_rural_years_min         2
P3  voluntary allow_voluntary                  true
P5  -         age_max_male                     -
P5  -         tenure_years_min                 5
P5  -         term_years_min                   -
P5  -         retain_original_pct              -
P5  -         hard_move_allowed                false
P6  -         age_max_male                     -
P6  -         upward_age_max                   45
P6  -         tenure_years_min                 -
P6  rotation  term_years_min                   3
P6  rotation  term_years_max                   3
P6  principal cadre_term_years                 6
P6  -         quota_min_pct_of_eligible        -
P7  -         age_max_male                     50
P7  -         age_max_female                   45
P7  -         title_min                        intermediate
P7  -         tenure_years_min                 -
P7  -         no_rural_lookback_years          5
P7  -         term_school_years                1
P7  -         fixed_heads                      8
";

#[test]
fn age_tenure_term_and_quota_are_those_of_the_sources_side_by_side() {
    for line in SIDE_BY_SIDE.trim().lines() {
        let cells: Vec<&str> = line.split_whitespace().collect();
        let [code, track, key, wanted] = cells[..] else {
            panic!("not a row: {line}");
        };
        let policy = preset(code);
        let track = (track != "-").then(|| Track::from_code(track).unwrap());
        let found = policy.value(Key::from_code(key).unwrap(), track);
        let found = found.map_or_else(|| "-".to_owned(), ToString::to_string);
        assert_eq!(found, wanted, "{line}");
    }
}

#[test]
fn a_limit_comes_with_how_it_is_counted_and_says_whose_reading_that_is() {
    let limits = [Key::AgeMaxMale, Key::UpwardAgeMax, Key::TenureYearsMin];
    for one in all() {
        let is_limited = one.given.iter().any(|given| limits.contains(&given.key));
        for key in [
            Key::AgeBoundMode,
            Key::BoundsInclusive,
            Key::TenureCount,
            Key::TenureBreakKinds,
            Key::AgeRefMonthDay,
        ] {
            let origin = one.given(key, None).map(|given| &given.origin);
            let wanted = match (is_limited, one.code.as_str(), key) {
                (false, _, _) => None,
                (true, "P3", Key::AgeRefMonthDay) => Some(&Origin::Source),
                (true, _, _) => Some(&Origin::Ours),
            };
            assert_eq!(origin, wanted, "{} {}", one.code, key.code());
        }
    }
}

#[test]
fn every_preset_stands_as_a_whole_alone_and_upon_the_core() {
    for mut one in all() {
        for with_core in [false, true] {
            if with_core {
                one.given.extend(core_given());
            }
            let copy = EditedPolicy {
                id: PolicyId::new(1, 1),
                name: one.name.clone(),
                based_on: one.code.clone(),
                based_on_version: one.version,
                version: 1,
                effective_from: "2026-2027".parse().unwrap(),
                edits: Vec::new(),
            };
            let judged = copy.judged(&one);
            assert!(judged.is_ok(), "{}: {judged:?}", one.code);
        }
    }
    let host = core_given()
        .into_iter()
        .find(|row| row.key == Key::WeightHost);
    let host = host
        .and_then(|row| row.value)
        .map(|value: Value| value.to_string());
    assert_eq!(host.as_deref(), Some("0.7"));
}

#[test]
fn duties_have_one_code_each_and_feed_indicators_that_there_are() {
    let indicators: Vec<&str> = HOST.iter().chain(SENDING).map(|one| one.code).collect();
    let lists = all().into_iter().map(|preset| preset.duties);
    for duties in lists.chain([core_duties()]) {
        let mut seen = BTreeSet::new();
        for duty in &duties {
            assert!(seen.insert(duty.code), "{} stands twice", duty.code);
            let is_known = duty.indicator.is_empty() || indicators.contains(&duty.indicator);
            assert!(is_known, "{}: {}", duty.code, duty.indicator);
        }
    }
    let off: Vec<&str> = core_duties()
        .iter()
        .filter(|duty| !duty.is_on)
        .map(|duty| duty.rule)
        .collect();
    assert_eq!(off, ["R512", "R512", "R514", "R914"]);
}

#[test]
fn the_five_surveys_stand_in_their_weeks_and_pupils_are_trained_before_theirs() {
    let weeks: Vec<(u32, u32, bool, u32)> = preset("P15")
        .surveys
        .iter()
        .map(|one| {
            (
                one.weeks.0,
                one.weeks.1,
                one.term.is_some(),
                one.training_lead_days,
            )
        })
        .collect();
    assert_eq!(
        weeks,
        [
            (1, 13, false, 0),
            (4, 5, true, 7),
            (13, 13, false, 7),
            (14, 14, false, 0),
            (18, 19, false, 0)
        ]
    );
}

#[test]
fn every_rule_number_stands_in_a_preset_in_the_core_or_has_its_place_elsewhere() {
    let mut rules: BTreeSet<String> = work().iter().map(|(rule, ..)| (*rule).to_owned()).collect();
    for (_, given) in everything() {
        rules.insert(given.rule.clone());
        // A remark may name a second rule, such as the pilot year of R307.
        rules.extend(given.note.split(['（', '，', '）']).map(str::to_owned));
    }
    for (first, last, left_out) in TABLES {
        for number in (first..=last).filter(|number| !left_out.contains(number)) {
            let rule = format!("R{number}");
            let is_elsewhere = ELSEWHERE.iter().any(|(known, _)| *known == rule);
            assert!(
                rules.contains(&rule) != is_elsewhere,
                "{rule}: in a preset or elsewhere, and not both"
            );
        }
    }
}

#[test]
fn every_preset_is_found_by_the_code_it_bears() {
    for preset in all() {
        assert_eq!(find(&preset.code), Some(preset.clone()), "{}", preset.code);
    }
}
