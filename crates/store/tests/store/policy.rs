//! Policies and calendars: versions only grow, and a year has one of each.

use std::path::Path;

use domain::calendar::{Calendar, Holiday};
use domain::id::PolicyId;
use domain::op::Op;
use domain::policy::{Edit, EditedPolicy, Key, MonthDay, Track, Value};
use domain::year::SchoolYear;
use store::{Error, Ledger};

use crate::sample::{Folder, at, change, day, key, new_ledger, raw, refusals};

fn year() -> SchoolYear {
    "2026-2027".parse().unwrap()
}

fn policy(number: u64, name: &str, edits: Vec<Edit>) -> EditedPolicy {
    EditedPolicy {
        id: PolicyId::new(number, 7),
        name: name.to_owned(),
        based_on: "P3".to_owned(),
        based_on_version: 1,
        version: 1,
        effective_from: year(),
        edits,
    }
}

/// A value of every shape, one on a way of its own and one emptied.
fn edits() -> Vec<Edit> {
    let edit = |key, value| Edit {
        key,
        track: None,
        value,
    };
    vec![
        edit(Key::TenureYearsMin, Some(Value::Whole(8))),
        Edit {
            track: Some(Track::Support),
            ..edit(Key::AgeMaxMale, Some(Value::Whole(50)))
        },
        edit(Key::AgeMaxMale, None),
        edit(Key::WeightHost, Key::WeightHost.kind().read("0.65").ok()),
        edit(Key::HardMoveAllowed, Some(Value::Flag(false))),
        edit(Key::StageScope, Some(Value::codes(&["primary", "junior"]))),
        edit(Key::PriorityOrder, Some(Value::codes(&[]))),
        edit(Key::RosterDue, Some(Value::MonthDay(MonthDay::JULY_31))),
        edit(Key::ApprovalTownship, Some(Value::text("镇中心校, 教育局"))),
    ]
}

fn keep(ledger: &mut Ledger, policy: &EditedPolicy) {
    change(ledger, Op::SavePolicy, |tx| tx.add_policy_version(policy));
}

#[test]
fn every_version_of_a_policy_comes_back_as_it_was_and_the_latest_is_listed() {
    let folder = Folder::new();
    let mut ledger = new_ledger(&folder.join("a.spl"));
    assert!(ledger.policies().unwrap().is_empty());
    let first = policy(1, "本校交流办法", edits());
    let other = policy(2, "另一办法", Vec::new());
    keep(&mut ledger, &other);
    keep(&mut ledger, &first);
    let second = EditedPolicy {
        version: 2,
        name: "本校交流办法（修订）".to_owned(),
        edits: edits().split_off(2),
        ..first.clone()
    };
    keep(&mut ledger, &second);
    assert_eq!(ledger.policies().unwrap(), [other, second.clone()]);
    assert_eq!(ledger.policy(first.id, None).unwrap(), Some(second.clone()));
    assert_eq!(ledger.policy(first.id, Some(2)).unwrap(), Some(second));
    assert_eq!(
        ledger.policy(first.id, Some(1)).unwrap(),
        Some(first.clone())
    );
    assert_eq!(ledger.policy(first.id, Some(3)).unwrap(), None);
    assert_eq!(ledger.policy(PolicyId::new(9, 9), None).unwrap(), None);

    let row = ledger.log(None, 1).unwrap().remove(0);
    assert_eq!(row.about, "本校交流办法（修订）");
    for shown in [
        r#""version":2"#,
        r#""version":1"#,
        r#""edits.support.age_max_male":"50""#,
        r#""edits.tenure_years_min":"8""#,
    ] {
        assert!(row.body.contains(shown), "{shown}: {}", row.body);
    }
    assert!(!row.body.contains("roster_due"), "as before: {}", row.body);
    assert!(ledger.check().unwrap().is_whole());
}

#[test]
fn a_version_that_does_not_follow_the_latest_is_refused() {
    let folder = Folder::new();
    let mut ledger = new_ledger(&folder.join("a.spl"));
    let first = policy(1, "本校交流办法", edits());
    let second = EditedPolicy {
        version: 2,
        ..first.clone()
    };
    let why = refusals(&mut ledger, |tx| tx.add_policy_version(&second));
    assert!(why[0].contains("第2版"), "{why:?}");
    keep(&mut ledger, &first);
    refusals(&mut ledger, |tx| tx.add_policy_version(&first));
    keep(&mut ledger, &second);
    let stale = ledger.transact(Op::SavePolicy, at(), |tx| tx.add_policy_version(&second));
    match stale {
        Err(Error::Refused(refusals)) => assert_eq!(refusals[0].code, "POLICY-STALE"),
        outcome => panic!("{outcome:?}"),
    }
    assert_eq!(ledger.policy(first.id, None).unwrap(), Some(second));
}

/// A file with a policy in it.
fn with_policy(path: &Path) {
    let mut ledger = new_ledger(path);
    keep(&mut ledger, &policy(1, "本校交流办法", edits()));
}

