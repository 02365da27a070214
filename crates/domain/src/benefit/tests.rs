//! What is due: computed where the policy gives an amount, asked where it does not.

use super::*;
use crate::appraisal::grade::Grade;
use crate::assignment::example::{self, arrived, day, form, in_state, p, take};
use crate::assignment::{Event, State};
use crate::policy::{Given, Key, Origin, Policy, Value};
use crate::school::{Area, Remoteness, School, SchoolProfile};

mod line;

use line::line;

fn host(area: Option<Area>, remoteness: Option<Remoteness>) -> School {
    School {
        profile: SchoolProfile {
            area,
            remoteness,
            ..SchoolProfile::default()
        },
        ..example::school(2)
    }
}

fn whom<'a>(posting: &'a Assignment, host: &'a School) -> For<'a> {
    For {
        posting,
        all: std::slice::from_ref(posting),
        host,
        backbone: "",
        rural_years: 0,
        known: &[],
        grade: None,
    }
}

fn year() -> SchoolYear {
    "2026-2027".parse().unwrap()
}

/// Kind, amount and basis of what is due for a whole year.
fn lines(policy: &Policy, whom: For<'_>) -> Vec<(BenefitKind, Option<Fen>, String)> {
    proposals(policy, whom, year(), day("2027-08-31"))
        .into_iter()
        .map(|one| (one.kind, one.due, one.basis))
        .collect()
}

/// A policy that gives yuan.
fn giving(yuan: &[(Key, u32)]) -> Policy {
    let given = yuan
        .iter()
        .map(|(key, yuan)| Given::new(*key, Value::Whole(*yuan), "R80X", ""));
    Policy {
        given: given.collect(),
        ..p("P6")
    }
}

#[test]
fn a_range_is_never_guessed_and_an_amount_is_paid() {
    let posting = arrived(1, "2026-09-01", "2027-08-31");
    let rural = host(Some(Area::Rural), None);
    let found = lines(&p("P6"), whom(&posting, &rural));
    assert_eq!(found.len(), 2, "{found:?}");
    let (kind, due, basis) = &found[0];
    assert_eq!((*kind, *due), (BenefitKind::Transport, None));
    assert_eq!(basis, "制度规定40—70元/月（R805），请按本校标准填写金额");
    let (kind, due, basis) = &found[1];
    assert_eq!(*kind, BenefitKind::RuralPerformance);
    assert_eq!(*due, Some(Fen::yuan(7_200)));
    assert_eq!(basis, "600.00元/月×12个月，R805");
    for (given, due, words) in [
        (vec![(Key::TransportMonthMin, 40)], None, "不低于40元"),
        (vec![(Key::TransportMonthMax, 70)], None, "不高于70元"),
        (
            vec![(Key::TransportMonthMin, 50), (Key::TransportMonthMax, 50)],
            Some(Fen::yuan(600)),
            "50.00元/月×12个月",
        ),
    ] {
        let found = lines(&giving(&given), whom(&posting, &rural));
        assert_eq!((found.len(), found[0].1), (1, due), "{given:?}");
        assert!(found[0].2.contains(words), "{}", found[0].2);
    }
}

#[test]
fn what_is_for_the_countryside_is_paid_there_alone_and_asked_where_nothing_is_known() {
    let posting = arrived(1, "2026-09-01", "2027-08-31");
    let leader = |host: &School| {
        let whom = For {
            backbone: "县级学科带头人",
            ..whom(&posting, host)
        };
        lines(&p("P6"), whom)
    };
    for area in [Area::City, Area::Town] {
        assert!(leader(&host(Some(area), None)).is_empty(), "{area:?}");
    }
    let unknown = leader(&host(None, None));
    assert_eq!(unknown.len(), 3);
    for (kind, due, basis) in unknown {
        assert_eq!(due, None, "{kind:?}");
        assert!(basis.contains("城乡类别没有填写"), "{basis}");
    }
}

