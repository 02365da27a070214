//! Upgrades: a file of version 1 as it was really written, and steps that are yet to come.

use std::fs;
use std::path::Path;

use domain::appraisal::Appraisal;
use domain::assignment::{
    Assignment, AssignmentTerms, Event, Keeping, Mode, PostMode, State, Step as Taken, StepForm,
};
use domain::exact::Points;
use domain::id::{AppraisalId, AssignmentId, SchoolId, TeacherId};
use domain::school::{Area, School, SchoolProfile, Stage};
use domain::teacher::{CareerEntry, CareerKind, Sex, Standing, Teacher, TeacherRecord};

use super::super::*;
use super::{add, at, key, new_ledger};
use crate::test_folder;

/// What version 1 wrote.
const OLD_RECORDS: [&str; 4] = [
    "INSERT INTO school (id, name, short_name, stage, principal, is_mine, created_at, updated_at) VALUES
     ('00000000010000000000000001', '青禾小学', '', 'primary', '周岚', 1,
      '2026-09-01T08:30:00', '2026-09-01T08:30:00'),
     ('00000000020000000000000001', '云岭中心小学', '云岭', 'nine_year', '', 0,
      '2026-09-01T08:30:00', '2026-09-01T08:30:00')",
    "INSERT INTO teacher (id, name, pinyin_key, initials, sex, birth, id_tail, id_digest, political_status,
        education, subject, title, title_awarded, backbone, post, joined_work_on, joined_school_on,
        on_establishment, phone, note, created_at, updated_at) VALUES
     ('00000000010000000000000007', '林一', 'lin yi', 'ly', 'female', '1988-05', '', '', '群众', '本科', '语文',
      '一级教师', '2019.12', '区骨干', '教研组长', '2010-09-01', NULL, 1, '内线 8123', '',
      '2026-09-01T08:30:00', '2026-09-01T08:30:00')",
    "INSERT INTO assignment (id, teacher_id, sending_school_id, host_school_id, mode, post_mode, subject,
        classes, weekly_lessons, is_homeroom, start_on, planned_end_on, actual_end_on, created_at, updated_at)
     VALUES
     ('00000000010000000000000008', '00000000010000000000000007', '00000000010000000000000001',
      '00000000020000000000000001', 'full_time', 'fill', '语文', '三(1)班', 14, NULL, '2026-09-01',
      '2027-08-31', NULL, '2026-09-01T08:30:00', '2026-09-01T08:30:00'),
     ('00000000020000000000000008', '00000000010000000000000007', '00000000010000000000000001',
      '00000000020000000000000001', 'full_time', 'fill', '语文', '', NULL, NULL, '2024-09-01',
      '2025-08-31', '2025-01-31', '2026-09-01T08:30:00', '2026-09-01T08:30:00'),
     ('00000000030000000000000008', '00000000010000000000000007', '00000000010000000000000001',
      '00000000020000000000000001', 'full_time', 'fill', '语文', '', NULL, NULL, '2023-09-01',
      '2024-01-31', '2024-07-31', '2026-09-01T08:30:00', '2026-09-01T08:30:00')",
    "INSERT INTO setting (name, value, created_at, updated_at) VALUES
     ('year', '2026-2027', '2026-09-01T08:30:00', '2026-09-01T08:30:00')",
];

/// A report as version 1 kept it, with the head of the log.
const OLD_REPORT: &str = "INSERT INTO report (id, assignment_id, year, form, number, revision, side, facts, facts_sha256, pdf, pdf_sha256,
        issued_on, log_seq, log_hash, printed, created_at, updated_at) SELECT
     '00000000010000000000000009', '00000000010000000000000008', 2026, 'F-01', 'JL-2026-0001', 1, 'host', '[]',
      '4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945', x'25504446',
      '315d429b7714cedb6ad04ac31240145257692630457f3c88253c5beceac76027', '2027-06-30', seq,
      hash, 2, '2027-06-30T08:30:00', '2027-06-30T08:30:00' FROM log";

/// Makes a file of version 1 with a row in its log.
fn old_file(path: &Path) {
    let key = Key::from_bytes([7; 32]);
    let connection = open::connect(path, &key, &random().unwrap(), true, CREATING).unwrap();
    schema::climb(&connection, 0, &schema::STEPS[..1]).unwrap();
    let records = Records::new(connection, path.to_owned());
    transact_on(&records, Op::CreateLedger, at(), |tx| {
        setting::found(tx)?;
        for sql in OLD_RECORDS {
            tx.execute(sql, &[])?;
        }
        tx.set_about("青禾小学");
        Ok::<(), Error>(())
    })
    .unwrap();
    records.connection.execute(OLD_REPORT, []).unwrap();
}

