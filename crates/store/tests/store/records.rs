//! What is saved is read back as it was, and the log knows of it.

use std::slice::from_ref;

use domain::appraisal::grade::{Grade, Veto, VetoCode};
use domain::appraisal::{Appraisal, Attendance, DutyCount, Goal, Score, State};
use domain::exact::Points;
use domain::id::{AppraisalId, SchoolId, TeacherId};
use domain::op::Op;
use domain::survey::{Source, Tally};
use domain::year::Term;
use store::{Error, Ledger, SchoolKey};

use crate::sample::{
    Folder, assignment, at, change, day, feedback, host_school, my_school, new_ledger, refusals,
    report, school, teacher,
};

fn begun(folder: &Folder) -> Ledger {
    let mut ledger = new_ledger(&folder.join("a.spl"));
    change(&mut ledger, Op::ImportRoster, |tx| {
        tx.note("file", "名册.xlsx");
        tx.add_school(&host_school())?;
        tx.add_teacher(&teacher(1, "周一"))?;
        tx.add_teacher(&teacher(2, "安二"))?;
        tx.add_teacher(&teacher(3, "林三"))?;
        tx.add_teacher(&teacher(4, "林四"))?;
        tx.add_assignment(&assignment(1, 1))
    });
    ledger
}

#[test]
fn schools_and_teachers_come_back_as_they_were_in_their_order() {
    let folder = Folder::new();
    let mut ledger = begun(&folder);
    assert_eq!(ledger.schools().unwrap(), [my_school(), host_school()]);
    assert_eq!(ledger.school(SchoolId::new(9, 9)).unwrap(), None);
    let names: Vec<String> = ledger
        .teachers()
        .unwrap()
        .into_iter()
        .map(|teacher| teacher.record.name)
        .collect();
    assert_eq!(names, ["安二", "林三", "林四", "周一"], "by reading");
    assert_eq!(
        ledger.teacher(TeacherId::new(2, 7)).unwrap(),
        Some(teacher(2, "安二"))
    );
    let mut changed = teacher(2, "曾二");
    changed.record.birth = Some("1988-05-06".parse().unwrap());
    changed.record.sex = None;
    change(&mut ledger, Op::UpdateTeacher, |tx| {
        tx.update_teacher(&changed)
    });
    assert_eq!(ledger.teacher(changed.id).unwrap(), Some(changed.clone()));
    assert_eq!(
        ledger.teacher_by_digest(&changed.record.id_digest).unwrap(),
        Some(changed)
    );
    assert_eq!(ledger.teacher_by_digest("").unwrap(), None);
}

#[test]
fn the_log_shows_what_changed_and_no_phone_number_or_digest() {
    let folder = Folder::new();
    let mut ledger = begun(&folder);
    let mut changed = teacher(2, "安二");
    changed.record.subject = "数学".to_owned();
    changed.record.phone = "内线 8456".to_owned();
    change(&mut ledger, Op::UpdateTeacher, |tx| {
        tx.update_teacher(&changed)
    });
    let rows = ledger.log(None, 10).unwrap();
    let [last, import, founding] = rows.as_slice() else {
        panic!("three rows")
    };
    assert_eq!((last.head.seq, last.op), (3, Op::UpdateTeacher));
    assert_eq!((last.at, last.about.as_str()), (at(), "安二"));
    assert_eq!(last.head, ledger.head().unwrap());
    assert_eq!(
        last.body,
        format!(
            r#"{{"changes":[{{"after":{{"phone":"***","subject":"数学"}},"before":{{"phone":"***","subject":"语文"}},"id":"{}","noun":"teacher"}}]}}"#,
            changed.id
        )
    );
    assert_eq!(import.about, "云岭中心小学、周一、安二等5项");
    assert!(import.body.contains("名册.xlsx"));
    assert_eq!(founding.op, Op::CreateLedger);
    for row in &rows {
        for secret in ["8123", "8456", &teacher(1, "").record.id_digest] {
            assert!(!row.body.contains(secret), "{}", row.body);
        }
    }
    assert_eq!(ledger.log(Some(3), 1).unwrap(), from_ref(import));
}

