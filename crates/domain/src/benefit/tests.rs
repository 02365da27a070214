//! What is due: computed where the policy gives an amount, asked where it does not.

use super::*;
use crate::appraisal::grade::Grade;
use crate::assignment::example::{self, after, arrived, codes, day, form, in_state, p, take};
use crate::assignment::{Event, State};
use crate::policy::{Given, Key, Origin, Policy, Value};
use crate::school::{Area, Remoteness, School, SchoolProfile};

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

fn line() -> Benefit {
    Benefit {
        id: BenefitId::new(1, 1),
        assignment: AssignmentId::new(1, 1),
        kind: BenefitKind::Transport,
        from: day("2026-09-01"),
        to: day("2027-01-31"),
        due: Some(Fen::yuan(350)),
        basis: "70元/月×5个月，R805".to_owned(),
        paid: None,
        paid_on: None,
        note: String::new(),
    }
}

fn judged(others: &[Benefit], change: impl Fn(&mut Benefit)) -> Vec<&'static str> {
    let mut line = line();
    change(&mut line);
    let posting = after(arrived(1, "2026-09-01", "2027-08-31"), &[Event::EndEarly]);
    codes(line.judged(&posting, others, day("2027-02-10")))
}

#[test]
fn a_line_lies_within_the_term_and_says_its_basis() {
    assert_eq!(judged(&[], |_| ()), Vec::<&str>::new());
    assert_eq!(
        judged(&[], |one| one.from = day("2026-08-31")),
        ["BENEFIT-DATES", "BENEFIT-YEAR"]
    );
    assert_eq!(
        judged(&[], |one| one.to = day("2027-07-02")),
        ["BENEFIT-DATES"],
        "he left on 1 July"
    );
    assert_eq!(
        judged(&[], |one| one.to = day("2026-08-31")),
        ["BENEFIT-DATES", "BENEFIT-YEAR"]
    );
    assert_eq!(
        judged(&[], |one| one.basis = " ".to_owned()),
        ["BENEFIT-BASIS"]
    );
    assert_eq!(
        judged(&[], |one| (one.due, one.basis) = (None, String::new())),
        Vec::<&str>::new()
    );
    assert_eq!(
        judged(&[], |one| one.due = Some(Fen::new(-1))),
        ["BENEFIT-AMOUNT"]
    );
    assert_eq!(
        judged(&[], |one| one.due = Some(Fen::new(100_000_001))),
        ["BENEFIT-AMOUNT"]
    );
    assert_eq!(
        judged(&[], |one| one.note = "注".repeat(201)),
        ["BENEFIT-LENGTH"]
    );
}

#[test]
fn what_was_paid_has_a_day_that_has_come() {
    let paid = |yuan: u32, on: Option<&str>| {
        let on = on.map(day);
        judged(&[], move |one| {
            (one.paid, one.paid_on) = (Some(Fen::yuan(yuan)), on)
        })
    };
    assert_eq!(paid(350, None), ["BENEFIT-PAID"]);
    assert_eq!(paid(0, None), Vec::<&str>::new());
    assert_eq!(paid(350, Some("2027-02-10")), Vec::<&str>::new());
    assert_eq!(paid(350, Some("2027-02-11")), ["BENEFIT-PAID"]);
}

#[test]
fn the_same_benefit_is_not_on_file_twice_for_the_same_days() {
    let on_file = |change: fn(&mut Benefit)| {
        let mut other = line();
        other.id = BenefitId::new(2, 1);
        change(&mut other);
        judged(&[other], |_| ())
    };
    assert_eq!(on_file(|_| ()), ["BENEFIT-TWICE"]);
    assert_eq!(
        on_file(|one| one.from = day("2027-01-31")),
        ["BENEFIT-TWICE"]
    );
    assert_eq!(
        on_file(|one| one.from = day("2027-02-01")),
        Vec::<&str>::new()
    );
    assert_eq!(
        on_file(|one| one.kind = BenefitKind::Living),
        Vec::<&str>::new()
    );
    assert_eq!(
        on_file(|one| one.assignment = AssignmentId::new(2, 1)),
        Vec::<&str>::new()
    );
    assert_eq!(
        on_file(|one| one.id = BenefitId::new(1, 1)),
        Vec::<&str>::new()
    );
    let mut other = line();
    (other.id, other.kind) = (BenefitId::new(2, 1), BenefitKind::Other);
    let both = judged(&[other], |one| one.kind = BenefitKind::Other);
    assert_eq!(both, Vec::<&str>::new(), "其他 may be several things");
}