#[test]
fn a_version_of_a_policy_can_be_neither_changed_nor_deleted_nor_added_to() {
    let folder = Folder::new();
    let path = folder.join("a.spl");
    with_policy(&path);
    let connection = raw(&path);
    connection
        .execute_batch("PRAGMA recursive_triggers = ON")
        .unwrap();
    for sql in [
        "UPDATE policy SET name = '改'",
        "DELETE FROM policy",
        "INSERT OR REPLACE INTO policy SELECT id, version, '改', based_on, based_on_version, effective_from,
         created_at FROM policy",
        "UPDATE policy_edit SET value = '60' WHERE place = 0",
        "DELETE FROM policy_edit",
        "INSERT INTO policy_edit SELECT policy_id, version, 99, key, 'remote', value FROM policy_edit
         WHERE place = 0",
    ] {
        let error = connection.execute_batch(sql).unwrap_err();
        assert!(error.to_string().contains("never"), "{sql}: {error}");
    }
}

#[test]
fn a_parameter_that_this_program_does_not_know_is_told_and_never_taken_for_a_blank() {
    let folder = Folder::new();
    for forgery in [
        "UPDATE policy_edit SET key = 'no_such_key' WHERE place = 0",
        "UPDATE policy_edit SET value = '999' WHERE place = 0",
    ] {
        let path = folder.join("a.spl");
        let _ = std::fs::remove_file(&path);
        with_policy(&path);
        let connection = raw(&path);
        connection
            .execute_batch("DROP TRIGGER policy_edit_is_never_changed")
            .unwrap();
        connection.execute_batch(forgery).unwrap();
        drop(connection);
        let ledger = Ledger::open(&path, &key()).unwrap();
        let error = ledger.policies().unwrap_err();
        assert_eq!(error.code(), "STORE-DAMAGED", "{forgery}");
        assert!(!error.to_string().contains("999"), "{error}");
    }
}

#[test]
fn a_policy_once_chosen_holds_for_later_years_until_another_is_chosen() {
    let folder = Folder::new();
    let mut ledger = new_ledger(&folder.join("a.spl"));
    assert_eq!(ledger.policy_of_year(year()).unwrap(), None);
    let own = format!("{}@12", PolicyId::new(1, 7));
    for stamp in ["P3@1", own.as_str()] {
        change(&mut ledger, Op::AdoptPolicy, |tx| {
            tx.set_policy_of_year(year(), stamp)
        });
        assert_eq!(
            ledger.policy_of_year(year()).unwrap().as_deref(),
            Some(stamp)
        );
    }
    let next = "2027-2028".parse().unwrap();
    assert_eq!(
        ledger.policy_of_year(next).unwrap().as_deref(),
        Some(own.as_str())
    );
    let earlier = "2025-2026".parse().unwrap();
    assert_eq!(ledger.policy_of_year(earlier).unwrap(), None);
    let row = ledger.log(None, 1).unwrap().remove(0);
    assert_eq!(row.about, "2026—2027学年");
    assert!(
        row.body.contains("P3@1") && row.body.contains(&own),
        "{}",
        row.body
    );
}

#[test]
fn a_calendar_comes_back_as_it_was_and_is_replaced_whole() {
    let folder = Folder::new();
    let mut ledger = new_ledger(&folder.join("a.spl"));
    assert_eq!(ledger.calendar(year()).unwrap(), None);
    let mut calendar = Calendar::proposed(year());
    calendar.autumn.is_proposed = false;
    calendar.autumn.n_weeks = 21;
    calendar
        .moved
        .insert("roster".to_owned(), day("2026-07-25"));
    calendar.moved.insert("needs".to_owned(), day("2026-06-02"));
    calendar.done.insert("needs".to_owned(), day("2026-06-01"));
    calendar.done.insert("goals".to_owned(), day("2026-08-30"));
    let mut changed = calendar.clone();
    changed.holidays.remove(0);
    changed.holidays.push(Holiday {
        name: "校运会".to_owned(),
        from: day("2027-04-15"),
        to: day("2027-04-16"),
    });
    changed.moved.clear();
    changed.done.remove("needs");
    for calendar in [&calendar, &changed, &calendar] {
        change(&mut ledger, Op::SaveCalendar, |tx| {
            tx.set_calendar(calendar)
        });
        assert_eq!(ledger.calendar(year()).unwrap().as_ref(), Some(calendar));
    }
    let other = Calendar::proposed("2027-2028".parse().unwrap());
    change(&mut ledger, Op::SaveCalendar, |tx| tx.set_calendar(&other));
    assert_eq!(ledger.calendar(year()).unwrap(), Some(calendar));
    let row = ledger.log(Some(5), 1).unwrap().remove(0);
    assert_eq!(row.about, "2026—2027学年");
    assert!(
        row.body.contains(r#""moved.roster":"2026-07-25""#),
        "{}",
        row.body
    );
    assert!(row.body.contains("校运会"), "{}", row.body);
}