#[test]
fn a_person_is_recognised_by_a_digest_that_is_different_in_every_file() {
    let folder = Folder::new();
    let one = new_ledger(&folder.join("1.spl"));
    let other = new_ledger(&folder.join("2.spl"));
    let number = "371196200104066741";
    assert_eq!(
        one.id_digest(number).unwrap(),
        one.id_digest(number).unwrap()
    );
    assert_ne!(
        one.id_digest(number).unwrap(),
        other.id_digest(number).unwrap()
    );
    assert_eq!(one.id_digest(number).unwrap().len(), 64);
    assert_eq!(one.setting("person_key").unwrap(), None);
}

#[test]
fn what_is_still_needed_cannot_be_removed_and_the_reasons_are_told_at_once() {
    let folder = Folder::new();
    let mut ledger = begun(&folder);
    change(&mut ledger, Op::AddFeedback, |tx| {
        let year = "2026-2027".parse().unwrap();
        tx.save_appraisal(&Appraisal::new(
            AppraisalId::new(1, 1),
            assignment(1, 1).id,
            year,
        ))?;
        tx.add_feedback(&feedback(1, 1))?;
        tx.add_report(&report(1, 1))
    });
    let why = refusals(&mut ledger, |tx| tx.remove_teacher(teacher(1, "").id));
    assert_eq!(
        why,
        ["周一有1条交流安排，不能删除；确需删除的，请先删除他的交流安排"]
    );
    let why = refusals(&mut ledger, |tx| tx.remove_assignment(assignment(1, 1).id));
    assert_eq!(why.len(), 3, "{why:?}");
    change(&mut ledger, Op::RemoveTeacher, |tx| {
        tx.remove_teacher(teacher(2, "").id)
    });
    assert_eq!(ledger.teachers().unwrap().len(), 3);
    let gone = ledger.transact(Op::RemoveTeacher, at(), |tx| {
        tx.remove_teacher(teacher(2, "").id)
    });
    let error: Error = gone.unwrap_err();
    assert_eq!(error.code(), "STORE-ABSENT");
}

#[test]
fn the_same_person_school_or_paper_is_not_kept_twice() {
    let folder = Folder::new();
    let mut ledger = begun(&folder);
    let mut twin = teacher(9, "林九");
    twin.record.id_digest = teacher(3, "").record.id_digest;
    let why = refusals(&mut ledger, |tx| tx.add_teacher(&twin));
    assert!(why[0].contains("林三"), "{why:?}");
    refusals(&mut ledger, |tx| {
        tx.add_school(&school(9, "云岭中心小学", false))
    });
    refusals(&mut ledger, |tx| {
        tx.add_school(&school(9, "又一小学", true))
    });
    change(&mut ledger, Op::SignHost, |tx| tx.add_report(&report(1, 1)));
    let mut again = report(2, 1);
    again.number = report(1, 1).number;
    refusals(&mut ledger, |tx| tx.add_report(&again));
    again.revision = 2;
    change(&mut ledger, Op::SignSending, |tx| tx.add_report(&again));
}

#[test]
fn assignments_come_back_by_year_and_by_teacher() {
    let folder = Folder::new();
    let mut ledger = begun(&folder);
    let mut left = assignment(2, 2);
    left.terms.start_on = day("2024-09-01");
    left.terms.planned_end_on = day("2026-08-31");
    left.terms.actual_end_on = Some(day("2025-08-31"));
    change(&mut ledger, Op::AddAssignment, |tx| {
        tx.add_assignment(&left)
    });
    let of = |year: &str| ledger.assignments_of_year(year.parse().unwrap()).unwrap();
    assert_eq!(of("2026-2027"), [assignment(1, 1)]);
    assert_eq!(of("2024-2025"), [left.clone()]);
    assert_eq!(of("2025-2026"), [], "he left a year early");
    assert_eq!(
        ledger.assignments().unwrap(),
        [left.clone(), assignment(1, 1)]
    );
    assert_eq!(
        ledger.assignments_of_teacher(left.teacher).unwrap(),
        [left.clone()]
    );
    left.terms.weekly_lessons = None;
    left.terms.is_homeroom = Some(true);
    change(&mut ledger, Op::UpdateAssignment, |tx| {
        tx.update_assignment(&left)
    });
    assert_eq!(ledger.assignment(left.id).unwrap(), Some(left.clone()));
    change(&mut ledger, Op::RemoveAssignment, |tx| {
        tx.remove_assignment(left.id)
    });
    assert_eq!(ledger.assignment(left.id).unwrap(), None);
}

