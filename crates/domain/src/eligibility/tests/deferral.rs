//! Who is left out for a year, and what may be said of it.

use super::*;

#[test]
fn an_exemption_defers_only_once_the_bureau_has_agreed_and_never_says_why() {
    let mut teacher = facts(record(Sex::Male, "1990-01-01", "2010-09-01"));
    teacher.exemptions = vec![illness(false)];
    let before = under(&p("P3"), teacher.clone());
    assert_eq!(before.outcome, Outcome::Must);
    assert!(
        before.reasons.iter().any(|one| one.rule == "R201"),
        "{:?}",
        before.reasons
    );
    teacher.exemptions = vec![illness(true)];
    let verdict = under(&p("P3"), teacher);
    assert_eq!(verdict.outcome, Outcome::Deferred);
    assert!(
        !verdict.reasons.iter().any(|one| one.message.contains('病')),
        "{:?}",
        verdict.reasons
    );
}

#[test]
fn the_rule_of_a_sensitive_exemption_does_not_tell_which_it_is() {
    let told = |kind| {
        let mut teacher = facts(record(Sex::Female, "1990-01-01", "2010-09-01"));
        teacher.exemptions = vec![Exemption {
            kind,
            ..illness(true)
        }];
        let verdict = under(&p("P5"), teacher);
        assert_eq!(verdict.outcome, Outcome::Deferred, "{kind:?}");
        verdict.reasons
    };
    assert_eq!(told(ExemptionKind::Pregnancy), told(ExemptionKind::Illness));
}

#[test]
fn a_kept_run_knows_that_somebody_is_left_out_and_not_why() {
    let mut teacher = facts(record(Sex::Male, "1990-01-01", "2010-09-01"));
    teacher.exemptions = vec![illness(true)];
    let policy = p("P3");
    let run = run(RunId::new(1, 1), year(), &policy, school(), vec![teacher]).unwrap();
    let sealed = run.clone().sealed(&policy);
    let list = sealed.results[0].0.to_list();
    assert!(
        !list
            .iter()
            .any(|(_, value)| value.contains("illness") || value.contains("hospital")),
        "{list:?}"
    );
    let facts = TeacherFacts::from_list(FORMAT, sealed.results[0].0.teacher, &list).unwrap();
    let again = super::run(run.id, year(), &policy, school(), vec![facts]).unwrap();
    assert_eq!(
        again.results[0].1, run.results[0].1,
        "computed again it is the same"
    );
}