#[test]
fn parts_of_a_month_are_paid_by_their_days() {
    let rural = host(Some(Area::Rural), None);
    let due = |posting: &Assignment, until: &str| {
        let found = proposals(&p("P6"), whom(posting, &rural), year(), day(until));
        let one = found
            .into_iter()
            .find(|one| one.kind == BenefitKind::RuralPerformance);
        one.map(|one| (one.due.unwrap().fen(), one.basis))
    };
    let whole = arrived(1, "2026-09-01", "2027-08-31");
    assert_eq!(due(&whole, "2026-09-15").unwrap().0, 30_000);
    assert_eq!(due(&whole, "2026-12-31").unwrap().0, 240_000);
    assert_eq!(due(&whole, "2026-08-31"), None);
    // 22 of 31 days, rounded once to the fen; the basis gives the exact number, so that it can be checked.
    let late = arrived(1, "2026-10-10", "2027-10-09");
    let (fen, basis) = due(&late, "2026-10-31").unwrap();
    assert_eq!(fen, 42_581);
    assert!(basis.contains("准确为22/31个月"), "{basis}");
    // Days away are not paid.
    let mut away = form(&whole, Event::Suspend);
    away.on = day("2026-11-01");
    let away = take(&whole, away).unwrap();
    assert_eq!(due(&away, "2027-08-31").unwrap().0, 120_000);
    assert_eq!(due(&in_state(State::GoalsSigned), "2027-08-31"), None);
}

#[test]
fn a_school_year_is_paid_for_its_own_days() {
    let rural = host(Some(Area::Rural), None);
    let two = arrived(1, "2026-03-01", "2027-10-31");
    let found = proposals(&p("P6"), whom(&two, &rural), year(), day("2030-01-01"));
    for one in &found {
        assert_eq!((one.from, one.to), (year().first_day(), year().last_day()));
    }
    assert_eq!(found[1].due, Some(Fen::yuan(7_200)));
    let other = "2028-2029".parse().unwrap();
    assert!(proposals(&p("P6"), whom(&two, &rural), other, day("2030-01-01")).is_empty());
}

#[test]
fn what_the_policy_leaves_blank_is_asked_and_what_the_school_has_emptied_is_not() {
    let posting = arrived(1, "2026-09-01", "2027-08-31");
    let rural = host(Some(Area::Rural), None);
    for key in [
        Key::LivingAllowance,
        Key::RuralPerformanceMonth,
        Key::TransportMonthMin,
    ] {
        let blank = Given::blank(key, "R807", "001:784");
        let emptied = Given {
            origin: Origin::School,
            ..blank.clone()
        };
        let with = |given: Given| Policy {
            given: vec![given],
            ..p("P6")
        };
        let found = lines(&with(blank), whom(&posting, &rural));
        assert_eq!((found.len(), found[0].1), (1, None), "{key:?}");
        assert!(
            found[0].2.contains("没有写明金额（R807）"),
            "{}",
            found[0].2
        );
        assert!(lines(&with(emptied), whom(&posting, &rural)).is_empty());
    }
}

/// R801–R804, J-6, as a school writes its county's into its own copy.
#[test]
fn the_allowance_rises_with_the_level_and_the_years() {
    let own = giving(&[
        (Key::AllowanceRemoteMonth, 210),
        (Key::AllowanceRemotestMonth, 360),
        (Key::AllowanceLevelPct, 20),
        (Key::AllowanceBaseYears, 5),
        (Key::AllowanceStepYears, 3),
        (Key::AllowanceStepPct, 10),
    ]);
    let one_amount = giving(&[
        (Key::AllowanceRemoteMonth, 210),
        (Key::AllowanceLevelPct, 20),
    ]);
    let no_level = giving(&[(Key::AllowanceRemoteMonth, 210)]);
    let posting = arrived(1, "2026-09-01", "2027-08-31");
    let due = |policy: &Policy, remoteness: Option<Remoteness>, rural_years: u32| {
        let host = host(Some(Area::Rural), remoteness);
        let whom = For {
            rural_years,
            ..whom(&posting, &host)
        };
        let found = lines(policy, whom);
        found.first().map(|(_, due, basis)| (*due, basis.clone()))
    };
    for (policy, remoteness, years, month) in [
        (&own, Remoteness::Remote, 0, 210),
        (&own, Remoteness::Remotest, 7, 360),
        (&own, Remoteness::Remotest, 8, 396),
        (&own, Remoteness::Remotest, 11, 432),
        (&one_amount, Remoteness::Remotest, 11, 252),
    ] {
        let (due, basis) = due(policy, Some(remoteness), years).unwrap();
        assert_eq!(due, Some(Fen::yuan(month * 12)), "{basis}");
    }
    assert_eq!(due(&own, Some(Remoteness::Ordinary), 20), None);
    let (amount, basis) = due(&own, None, 0).unwrap();
    assert_eq!(amount, None);
    assert!(basis.contains("边远程度没有填写"), "{basis}");
    let (amount, basis) = due(&no_level, Some(Remoteness::Remotest), 0).unwrap();
    assert_eq!(amount, None, "what a level adds is not guessed");
    assert!(basis.contains("没有写明最边远津贴"), "{basis}");
}

