//! A school year to test on: two schools, teachers on exchange, and what both schools scored. The points are
//! the worked example of the composition: H 86.40, M 88.175, S 82, stages 84 and 88, so the year is 85.62.

#![allow(
    clippy::indexing_slicing,
    reason = "a key that a JSON object lacks is null, and null is no id and no score"
)]

use std::io;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::Folder;
use crate::desk::{Desk, word};

/// My school: it sends.
pub const SENDING: &str = "青禾市实验小学";
/// The other school: it is host.
pub const HOST: &str = "青禾市石桥镇中心小学";
/// The school year.
pub const YEAR: &str = "2025-2026";

/// The host school's points, 86.40 together.
const HOST_POINTS: [(&str, &str); 17] = [
    ("H1.1", "7.5"),
    ("H1.2", "3.5"),
    ("H1.3", "3"),
    ("H2.1", "8.5"),
    ("H2.2", "7"),
    ("H2.3", "3.5"),
    ("H2.4", "3"),
    ("H3.1", "8"),
    ("H3.2", "4.5"),
    ("H3.3", "2"),
    ("H4.1", "5"),
    ("H4.2", "5"),
    ("H4.3", "6"),
    ("H4.4", "3.5"),
    ("H4.5", "3.4"),
    ("H4.6", "8"),
    ("H5", "5"),
];

/// The sending school's points, 82 together.
const SENDING_POINTS: [(&str, &str); 5] = [
    ("S1", "29"),
    ("S2", "12"),
    ("S3", "17"),
    ("S4", "12"),
    ("S5", "12"),
];

/// Records with two schools and no keys yet.
#[derive(Debug)]
pub struct Ground {
    folder: Folder,
    /// Its records.
    pub desk: Desk,
    /// Id of my school.
    pub sending: String,
    /// Id of the other school.
    pub host: String,
}

impl Ground {
    /// Makes the records and registers both schools.
    ///
    /// # Errors
    /// When there is no room for a folder.
    pub fn new(name: &str) -> io::Result<Self> {
        let folder = Folder::new(name)?;
        let desk = Desk::new(folder.path())?;
        let made = desk
            .run(&["init", "--school", SENDING, "--year", YEAR])
            .done();
        let words = [
            "school",
            "add",
            "--name",
            HOST,
            "--stage",
            "小学",
            "--principal",
            "贺知松",
        ];
        let added = desk.run(&words).done();
        let (sending, host) = (text(&made["school"]), text(&added["id"]));
        Ok(Self {
            folder,
            desk,
            sending,
            host,
        })
    }

    /// Makes both schools' keys.
    #[must_use]
    pub fn with_keys(self) -> Self {
        for school in [SENDING, HOST] {
            let made = self.desk.run(&["key", "create", "--school", school]).done();
            assert!(made["id"].is_string(), "{made}");
        }
        self
    }

    /// A path in its folder, beside the records.
    #[must_use]
    pub fn join(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Registers a teacher.
    #[must_use]
    pub fn teacher(&self, name: &str) -> String {
        let form = json!({
            "name": name, "sex": "女", "birth": "1988-03", "subject": "数学",
            "title": "一级教师", "title_awarded": "2017年12月", "political_status": "群众",
            "education": "本科", "backbone": "校级骨干", "joined_school_on": "2013-09-01",
        });
        text(&self.desk.hand(&["teachers", "save"], &form).done()["id"])
    }

    /// Sends a teacher to the host school for the year, where he is already. Answers the posting's id.
    #[must_use]
    pub fn posting(&self, teacher: &str) -> String {
        let form = json!({
            "teacher_id": teacher, "sending_school_id": self.sending, "host_school_id": self.host,
            "mode": "全职", "post_mode": "顶岗", "subject": "数学", "classes": "四(2)班",
            "weekly_lessons": 14, "is_homeroom": false,
            "start_on": "2025-09-01", "planned_end_on": "2026-08-31",
        });
        let id = text(&self.desk.hand(&["assignment", "add"], &form).done()["id"]);
        let arrived = json!({
            "event": "backfill", "on": "2025-09-01", "by": "贺知松", "reason": "年中开始使用本程序",
            "approval_document": "教人〔2025〕18号", "approved_on": "2025-07-20",
        });
        let page = self
            .desk
            .hand(&["assignment", "step", &id], &arrived)
            .done();
        assert_eq!(page["row"]["state"], "active", "{page}");
        id
    }

    /// Saves both schools' sheets of a posting. Answers what the command answered.
    #[must_use]
    pub fn score(&self, posting: &str) -> Value {
        self.desk
            .hand(&["appraisal", "score"], &sheets(posting))
            .done()
    }

    /// A teacher on exchange with both sheets full. Answers the posting's id.
    #[must_use]
    pub fn ready(&self, name: &str) -> String {
        let posting = self.posting(&self.teacher(name));
        let scored = self.score(&posting);
        assert_eq!(scored["composition"]["year"], "85.62", "{scored}");
        posting
    }

    /// Makes the year's reports. Answers what the command answered.
    #[must_use]
    pub fn reports(&self, out: &Path) -> Value {
        self.desk
            .run(&["report", "make", "--year", YEAR, "--out", &word(out)])
            .done()
    }
}

/// Both sheets of a posting, full.
#[must_use]
pub fn sheets(posting: &str) -> Value {
    let tally = |source: &str, score: &str, invited: u32, returned: u32| json!({ "source": source, "score": score, "invited": invited, "returned": returned });
    json!({
        "assignment_id": posting,
        "year": YEAR,
        "host": {
            "scores": scores(&HOST_POINTS),
            "is_exam_applicable": true,
            "tallies": [
                tally("leaders", "88", 5, 5), tally("peers", "85", 20, 20),
                tally("pupils", "90.5", 45, 44), tally("parents", "87", 45, 40),
                tally("self", "92", 1, 1),
            ],
            "stages": { "autumn": "84", "spring": "88" },
            "strengths": "课堂扎实，带动了本校数学教研组。",
            "weaknesses": "跟踪辅导记录还可以更细。",
            "advice": "建议把师徒结对扩大到三人。",
            "proposed_grade": "qualified",
            "members": "教务处、教研组",
            "principal": "贺知松",
            "self_report": "一年来，我与受援学校教师同备课、同上课、同评课。\n不足之处是与派出学校联系偏少。",
            "self_report_on": "2026-06-20",
            "attendance": { "due": 198, "present": 197, "sick": 1, "personal": 0, "unexcused": 0 },
            "goals": [{ "text": "承担四年级数学教学", "weight": 100, "achieved": 95, "evidence": "M1" }],
            "duties": [{ "name": "公开课", "done": 9, "required": 8 }],
        },
        "sending": {
            "scores": scores(&SENDING_POINTS),
            "opinion": "情况属实，同意受援学校评价。",
            "principal": "顾砚之",
        },
    })
}

fn scores(points: &[(&str, &str)]) -> Value {
    let scores = points.iter().map(|(code, points)| {
        let score = json!({ "points": points, "evidence": format!("{code}-01") });
        ((*code).to_owned(), score)
    });
    Value::Object(scores.collect())
}

/// A text of a JSON value; empty when it is none, which no id is.
#[must_use]
pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