fn old_school(number: u64, name: &str) -> School {
    School {
        id: SchoolId::new(number, 1),
        name: name.to_owned(),
        short_name: String::new(),
        stage: Stage::Primary,
        principal: "周岚".to_owned(),
        is_mine: true,
        profile: SchoolProfile::default(),
    }
}

fn old_schools() -> [School; 2] {
    let host = School {
        short_name: "云岭".to_owned(),
        stage: Stage::NineYear,
        principal: String::new(),
        is_mine: false,
        ..old_school(2, "云岭中心小学")
    };
    [old_school(1, "青禾小学"), host]
}

fn old_teacher() -> Teacher {
    Teacher {
        id: TeacherId::new(1, 7),
        record: TeacherRecord {
            name: "林一".to_owned(),
            sex: Some(Sex::Female),
            birth: "1988-05".parse().ok(),
            political_status: "群众".to_owned(),
            education: "本科".to_owned(),
            subject: "语文".to_owned(),
            title: "一级教师".to_owned(),
            title_awarded: "2019.12".to_owned(),
            backbone: "区骨干".to_owned(),
            post: "教研组长".to_owned(),
            joined_work_on: "2010-09-01".parse().ok(),
            on_establishment: Some(true),
            phone: "内线 8123".to_owned(),
            ..TeacherRecord::default()
        },
    }
}

fn old_assignment() -> Assignment {
    let [mine, host] = old_schools();
    Assignment {
        id: AssignmentId::new(1, 8),
        teacher: old_teacher().id,
        sending_school: mine.id,
        host_school: host.id,
        keeping: Keeping::default(),
        goals: Vec::new(),
        // What was on file before there were steps is taken over as being there.
        steps: vec![Taken {
            form: StepForm {
                reason: "由旧版台账升级补登".to_owned(),
                ..StepForm::new(Event::Backfill, "2026-09-01".parse().unwrap(), "旧版台账")
            },
            planned_end_before: "2027-08-31".parse().unwrap(),
            actual_end_before: None,
            post_before: None,
        }],
        terms: AssignmentTerms {
            track: None,
            credit: Points::whole(1),
            mode: Mode::FullTime,
            post_mode: PostMode::Fill,
            subject: "语文".to_owned(),
            classes: "三(1)班".to_owned(),
            weekly_lessons: Some(14),
            is_homeroom: None,
            start_on: "2026-09-01".parse().unwrap(),
            planned_end_on: "2027-08-31".parse().unwrap(),
            actual_end_on: None,
        },
    }
}

#[test]
fn a_file_of_version_1_opens_with_its_records_and_takes_what_later_ones_know() {
    let folder = test_folder();
    let path = folder.path().join("台账.spl");
    old_file(&path);

    let mut ledger = Ledger::open(&path, &key()).unwrap();
    assert_eq!(
        open::marks(&ledger.connection).unwrap(),
        (APPLICATION_ID, schema::LATEST)
    );
    assert_eq!(ledger.schools().unwrap(), old_schools());
    assert_eq!(ledger.teachers().unwrap(), [old_teacher()]);
    let kept = ledger.assignments().unwrap();
    assert_eq!(kept.len(), 3);
    assert!(kept.contains(&old_assignment()));
    // One left early, one stayed longer than planned: both keep the day on which they really left.
    let ended = |start: &str| {
        let start = start.parse().unwrap();
        let one = kept.iter().find(|one| one.terms.start_on == start).unwrap();
        (one.state(), one.terms.last_day().to_string())
    };
    let ended = [ended("2024-09-01"), ended("2023-09-01")];
    assert_eq!(ended[0], (State::Terminated, "2025-01-31".to_owned()));
    assert_eq!(ended[1], (State::Active, "2024-07-31".to_owned()));
    // The archive is the same paper under the teacher's name.
    let [report] = &ledger.reports().unwrap()[..] else {
        panic!("one report was on file");
    };
    assert_eq!(
        (report.about.as_str(), report.assignment, report.printed),
        ("林一", Some(old_assignment().id), 2)
    );
    assert_eq!(ledger.report_pdf(report.id).unwrap(), b"%PDF");
    let year = ledger.year().unwrap().unwrap();
    assert_eq!(ledger.policy_of_year(year).unwrap(), None);
    assert_eq!(ledger.head().unwrap().seq, 1);
    assert!(ledger.check().unwrap().is_whole());

    let [mut mine, _] = old_schools();
    mine.profile.area = Some(Area::City);
    let mut teacher = old_teacher();
    teacher.record.standing = Standing {
        weekly_lessons: Some(12),
        career: vec![CareerEntry {
            school: "远山小学".to_owned(),
            kind: CareerKind::Support,
            from: "2015-09-01".parse().unwrap(),
            to: None,
            is_rural: true,
        }],
        ..Standing::default()
    };
    ledger
        .transact::<_, Error>(Op::UpdateTeacher, at(), |tx| {
            tx.update_school(&mine)?;
            tx.update_teacher(&teacher)?;
            tx.save_appraisal(&Appraisal::new(
                AppraisalId::new(1, 1),
                old_assignment().id,
                year,
            ))
        })
        .unwrap();
    drop(ledger);
    let ledger = Ledger::open(&path, &key()).unwrap();
    assert_eq!(ledger.my_school().unwrap(), mine);
    assert_eq!(ledger.teachers().unwrap(), [teacher]);
    assert!(ledger.check().unwrap().is_whole());

    // The copy is still of version 1, and opens by the same way.
    let copy = folder.path().join("台账-升级前格式1.spl");
    let copy = Ledger::open(&copy, &key()).unwrap();
    assert_eq!(copy.teachers().unwrap(), [old_teacher()]);
    assert!(
        folder
            .path()
            .join("台账-升级前格式1-升级前格式1.spl")
            .exists()
    );
}