/// Everything filled in.
fn full_appraisal() -> Appraisal {
    let year = "2026-2027".parse().unwrap();
    let mut appraisal = Appraisal::new(AppraisalId::new(1, 1), assignment(1, 1).id, year);
    let score = |points, evidence: &str| Score {
        points,
        evidence: evidence.to_owned(),
    };
    let host = &mut appraisal.host;
    host.scores.insert(
        "H1.1".to_owned(),
        score(Some(Points::from_hundredths(785)), "佐证3"),
    );
    host.scores.insert("H1.2".to_owned(), score(None, ""));
    host.is_exam_applicable = false;
    for (source, score) in [
        (Source::Pupils, Some(Points::whole(93))),
        (Source::Leaders, None),
    ] {
        host.tallies.push(Tally {
            source,
            score,
            invited: Some(45),
            returned: None,
        });
    }
    host.stages
        .insert(Term::Spring, Points::from_hundredths(8850));
    host.missing_stage_reason = "秋季病假".to_owned();
    host.vetoes.push(Veto {
        code: VetoCode::EthicsLight,
        fact: "事实".to_owned(),
        document: "文号".to_owned(),
    });
    host.strengths = "踏实\n细致".to_owned();
    host.proposed_grade = Some(Grade::Qualified);
    host.self_report_on = Some(day("2027-06-20"));
    host.attendance = Attendance {
        due: Some(200),
        present: Some(0),
        sick: None,
        personal: Some(3),
        unexcused: Some(0),
    };
    for text in ["第二", "第一"] {
        host.goals.push(Goal {
            text: text.to_owned(),
            weight: Some(50),
            achieved: None,
            evidence: String::new(),
        });
    }
    let count = DutyCount {
        done: Some(2),
        required: None,
    };
    host.duties.insert("公开课".to_owned(), count);
    let sending = &mut appraisal.sending;
    sending
        .scores
        .insert("S1".to_owned(), score(Some(Points::whole(30)), ""));
    sending.opinion = "同意".to_owned();
    sending.grade = Some(Grade::Excellent);
    sending.grade_reason = "理由".to_owned();
    appraisal
}

