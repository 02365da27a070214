//! Heads from per cent; the vectors are those of J-3.

use super::*;
use crate::policy::{Given, Key, Policy, Value, preset};
use crate::school::Stage;

fn facts(n_eligible: u32, exchanged: &[&[&'static str]]) -> QuotaFacts {
    QuotaFacts {
        stage: Stage::Primary,
        profile: SchoolProfile::default(),
        n_teachers: 47,
        n_leadership: 3,
        n_eligible: Some(n_eligible),
        n_manual: 0,
        exchanged: exchanged
            .iter()
            .map(|ranks| Exchanged {
                is_eligible: true,
                ranks: ranks.to_vec(),
                is_leadership: ranks.contains(&"lead"),
                track: None,
            })
            .collect(),
        n_exchanged_before: None,
    }
}

fn policy(given: Vec<Given>) -> Policy {
    Policy {
        given,
        ..preset::find("P1").unwrap()
    }
}

fn pct(key: Key, pct: u32) -> Given {
    Given::new(key, Value::Whole(pct), "R403", "001:513")
}

/// J-3.
#[test]
fn minimum_quotas_round_up_and_ceilings_round_down() {
    assert_eq!(least_heads(10, 27), 3);
    assert_eq!(least_heads(30, 7), 3);
    assert_eq!(least_heads(20, 4), 1);
    assert_eq!(most_heads(30, 3), 0);
    assert_eq!(most_heads(20, 87), 17);
    assert_eq!(most_heads(20, 3), 0);
    assert_eq!(about_heads(10, 47), 5);
}

#[test]
fn a_quota_shows_numerator_and_denominator_and_what_is_lacking() {
    let policy = policy(vec![pct(Key::QuotaMinPctOfEligible, 10)]);
    let check = |n: usize| checks(&policy, None, &facts(27, &vec![&[] as &[&str]; n])).remove(0);
    let met = check(3);
    assert_eq!((met.required_heads, met.is_met), (Some(3), Some(true)));
    assert!(
        met.message.contains("3/27 = 11.1% ≥ 10%"),
        "{}",
        met.message
    );
    let unmet = check(2);
    assert_eq!(unmet.is_met, Some(false));
    assert!(unmet.message.contains("还差1人"), "{}", unmet.message);
}

#[test]
fn a_ceiling_of_no_head_says_so() {
    let policy = policy(vec![pct(Key::QuotaLeadershipMaxPct, 30)]);
    let check = checks(&policy, None, &facts(27, &[&["lead"]])).remove(0);
    assert_eq!((check.required_heads, check.is_met), (Some(0), Some(false)));
    assert!(check.message.contains("取整后为0人"), "{}", check.message);
}

#[test]
fn a_blank_is_shown_and_never_judged() {
    let policy = policy(vec![Given::blank(
        Key::RetainOriginalPct,
        "R410",
        "001:625",
    )]);
    let check = checks(&policy, None, &facts(27, &[])).remove(0);
    assert_eq!((check.is_met, check.required_heads), (None, None));
    assert_eq!(check.message, crate::policy::UNSET);
}

/// The heads, the answer and the printed ratio never contradict one another.
#[test]
fn ceil_and_floor_never_disagree_with_the_printed_ratio() {
    for base in 1..=120_u32 {
        for pct in [1, 2, 5, 10, 15, 20, 30, 33, 50, 99, 100] {
            let bound = Exact::whole(i64::from(pct));
            for numerator in 0..=base {
                let printed = ratio_on_paper(numerator, base, pct);
                let shown: Exact = printed
                    .rsplit(' ')
                    .next()
                    .unwrap()
                    .trim_end_matches('%')
                    .parse()
                    .unwrap();
                assert_eq!(
                    numerator >= least_heads(pct, base),
                    shown >= bound,
                    "{printed} {pct}"
                );
                assert_eq!(
                    numerator <= most_heads(pct, base),
                    shown <= bound,
                    "{printed} {pct}"
                );
            }
        }
    }
}

#[test]
fn nothing_of_nothing_is_neither_met_nor_unmet() {
    let asks = policy(vec![
        pct(Key::QuotaMinPctOfEligible, 10),
        pct(Key::QuotaEliteMinPct, 30),
        pct(Key::QuotaLeadershipMaxPct, 30),
    ]);
    let mut nobody = facts(0, &[]);
    nobody.n_leadership = 0;
    for check in checks(&asks, None, &nobody) {
        assert_eq!(check.is_met, None, "{}", check.message);
        assert!(check.message.contains("0/0"), "{}", check.message);
    }
}

#[test]
fn whoever_is_still_to_be_decided_never_makes_a_quota_look_met() {
    let asks = policy(vec![pct(Key::QuotaMinPctOfEligible, 10)]);
    let mut counted = facts(20, &[&[], &[]]);
    assert_eq!(checks(&asks, None, &counted)[0].is_met, Some(true));
    counted.n_manual = 30;
    let check = &checks(&asks, None, &counted)[0];
    assert_eq!(check.is_met, None, "{}", check.message);
    assert!(check.message.contains("30人须人工判定"));
    counted.exchanged.truncate(1);
    assert_eq!(checks(&asks, None, &counted)[0].is_met, Some(false));
}
