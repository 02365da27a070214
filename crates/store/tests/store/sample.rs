//! Invented people and schools, a folder to work in, and chance that can be repeated.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::Connection;

use domain::assignment::{Assignment, AssignmentTerms, Keeping, Mode, PostMode};
use domain::exact::Points;
use domain::feedback::{
    Feedback, FeedbackItem, FeedbackKind, FeedbackSheet, ItemClass, Recommendation,
};
use domain::id::{AssignmentId, FeedbackId, FeedbackItemId, ReportId, SchoolId, TeacherId};
use domain::op::Op;
use domain::school::{Area, Quality, Remoteness, School, SchoolProfile, Side, Stage, Tier};
use domain::teacher::{Cadre, CareerEntry, CareerKind, Sex, Standing, Teacher, TeacherRecord};
use store::{Error, Key, Ledger, NewReport, Tx, Unlock};

pub(crate) const KEY: [u8; 32] = [0x5a; 32];

/// The raw key, so that no test pays for its derivation.
pub(crate) fn key() -> Unlock {
    Unlock::Key(Key::from_bytes(KEY))
}

pub(crate) fn at() -> NaiveDateTime {
    "2026-09-01T08:30:00".parse().unwrap()
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn school(number: u64, name: &str, is_mine: bool) -> School {
    School {
        id: SchoolId::new(number, 1),
        name: name.to_owned(),
        short_name: String::new(),
        stage: Stage::Primary,
        principal: "周岚".to_owned(),
        is_mine,
        profile: SchoolProfile {
            area: Some(Area::Town),
            tier: Some(Tier::Centre),
            quality: Some(Quality::Good),
            remoteness: Some(Remoteness::Ordinary),
            establishment: Some(60),
            on_establishment: Some(0),
            full_load_lessons: None,
        },
    }
}

pub(crate) fn my_school() -> School {
    school(1, "青禾小学", true)
}

pub(crate) fn host_school() -> School {
    school(2, "云岭中心小学", false)
}

pub(crate) fn teacher(number: u64, name: &str) -> Teacher {
    Teacher {
        id: TeacherId::new(number, 7),
        record: TeacherRecord {
            name: name.to_owned(),
            sex: Some(Sex::Female),
            birth: Some("1988-05".parse().unwrap()),
            id_tail: "074X".to_owned(),
            id_digest: format!("{number:064x}"),
            political_status: "群众".to_owned(),
            education: "本科".to_owned(),
            subject: "语文".to_owned(),
            title: "一级教师".to_owned(),
            title_awarded: "2019.12".to_owned(),
            backbone: "区骨干".to_owned(),
            post: "教研组长".to_owned(),
            joined_work_on: Some(day("2010-09-01")),
            joined_school_on: None,
            on_establishment: Some(true),
            phone: "内线 8123".to_owned(),
            note: "乐于助人".to_owned(),
            standing: standing(),
        },
    }
}

fn standing() -> Standing {
    let entry = |school: &str, kind, from: &str, to: Option<&str>| CareerEntry {
        school: school.to_owned(),
        kind,
        from: day(from),
        to: to.map(day),
        is_rural: kind == CareerKind::Support,
    };
    Standing {
        home_school: Some(my_school().id),
        cadre: Some(Cadre::Middle),
        cadre_since: Some(day("2024-09-01")),
        is_full_time: Some(true),
        certificate: "小学语文".to_owned(),
        service_until: None,
        retire_on: Some(day("2048-05-31")),
        weekly_lessons: Some(0),
        career: vec![
            entry(
                "远山小学",
                CareerKind::Support,
                "2012-09-01",
                Some("2013-08-31"),
            ),
            entry("青禾小学", CareerKind::Teaching, "2013-09-01", None),
        ],
    }
}

pub(crate) fn assignment(number: u64, teacher: u64) -> Assignment {
    Assignment {
        id: AssignmentId::new(number, 7),
        teacher: TeacherId::new(teacher, 7),
        sending_school: my_school().id,
        host_school: host_school().id,
        keeping: Keeping::default(),
        goals: Vec::new(),
        steps: Vec::new(),
        terms: AssignmentTerms {
            track: None,
            credit: Points::whole(1),
            mode: Mode::FullTime,
            post_mode: PostMode::Fill,
            subject: "语文".to_owned(),
            classes: "三(1)班".to_owned(),
            weekly_lessons: Some(14),
            is_homeroom: None,
            start_on: day("2026-09-01"),
            planned_end_on: day("2027-08-31"),
            actual_end_on: None,
        },
    }
}

pub(crate) fn feedback(number: u64, assignment: u64) -> Feedback {
    let item = |number, text: &str| FeedbackItem {
        id: FeedbackItemId::new(number, 7),
        class: ItemClass::Problem,
        text: text.to_owned(),
        owner: String::new(),
        due_on: Some(day("2027-03-01")),
        reply: String::new(),
        closed_on: None,
    };
    Feedback {
        id: FeedbackId::new(number, 7),
        assignment: AssignmentId::new(assignment, 7),
        sheet: FeedbackSheet {
            kind: FeedbackKind::Term,
            on: day("2027-01-20"),
            from: "副校长 沈青".to_owned(),
            satisfaction: [Some(5), Some(4), None, Some(5), Some(3), Some(5)],
            contributions: "带教两人".to_owned(),
            changes: "集体备课成了习惯".to_owned(),
            requests: String::new(),
            recommendation: Some(Recommendation::Continue),
        },
        items: vec![
            item(number * 10 + 2, "宿舍网络"),
            item(number * 10 + 1, "课时偏多"),
        ],
    }
}

pub(crate) fn report(number: u64, assignment: u64) -> NewReport {
    NewReport {
        id: ReportId::new(number, 7),
        assignment: Some(AssignmentId::new(assignment, 7)),
        record: None,
        about: "教师".to_owned(),
        year: "2026-2027".parse().unwrap(),
        form: "F-01".to_owned(),
        number: format!("JL-2026-{number:04}"),
        revision: 1,
        side: Some(Side::Host),
        facts: r#"[["form","F-01"]]"#.to_owned(),
        pdf: format!("%PDF-1.7 {number}").into_bytes(),
        issued_on: day("2027-06-30"),
    }
}

pub(crate) fn new_ledger(path: &Path) -> Ledger {
    Ledger::create(path, &key(), at(), &my_school()).unwrap()
}

pub(crate) fn add_teacher(ledger: &mut Ledger, teacher: &Teacher) {
    ledger
        .transact::<_, Error>(Op::AddTeacher, at(), |tx| tx.add_teacher(teacher))
        .unwrap();
}

pub(crate) fn change(
    ledger: &mut Ledger,
    op: Op,
    change: impl FnOnce(&Tx<'_>) -> Result<(), Error>,
) {
    ledger.transact(op, at(), change).unwrap();
}

/// Why a change was refused.
pub(crate) fn refusals(
    ledger: &mut Ledger,
    change: impl FnOnce(&Tx<'_>) -> Result<(), Error>,
) -> Vec<String> {
    match ledger.transact(Op::UpdateTeacher, at(), change) {
        Err(Error::Refused(refusals)) => refusals.into_iter().map(|r| r.message).collect(),
        outcome => panic!("not refused: {outcome:?}"),
    }
}

/// A second way into the file, with the key but without any of the rules.
#[expect(
    clippy::disallowed_methods,
    reason = "plays the other program that must be kept out, or a forger"
)]
pub(crate) fn raw(path: &Path) -> Connection {
    let connection = Connection::open(path).unwrap();
    let hex: String = KEY.iter().map(|byte| format!("{byte:02x}")).collect();
    connection
        .execute_batch(&format!("PRAGMA key = \"x'{hex}'\""))
        .unwrap();
    connection.busy_timeout(std::time::Duration::ZERO).unwrap();
    connection
}

/// A folder of its own, in memory where there is one, gone afterwards.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        let shm = Path::new("/dev/shm");
        let base = if shm.is_dir() {
            shm.to_owned()
        } else {
            std::env::temp_dir()
        };
        let path = base.join(format!("store-{:016x}", chance()));
        fs::create_dir(&path).unwrap();
        Self(path)
    }

    pub(crate) fn join(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    pub(crate) fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(&self.0)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn chance() -> u64 {
    let mut bytes = [0; 8];
    getrandom::fill(&mut bytes).unwrap();
    u64::from_le_bytes(bytes)
}

/// How many rounds a test makes: `TIMES=20` makes the nightly run of it.
pub(crate) fn rounds(once: usize) -> usize {
    let times = std::env::var("TIMES").map_or(1, |text| text.parse().unwrap());
    once * times
}

/// Chance from a seed that is printed; `SEED=` repeats it.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new() -> Self {
        let seed = match std::env::var("SEED") {
            Ok(text) => text.parse().unwrap(),
            Err(_) => chance(),
        };
        println!("SEED={seed}");
        Self(seed | 1)
    }

    /// A number below `bound`.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        // xorshift64*.
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let number = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        usize::try_from(number).unwrap() % bound
    }
}
