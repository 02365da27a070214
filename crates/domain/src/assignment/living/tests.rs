//! What is to be settled, and when it counts as settled.

use super::*;
use crate::assignment::example::{codes, day};

fn item() -> LivingItem {
    LivingItem {
        id: LivingId::new(1, 1),
        assignment: AssignmentId::new(1, 1),
        kind: LivingKind::Lodging,
        problem: "宿舍没有热水".to_owned(),
        owner: "后勤 范舟".to_owned(),
        raised_on: day("2026-09-05"),
        due_on: Some(day("2026-09-20")),
        help: String::new(),
        closed_on: None,
    }
}

fn judged(change: fn(&mut LivingItem)) -> Vec<&'static str> {
    let mut item = item();
    change(&mut item);
    codes(item.judged(day("2026-10-01")))
}

#[test]
fn an_item_is_closed_with_what_was_done_and_on_a_day_that_can_be() {
    assert_eq!(judged(|_| ()), Vec::<&str>::new());
    assert_eq!(
        judged(|one| one.closed_on = Some(day("2026-09-10"))),
        ["LIVING-HELP"]
    );
    for (on, is_fine) in [
        ("2026-09-04", false),
        ("2026-09-05", true),
        ("2026-10-01", true),
        ("2026-10-02", false),
    ] {
        let mut closed = item();
        closed.help = "\u{3000}已装热水器 ".to_owned();
        closed.closed_on = Some(day(on));
        assert_eq!(closed.judged(day("2026-10-01")).is_ok(), is_fine, "{on}");
    }
    assert_eq!(
        judged(|one| one.help = "正在报修".to_owned()),
        Vec::<&str>::new(),
        "what is being done may be written before it is closed"
    );
}

#[test]
fn an_item_says_what_who_and_by_when() {
    assert_eq!(
        judged(|one| {
            one.problem = " ".to_owned();
            one.owner.clear();
            one.help = "办".repeat(201);
            one.raised_on = day("2026-10-02");
        }),
        [
            "LIVING-LENGTH",
            "LIVING-PROBLEM",
            "LIVING-OWNER",
            "LIVING-DATE",
            "LIVING-DATE"
        ]
    );
    assert_eq!(judged(|one| one.due_on = None), Vec::<&str>::new());
    assert_eq!(
        judged(|one| one.due_on = Some(day("2026-09-04"))),
        ["LIVING-DATE"]
    );
}

#[test]
fn an_item_is_overdue_from_the_day_after_its_day_until_it_is_closed() {
    let mut item = item();
    assert!(!item.is_overdue(day("2026-09-20")));
    assert!(item.is_overdue(day("2026-09-21")));
    item.closed_on = Some(day("2026-09-25"));
    assert!(!item.is_open() && !item.is_overdue(day("2026-10-01")));
    item.closed_on = None;
    item.due_on = None;
    assert!(!item.is_overdue(day("2036-10-01")));
}
