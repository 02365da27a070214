//! A line of what is due and paid, as it is typed, added up and looked at again.

use super::*;
use crate::appraisal::grade::Grade;
use crate::assignment::YearResult;
use crate::assignment::example::{self, after, arrived, codes, day, in_state};

pub(super) fn line() -> Benefit {
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

/// R620.
#[test]
fn what_was_accepted_before_a_failing_grade_is_told_and_not_touched() {
    let posting = in_state(State::Active);
    let failed = example::failed(&posting);
    let told = |result: YearResult, due: Option<Fen>| {
        let line = Benefit { due, ..line() };
        grade_doubts(&example::p("P6"), &posting, &[line], &[result])
    };
    let due = Some(Fen::yuan(350));
    let said = told(failed, due);
    assert!(said[0].contains("2026—2027学年的待遇仍有应发"), "{said:?}");
    assert!(said[0].contains("R620"), "{said:?}");
    let silent: [(YearResult, Option<Fen>); 4] = [
        (failed, Some(Fen::default())),
        (failed, None),
        (
            YearResult {
                is_signed: false,
                ..failed
            },
            due,
        ),
        (
            YearResult {
                grade: Some(Grade::Qualified),
                ..failed
            },
            due,
        ),
    ];
    for (result, due) in silent {
        assert_eq!(
            told(result, due),
            Vec::<String>::new(),
            "{result:?} {due:?}"
        );
    }
}