#[test]
fn the_difference_is_what_is_still_due_and_unknown_while_nobody_knows_it() {
    for (due, paid, difference) in [
        (Some(350), None, Some(35_000)),
        (Some(350), Some(300), Some(5_000)),
        (Some(350), Some(400), Some(-5_000)),
        (None, Some(400), None),
    ] {
        let one = Benefit {
            due: due.map(Fen::yuan),
            paid: paid.map(Fen::yuan),
            ..line()
        };
        assert_eq!(one.difference().map(Fen::fen), difference);
    }
}

#[test]
fn on_days_shared_by_two_schools_a_month_is_paid_once() {
    let mut one = arrived(1, "2026-09-01", "2027-08-31");
    let mut other = arrived(2, "2026-09-01", "2027-08-31");
    for posting in [&mut one, &mut other] {
        posting.terms.mode = crate::assignment::Mode::PartTime;
    }
    other.host_school = crate::id::SchoolId::new(9, 1);
    let all = [one.clone(), other.clone()];
    let host = host(Some(Area::Rural), None);
    let due = |posting| {
        let whom = For {
            all: &all,
            ..whom(posting, &host)
        };
        let lines = lines(&p("P6"), whom);
        let line = lines
            .into_iter()
            .find(|(kind, ..)| *kind == BenefitKind::RuralPerformance);
        line.unwrap().1.unwrap()
    };
    assert_eq!(due(&one) + due(&other), Fen::yuan(600 * 12));
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
fn sums_leave_out_lines_of_which_it_is_not_known_what_is_due() {
    let open = Benefit {
        due: None,
        paid: Some(Fen::yuan(500)),
        ..line()
    };
    let whole = Benefit {
        due: Some(Fen::yuan(600)),
        paid: Some(Fen::yuan(480)),
        ..line()
    };
    let totals = Totals::of([&open, &whole]);
    assert_eq!(totals.due - totals.paid, totals.difference);
    assert_eq!(totals.difference, Fen::yuan(120));
    assert_eq!((totals.n_open, totals.paid_on_open), (1, Fen::yuan(500)));
    assert!(totals.left_out().contains("500.00元"));
    assert_eq!(Totals::of([&whole]).left_out(), "");
}

#[test]
fn a_line_lies_in_one_school_year() {
    let posting = arrived(1, "2026-09-01", "2028-08-31");
    let over = |from: &str, to: &str| {
        let line = Benefit {
            from: day(from),
            to: day(to),
            ..line()
        };
        codes(line.judged(&posting, &[], day("2045-01-01")))
    };
    assert_eq!(over("2027-07-01", "2027-08-31"), Vec::<&str>::new());
    assert_eq!(over("2027-07-01", "2027-09-30"), ["BENEFIT-YEAR"]);
}

/// R620.
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

#[test]
fn what_was_paid_stays_payable_when_the_posting_shrinks_and_is_looked_at() {
    let there = arrived(1, "2026-09-01", "2027-08-31");
    let line = Benefit {
        to: day("2027-08-31"),
        ..line()
    };
    assert!(doubts(&there, std::slice::from_ref(&line)).is_empty());
    let ended = after(there.clone(), &[Event::EndEarly]);
    let said = doubts(&ended, std::slice::from_ref(&line));
    assert!(said[0].contains("超出交流期限"), "{said:?}");
    let paid = Benefit {
        paid: Some(Fen::yuan(350)),
        paid_on: Some(day("2027-09-10")),
        ..line.clone()
    };
    let known = std::slice::from_ref(&line);
    assert!(paid.judged(&ended, known, day("2027-09-10")).is_ok());
    let longer = Benefit {
        from: day("2026-09-02"),
        ..line.clone()
    };
    let answer = codes(longer.judged(&ended, known, day("2027-09-10")));
    assert_eq!(answer, ["BENEFIT-DATES"], "other days are new days");
    let away = in_state(State::Suspended);
    let said = doubts(&away, known);
    assert!(said[0].contains("中止"), "{said:?}");
    let said = doubts(&in_state(State::Approved), known);
    assert!(said[0].contains("还没有到岗"), "{said:?}");
}
