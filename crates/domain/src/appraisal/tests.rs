//! The composition and the rules of signing, as users and auditors check them by hand.

use super::composition::{Given, GivenPart, GivenSource, Weights, compose};
use super::grade::{Grade, VetoCode};
use super::*;
use crate::exact::Exact;
use crate::indicator;
use crate::survey::Source;

fn number(text: &str) -> Exact {
    text.parse().unwrap()
}

fn source(source: Source, score: &str, invited: u32, returned: u32) -> GivenSource {
    GivenSource {
        source,
        score: Some(number(score)),
        invited: Some(invited),
        returned: Some(returned),
    }
}

fn example() -> Given {
    Given {
        host: Some(GivenPart::Total(number("86.40"))),
        sending: Some(GivenPart::Total(number("82.00"))),
        sources: vec![
            source(Source::Leaders, "88", 5, 5),
            source(Source::Peers, "85", 20, 18),
            source(Source::Pupils, "90.5", 45, 44),
            source(Source::Parents, "87", 45, 40),
            source(Source::Teacher, "92", 1, 1),
        ],
        stages: vec![number("84"), number("88")],
        ..Given::default()
    }
}

fn flat(year: &str) -> Given {
    let weights = Weights {
        multi_source: Exact::zero(),
        stage: Exact::zero(),
        ..Weights::default()
    };
    Given {
        host: Some(GivenPart::Total(number(year))),
        sending: Some(GivenPart::Total(number(year))),
        weights,
        ..Given::default()
    }
}

#[test]
fn the_worked_example_comes_out_to_the_last_digit() {
    let composition = compose(&example()).unwrap();
    assert_eq!(composition.host.multi_source, Some(number("88.175")));
    assert_eq!(composition.host.host_combined, number("86.9325"));
    assert_eq!(composition.year_final, number("85.45275"));
    assert_eq!(composition.year_exact, number("85.616925"));
    assert_eq!(composition.year, "85.62");
    assert_eq!(composition.grade, Grade::Qualified);
}

#[test]
fn without_the_many_voices_the_example_gives_85_36() {
    let mut given = example();
    given.weights.multi_source = Exact::zero();
    let composition = compose(&given).unwrap();
    assert_eq!(composition.year_final, number("85.08"));
    assert_eq!(composition.year, "85.36");
}

#[test]
fn the_grade_is_read_from_the_rounded_score_and_a_veto_overrides_it() {
    for (year, printed, grade) in [
        ("90.00", "90.00", Grade::Excellent),
        ("89.995", "90.00", Grade::Excellent),
        ("89.9949", "89.99", Grade::Qualified),
        ("70", "70.00", Grade::Qualified),
        ("69.994", "69.99", Grade::BasicallyQualified),
        ("59.99", "59.99", Grade::Unqualified),
    ] {
        let composition = compose(&flat(year)).unwrap();
        assert_eq!(
            (composition.year.as_str(), composition.grade),
            (printed, grade)
        );
    }
    for veto in VetoCode::ALL {
        let mut given = flat("100");
        given.vetoes = vec![*veto];
        let expected = if *veto == VetoCode::EthicsLight {
            Grade::Qualified
        } else {
            Grade::Unqualified
        };
        assert_eq!(compose(&given).unwrap().grade, expected, "{veto:?}");
    }
}

#[test]
fn a_survey_with_too_few_forms_is_left_out_and_its_weight_is_shared() {
    let mut given = example();
    given.sources.retain(|tally| tally.source != Source::Pupils);
    given.sources.push(source(Source::Pupils, "10", 45, 29));
    let composition = compose(&given).unwrap();
    let shares: Vec<Exact> = composition
        .host
        .shares
        .iter()
        .map(|share| share.percent.clone())
        .collect();
    assert_eq!(
        shares,
        [
            number("40"),
            number("100/3"),
            number("40/3"),
            number("40/3")
        ]
    );
    assert_eq!(composition.host.dropped.len(), 1);
    let mut nine = example();
    nine.sources.retain(|tally| tally.source != Source::Pupils);
    nine.sources.push(source(Source::Pupils, "10", 9, 9));
    assert_eq!(compose(&nine).unwrap().host.dropped.len(), 1);
    let mut exactly = example();
    exactly
        .sources
        .retain(|tally| tally.source != Source::Pupils);
    exactly.sources.push(source(Source::Pupils, "90", 45, 30));
    assert!(
        compose(&exactly).unwrap().host.dropped.is_empty(),
        "two thirds are enough"
    );
}