static LONGER: [Step; 4] = [
    schema::STEPS[0],
    schema::STEPS[1],
    schema::STEPS[2],
    Step {
        to: 4,
        sql: "ALTER TABLE teacher ADD COLUMN dialect TEXT;
              UPDATE teacher SET dialect = '官话';",
    },
];

static FAILING: [Step; 4] = [
    schema::STEPS[0],
    schema::STEPS[1],
    schema::STEPS[2],
    Step {
        to: 4,
        sql: "ALTER TABLE teacher ADD COLUMN dialect TEXT;
              DELETE FROM teacher;
              INSERT INTO no_such_table VALUES (1);",
    },
];

/// Breaks a reference, which is only seen when the step is done.
static DANGLING: [Step; 4] = [
    schema::STEPS[0],
    schema::STEPS[1],
    schema::STEPS[2],
    Step {
        to: 4,
        sql: "INSERT INTO school_seal VALUES
              ('nowhere', x'00', '2026-09-01T08:30:00', '2026-09-01T08:30:00');",
    },
];

#[test]
fn an_upgrade_keeps_a_checked_copy_and_the_records() {
    let folder = test_folder();
    let path = folder.path().join("台账.spl");
    let mut ledger = new_ledger(&path);
    add(&mut ledger, 1).unwrap();
    drop(ledger);

    let ledger = Ledger::open_file(&path, &key(), &LONGER).unwrap();
    assert_eq!(
        open::marks(&ledger.connection).unwrap(),
        (APPLICATION_ID, 4)
    );
    assert_eq!(ledger.teachers().unwrap().len(), 1);
    assert_eq!(open::wrong_pragma(&ledger.connection).unwrap(), None);
    drop(ledger);

    let copy = Ledger::open(&folder.path().join("台账-升级前格式3.spl"), &key()).unwrap();
    assert_eq!(copy.teachers().unwrap().len(), 1);
    assert!(copy.check().unwrap().is_whole());

    let error = Ledger::open(&path, &key()).unwrap_err();
    assert_eq!(error.code(), "STORE-NEWER");
    assert!(error.to_string().contains("请升级程序"), "{error}");
}

#[test]
fn an_upgrade_that_fails_leaves_the_old_version_and_the_copy() {
    for steps in [&FAILING, &DANGLING] {
        let folder = test_folder();
        let path = folder.path().join("台账.spl");
        let mut ledger = new_ledger(&path);
        add(&mut ledger, 1).unwrap();
        drop(ledger);
        let before = fs::read(&path).unwrap();

        let error = Ledger::open_file(&path, &key(), steps).unwrap_err();
        assert_eq!(error.code(), "STORE-UPGRADE");
        assert!(error.to_string().contains("升级前格式3"), "{error}");
        assert!(fs::read(&path).unwrap() == before, "not a byte was changed");

        for name in ["台账.spl", "台账-升级前格式3.spl"] {
            let ledger = Ledger::open(&folder.path().join(name), &key()).unwrap();
            assert_eq!(ledger.teachers().unwrap().len(), 1, "{name}");
            assert!(ledger.check().unwrap().is_whole(), "{name}");
        }
        // A second try makes a copy of its own.
        Ledger::open_file(&path, &key(), steps).unwrap_err();
        assert!(folder.path().join("台账-升级前格式3-2.spl").exists());
    }
}
