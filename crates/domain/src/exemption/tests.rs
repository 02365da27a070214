//! Exemptions: proof seen, consent given, one year each.

use super::*;
use crate::policy::Given;
use crate::policy::preset;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn exemption(kind: ExemptionKind) -> Exemption {
    Exemption {
        id: ExemptionId::new(1, 1),
        teacher: TeacherId::new(1, 1),
        year: "2026-2027".parse().unwrap(),
        kind,
        applied_on: day("2026-06-10"),
        proof: Some(ProofSeen {
            kind: ProofKind::Hospital,
            seen_on: day("2026-06-11"),
            checked_by: "秦子衿".to_owned(),
        }),
        consent: Some(Consent {
            document: "教人〔2026〕12号".to_owned(),
            on: day("2026-06-20"),
        }),
    }
}

fn policy(given: Vec<Given>) -> Policy {
    Policy {
        given,
        ..preset::find("P1").unwrap()
    }
}

#[test]
fn an_exemption_holds_only_with_the_proof_and_the_consent_that_the_rule_asks_for() {
    let asks = policy(vec![
        Given::new(Key::ExemptIllness, Value::Flag(true), "R201", "001:519"),
        Given::new(
            Key::ExemptNeedsBureauApproval,
            Value::Flag(true),
            "R201",
            "001:519",
        ),
    ]);
    let whole = exemption(ExemptionKind::Illness);
    assert_eq!(whole.effect(&asks, None), Effect::Holds);
    let unseen = Exemption {
        proof: None,
        ..whole.clone()
    };
    assert_eq!(unseen.effect(&asks, None), Effect::LacksProof);
    let unheard = Exemption {
        consent: None,
        ..whole.clone()
    };
    assert_eq!(unheard.effect(&asks, None), Effect::LacksConsent);
    let nursing = exemption(ExemptionKind::Nursing);
    assert_eq!(nursing.effect(&asks, None), Effect::NotInPolicy);
    let tertiary = policy(vec![
        Given::new(Key::ExemptIllness, Value::Flag(true), "R204", "001:627"),
        Given::new(
            Key::ExemptIllnessProofLevel,
            Value::code("tertiary_hospital"),
            "R204",
            "001:627",
        ),
    ]);
    assert_eq!(whole.effect(&tertiary, None), Effect::LacksProof);
}

#[test]
fn a_renewed_exemption_begins_without_proof_and_consent() {
    let year: SchoolYear = "2027-2028".parse().unwrap();
    let renewed =
        exemption(ExemptionKind::Nursing).renewed(ExemptionId::new(2, 1), year, day("2027-06-01"));
    assert_eq!(renewed.year, year);
    assert!(renewed.proof.is_none() && renewed.consent.is_none());
}

#[test]
fn an_exemption_is_refused_with_all_reasons_at_once() {
    let today = day("2026-07-01");
    let whole = exemption(ExemptionKind::Pregnancy);
    assert!(whole.clone().judged(Some(Sex::Female), &[], today).is_ok());
    let mut wrong = whole.clone();
    wrong.applied_on = day("2024-06-10");
    wrong.proof.as_mut().unwrap().checked_by = " ".to_owned();
    wrong.consent.as_mut().unwrap().on = day("2026-12-01");
    let refusals = wrong.judged(Some(Sex::Male), &[], today).unwrap_err();
    assert_eq!(refusals.len(), 4, "{refusals:?}");
    let again = Exemption {
        id: ExemptionId::new(2, 1),
        ..whole.clone()
    };
    assert!(again.judged(Some(Sex::Female), &[whole], today).is_err());
}