#[test]
fn what_is_missing_is_never_zero_and_everything_missing_is_named_at_once() {
    let refusals = compose(&Given::default()).unwrap_err();
    let codes: Vec<&str> = refusals.iter().map(|refusal| refusal.code).collect();
    assert_eq!(
        codes,
        [
            "SCORE-MISSING",
            "SOURCE-NONE",
            "SCORE-MISSING",
            "STAGE-MISSING"
        ]
    );
}

#[test]
fn a_teacher_is_never_judged_by_himself_alone() {
    let mut given = example();
    given
        .sources
        .retain(|tally| tally.source == Source::Teacher);
    assert_eq!(
        compose(&given).unwrap_err().first().unwrap().code,
        "SOURCE-SELF-ONLY"
    );
}

#[test]
fn weights_that_are_nonsense_are_refused() {
    let mut given = example();
    given.weights.host = number("0.4");
    given.weights.sending = number("0.7");
    given.weights.stage = number("1.5");
    let codes: Vec<&str> = compose(&given)
        .unwrap_err()
        .iter()
        .map(|refusal| refusal.code)
        .collect();
    assert_eq!(codes, ["WEIGHT-SUM", "WEIGHT-ORDER", "WEIGHT-RANGE"]);
}

#[test]
fn without_a_common_exam_the_points_still_make_one_hundred() {
    let items = indicator::HOST
        .iter()
        .map(|known| match indicator::max_points(known, false) {
            Some(max) => composition::GivenItem::scored(known.code, max.exact()),
            None => composition::GivenItem::not_applicable(known.code),
        })
        .collect();
    let mut given = example();
    given.host = Some(GivenPart::Items(items));
    assert_eq!(compose(&given).unwrap().host.host, number("100"));
}

fn full_sheet() -> HostSheet {
    HostSheet {
        scores: indicator::HOST
            .iter()
            .map(|known| {
                (
                    known.code.to_owned(),
                    Score {
                        points: Some(known.max),
                        evidence: String::new(),
                    },
                )
            })
            .collect(),
        ..HostSheet::default()
    }
}

fn appraisal() -> Appraisal {
    Appraisal::new(
        crate::id::AppraisalId::new(1, 1),
        crate::id::AssignmentId::new(1, 1),
        "2025-2026".parse().unwrap(),
    )
}

#[test]
fn more_points_than_an_indicator_has_are_refused_by_name() {
    let mut sheet = full_sheet();
    sheet.scores.insert(
        "H1.1".to_owned(),
        Score {
            points: Some("8.01".parse().unwrap()),
            evidence: String::new(),
        },
    );
    let refusals = appraisal().with_host(sheet).unwrap_err();
    assert_eq!(refusals.len(), 1);
    assert_eq!(refusals.first().unwrap().place, "host.H1.1");
}

#[test]
fn the_host_signs_only_when_its_part_is_complete() {
    let refusals = appraisal().judge_host_signing(&Term::ALL).unwrap_err();
    assert!(refusals.len() > indicator::HOST.len());
    assert!(
        refusals
            .iter()
            .any(|refusal| refusal.code == "APPRAISAL-STAGE")
    );
}

fn ready() -> Appraisal {
    let tally = |source| crate::survey::Tally {
        source,
        score: Some(Points::whole(88)),
        invited: Some(20),
        returned: Some(20),
    };
    let sheet = HostSheet {
        tallies: Source::ALL.iter().copied().map(tally).collect(),
        stages: Term::ALL.map(|term| (term, Points::whole(86))).into(),
        strengths: "教学扎实".to_owned(),
        principal: "贺知松".to_owned(),
        proposed_grade: Some(Grade::Excellent),
        ..full_sheet()
    };
    let sending = SendingSheet {
        scores: indicator::SENDING
            .iter()
            .map(|known| {
                let score = Score {
                    points: Some(known.max),
                    evidence: String::new(),
                };
                (known.code.to_owned(), score)
            })
            .collect(),
        opinion: "同意".to_owned(),
        principal: "顾砚之".to_owned(),
        ..SendingSheet::default()
    };
    appraisal()
        .with_host(sheet)
        .unwrap()
        .with_sending(sending)
        .unwrap()
}