/// R806.
#[test]
fn the_yearly_bonus_is_for_whom_the_policy_names_from_the_county_on() {
    let posting = arrived(1, "2026-09-01", "2027-08-31");
    let rural = host(Some(Area::Rural), None);
    let mut policy = p("P6");
    let bonus = |policy: &Policy, backbone: &str| {
        let whom = For {
            backbone,
            ..whom(&posting, &rural)
        };
        let found = lines(policy, whom);
        let one = found.into_iter().find(|one| one.0 == BenefitKind::Bonus);
        one.map(|(_, due, basis)| (due, basis))
    };
    for (backbone, is_named) in [
        ("县级学科带头人", true),
        ("市级骨干教师", true),
        ("校级骨干教师", false),
        ("乡镇学科带头人", false),
        ("", false),
    ] {
        let found = bonus(&policy, backbone);
        assert_eq!(found.is_some(), is_named, "{backbone}");
        assert!(found.is_none_or(|(due, basis)| due.is_none() && basis.contains("R806")));
    }
    policy.given.retain(|given| given.key != Key::AnnualBonus);
    let own = Given::new(Key::AnnualBonus, Value::Whole(1_200), "R806", "");
    policy.given.push(own);
    let (due, _) = bonus(&policy, "县级骨干教师").unwrap();
    assert_eq!(due, Some(Fen::yuan(1_200)));
}

#[test]
fn what_is_on_file_is_not_proposed_again_and_the_rest_of_the_year_is() {
    let posting = arrived(1, "2026-09-01", "2027-08-31");
    let rural = host(Some(Area::Rural), None);
    let policy = giving(&[(Key::TransportMonthMin, 600), (Key::TransportMonthMax, 600)]);
    let kept = |from: &str, to: &str| Benefit {
        from: day(from),
        to: day(to),
        ..line()
    };
    let known = [
        kept("2026-09-01", "2026-10-15"),
        kept("2027-01-01", "2027-01-31"),
    ];
    let whom = For {
        known: &known,
        ..whom(&posting, &rural)
    };
    let found: Vec<_> = proposals(&policy, whom, year(), day("2027-08-31"))
        .into_iter()
        .filter(|one| one.kind == BenefitKind::Transport)
        .map(|one| (one.from, one.to, one.due.map(|due| due.to_string())))
        .collect();
    // 16 of the 31 days of October, two months, and seven months.
    assert_eq!(
        found,
        [
            (
                day("2026-10-16"),
                day("2026-12-31"),
                Some("1509.68".to_owned())
            ),
            (
                day("2027-02-01"),
                day("2027-08-31"),
                Some("4200.00".to_owned())
            ),
        ]
    );
}

#[test]
fn nothing_is_due_of_a_year_below_the_grade_that_is_asked_nor_of_a_void_one() {
    let posting = arrived(1, "2026-09-01", "2027-08-31");
    let rural = host(Some(Area::Rural), None);
    // The policy itself says nothing of it: what holds beside every policy does.
    let mut policy = giving(&[(Key::LivingAllowance, 100)]);
    let of = |policy: &Policy, grade: Option<Grade>| {
        let whom = For {
            grade,
            ..whom(&posting, &rural)
        };
        let (_, due, basis) = lines(policy, whom).remove(0);
        (due.unwrap().to_string(), basis)
    };
    assert_eq!(of(&policy, None).0, "1200.00");
    assert_eq!(of(&policy, Some(Grade::Qualified)).0, "1200.00");
    let (due, basis) = of(&policy, Some(Grade::BasicallyQualified));
    assert_eq!(due, "0.00");
    assert!(
        basis.contains("基本合格") && basis.contains("R620"),
        "{basis}"
    );
    let void = in_state(State::Voided);
    let lower = Value::Codes(vec!["basically_qualified".to_owned()]);
    let own = Given::new(Key::BenefitsRequireGrade, lower, "本校", "");
    policy.given.push(own);
    let (due, _) = of(&policy, Some(Grade::BasicallyQualified));
    assert_eq!(due, "1200.00", "the policy's own word comes first");
    assert!(lines(&policy, whom(&void, &rural)).is_empty());
}