#[test]
fn an_appraisal_comes_back_as_it_was_and_missing_is_not_zero() {
    let folder = Folder::new();
    let mut ledger = begun(&folder);
    let full = full_appraisal();
    let year = full.year;
    let empty = Appraisal::new(full.id, full.assignment, year);
    assert_eq!(ledger.appraisal(full.assignment, year).unwrap(), None);
    for appraisal in [&empty, &full, &empty, &full] {
        change(&mut ledger, Op::ScoreHost, |tx| {
            tx.save_appraisal(appraisal)
        });
        assert_eq!(
            ledger.appraisal(full.assignment, year).unwrap().as_ref(),
            Some(appraisal)
        );
    }
    assert_eq!(ledger.appraisals_of_year(year).unwrap(), from_ref(&full));

    let mut changed = full;
    changed.host.scores.insert(
        "H1.2".to_owned(),
        Score {
            points: Some(Points::default()),
            evidence: String::new(),
        },
    );
    change(&mut ledger, Op::ScoreHost, |tx| tx.save_appraisal(&changed));
    let row = ledger.log(None, 1).unwrap().remove(0);
    assert!(
        row.body
            .contains(r#""after":{"host.scores.H1.2":"0"},"before":{"host.scores.H1.2":null}"#),
        "{}",
        row.body
    );
}

#[test]
fn what_a_school_has_signed_is_not_changed_any_more() {
    let folder = Folder::new();
    let mut ledger = begun(&folder);
    let mut appraisal = full_appraisal();
    appraisal.state = State::HostSigned;
    change(&mut ledger, Op::SignHost, |tx| {
        tx.save_appraisal(&appraisal)
    });
    let mut changed = appraisal.clone();
    changed.host.strengths = "改".to_owned();
    refusals(&mut ledger, |tx| tx.save_appraisal(&changed));
    let mut back = appraisal.clone();
    back.state = State::Open;
    refusals(&mut ledger, |tx| tx.save_appraisal(&back));
    appraisal.sending.opinion = "同意评优".to_owned();
    appraisal.state = State::SendingSigned;
    change(&mut ledger, Op::SignSending, |tx| {
        tx.save_appraisal(&appraisal)
    });
    let mut changed = appraisal.clone();
    changed.sending.opinion = "改".to_owned();
    refusals(&mut ledger, |tx| tx.save_appraisal(&changed));
    let mut second = appraisal;
    second.id = AppraisalId::new(2, 2);
    refusals(&mut ledger, |tx| tx.save_appraisal(&second));
}

#[test]
fn feedback_comes_back_with_its_items_in_their_order() {
    let folder = Folder::new();
    let mut ledger = begun(&folder);
    let mut given = feedback(1, 1);
    change(&mut ledger, Op::AddFeedback, |tx| tx.add_feedback(&given));
    assert_eq!(
        ledger.feedback_of(given.assignment).unwrap(),
        [given.clone()]
    );
    given.items.remove(0);
    given.items[0].reply = "已调整".to_owned();
    given.items[0].closed_on = Some(day("2027-02-01"));
    given.sheet.recommendation = None;
    change(&mut ledger, Op::UpdateFeedback, |tx| {
        tx.update_feedback(&given)
    });
    assert_eq!(
        ledger.feedback_by_id(given.id).unwrap(),
        Some(given.clone())
    );
    assert!(ledger.log(None, 1).unwrap()[0].body.contains("已调整"));
    assert_eq!(ledger.feedback().unwrap(), [given.clone()]);
    change(&mut ledger, Op::RemoveFeedback, |tx| {
        tx.remove_feedback(given.id)
    });
    assert!(ledger.feedback().unwrap().is_empty());
}

#[test]
fn reports_keys_and_settings_come_back_as_they_were() {
    let folder = Folder::new();
    let mut ledger = begun(&folder);
    assert_eq!(
        ledger.next_report_number("JL-2026-").unwrap(),
        "JL-2026-0001"
    );
    change(&mut ledger, Op::SignHost, |tx| tx.add_report(&report(7, 1)));
    assert_eq!(
        ledger.next_report_number("JL-2026-").unwrap(),
        "JL-2026-0008"
    );
    assert_eq!(
        ledger.next_report_number("JL-2027-").unwrap(),
        "JL-2027-0001"
    );
    change(&mut ledger, Op::PrintReport, |tx| {
        tx.count_printing(report(7, 1).id)
    });
    let issued = ledger.reports().unwrap().remove(0);
    assert_eq!((issued.printed, issued.pdf_bytes), (1, 10));
    assert_eq!(issued.facts, report(7, 1).facts);
    assert_eq!(
        ledger.reports_of(assignment(1, 1).id).unwrap(),
        from_ref(&issued)
    );
    assert_eq!(ledger.report(issued.id).unwrap(), Some(issued));

    assert_eq!(ledger.year().unwrap(), None);
    change(&mut ledger, Op::SetYear, |tx| {
        tx.set_year("2026-2027".parse().unwrap())
    });
    assert_eq!(ledger.year().unwrap(), Some("2026-2027".parse().unwrap()));

    let mut key = SchoolKey {
        pem: "-----BEGIN PRIVATE KEY-----".to_owned(),
        certificate: vec![48, 1],
    };
    refusals(&mut ledger, |tx| tx.set_school_key(my_school().id, &key));
    key.pem = "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAA==".to_owned();
    for _ in 0..2 {
        change(&mut ledger, Op::CreateKey, |tx| {
            tx.set_school_key(my_school().id, &key)
        });
        change(&mut ledger, Op::SetSeal, |tx| {
            tx.set_seal(my_school().id, b"png")
        });
    }
    assert_eq!(ledger.school_key(my_school().id).unwrap(), Some(key));
    assert_eq!(ledger.seal(my_school().id).unwrap(), Some(b"png".to_vec()));
    assert_eq!(ledger.school_key(host_school().id).unwrap(), None);
    assert!(ledger.check().unwrap().is_whole());
}