#[test]
fn a_host_that_may_sign_never_blocks_the_sending_school() {
    for (served, stages, reason) in [
        (&Term::ALL[..], &Term::ALL[..], ""),
        (&Term::ALL[..], &[], "当年未组织阶段考核"),
        (&[Term::Spring][..], &[Term::Spring][..], ""),
        (&[][..], &[][..], "八月到岗"),
    ] {
        let mut both = ready();
        both.host.stages.retain(|term, _| stages.contains(term));
        reason.clone_into(&mut both.host.missing_stage_reason);
        assert_eq!(both.judge_host_signing(served), Ok(()), "{served:?}");
        both.state = State::HostSigned;
        assert!(both.judge_sending_signing().is_ok(), "{served:?}");
    }
}

#[test]
fn a_stage_of_a_term_elsewhere_does_not_count() {
    let refusals = ready().judge_host_signing(&[Term::Spring]).unwrap_err();
    assert_eq!(refusals.len(), 1);
    assert_eq!(refusals.first().unwrap().place, "stages.autumn");
}

#[test]
fn an_ethics_violation_needs_its_fact_and_the_number_of_its_document() {
    let mut both = ready();
    both.host.vetoes.push(grade::Veto {
        code: VetoCode::Ethics,
        fact: String::new(),
        document: String::new(),
    });
    assert_eq!(both.judge_host_signing(&Term::ALL).unwrap_err().len(), 2);
}

#[test]
fn what_a_school_has_signed_cannot_be_edited() {
    let mut signed = appraisal();
    signed.state = State::HostSigned;
    assert!(signed.clone().with_host(full_sheet()).is_err());
    assert!(signed.clone().with_sending(SendingSheet::default()).is_ok());
    signed.state = State::SendingSigned;
    assert!(signed.with_sending(SendingSheet::default()).is_err());
}

#[test]
fn the_sending_school_cannot_sign_before_the_host() {
    let refusals = appraisal().judge_sending_signing().unwrap_err();
    assert!(
        refusals
            .iter()
            .any(|refusal| refusal.code == "APPRAISAL-ORDER")
    );
}

#[test]
fn any_scores_and_weights_stay_between_zero_and_one_hundred_and_follow_the_formula() {
    // A fixed walk through 2,000 cases; the state is printed when one fails.
    let mut state = 20_261_122_u64;
    let mut next = |bound: u64| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        i64::try_from((state >> 33) % bound).unwrap()
    };
    for case in 0..2_000 {
        let mut given = example();
        given.host = Some(GivenPart::Total(Exact::ratio(next(10_001), 100)));
        given.sending = Some(GivenPart::Total(Exact::ratio(next(10_001), 100)));
        given.stages = vec![Exact::ratio(next(10_001), 100)];
        let host = Exact::ratio(51 + next(50), 100);
        given.weights.sending = Exact::one() - host.clone();
        given.weights.host = host;
        given.weights.stage = Exact::ratio(next(101), 100);
        given.weights.multi_source = Exact::ratio(next(101), 100);
        let composition = compose(&given).unwrap();
        assert!(!composition.year_exact.is_negative(), "case {case}");
        assert!(composition.year_exact <= Exact::whole(100), "case {case}");
        let stage = given.weights.stage.clone();
        let mean = composition.stage_mean.clone().unwrap();
        let back = stage.clone() * mean + (Exact::one() - stage) * composition.year_final.clone();
        assert_eq!(back, composition.year_exact, "case {case}");
    }
}

#[test]
fn an_appraisal_is_composed_under_the_weights_of_its_policy() {
    let mut policy = crate::policy::preset::find("P3").unwrap();
    assert_eq!(super::Basis::of(&policy).policy, "P3@1");
    assert_eq!(
        super::Basis::of(&policy).weight_host,
        Basis::default().weight_host
    );
    for given in &mut policy.given {
        let weight = match given.key {
            Key::WeightHost => 60,
            Key::WeightSending => 40,
            _ => continue,
        };
        given.value = Some(Value::Decimal(Points::from_hundredths(weight)));
    }
    let mut appraisal = ready();
    appraisal.basis = Basis::of(&policy);
    let weights = appraisal.given().weights;
    assert_eq!(
        (weights.host.to_string(), weights.sending.to_string()),
        ("0.6".to_owned(), "0.4".to_owned())
    );
}
