//! Teachers on file.
//!
//! Must never: keep a whole ID number (see [`id_number`]), or say anything about a teacher's health.

pub mod backbone;
pub mod birth;
pub mod id_number;
pub mod standing;
pub mod title;

use chrono::NaiveDate;

use crate::coded::coded;
use crate::id::TeacherId;
use crate::refusal::{Judgement, Refusal};
use crate::text::{closed_up, is_steering};

pub use birth::BirthDate;
pub use standing::{Cadre, CareerEntry, CareerKind, Standing};

/// A teacher of my school, or one whom my school hosts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Teacher {
    /// Id.
    pub id: TeacherId,
    /// What is on file about him.
    pub record: TeacherRecord,
}

/// What is on file about a teacher, as it is typed or imported.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TeacherRecord {
    /// 姓名, up to 50 characters, rare characters and “·” included.
    pub name: String,
    /// 性别.
    pub sex: Option<Sex>,
    /// 出生日期; the day may be unknown.
    pub birth: Option<BirthDate>,
    /// Last four of the ID number; empty when it is not on file.
    pub id_tail: String,
    /// Keyed digest of the whole ID number, to recognise the same person; empty when it is not on file.
    pub id_digest: String,
    /// 政治面貌.
    pub political_status: String,
    /// 学历.
    pub education: String,
    /// 任教学科.
    pub subject: String,
    /// 职称, in the school's own word (小学高级教师 and the like are kept as written).
    pub title: String,
    /// 职称取得时间.
    pub title_awarded: String,
    /// 骨干层次, in the school's own word.
    pub backbone: String,
    /// 职务.
    pub post: String,
    /// 参加工作时间.
    pub joined_work_on: Option<NaiveDate>,
    /// 到本校时间.
    pub joined_school_on: Option<NaiveDate>,
    /// 编制: true when on the establishment.
    pub on_establishment: Option<bool>,
    /// 联系电话; masked in lists.
    pub phone: String,
    /// 备注.
    pub note: String,
    /// 任职、服务期与任教经历.
    pub standing: Standing,
}

coded! {
    /// 性别.
    Sex {
        /// 男
        Male = "male", "男";
        /// 女
        Female = "female", "女";
    }
}

impl TeacherRecord {
    /// Judges a record as it was typed; `today` bounds the dates. Closes up its texts.
    ///
    /// # Errors
    /// Every reason why it cannot be kept.
    pub fn judged(mut self, today: NaiveDate) -> Result<Self, Vec<Refusal>> {
        self.name = closed_up_name(&self.name);
        let mut judgement = Judgement::new();
        for (text, place, limit) in [
            (&mut self.political_status, "political_status", 20),
            (&mut self.education, "education", 20),
            (&mut self.subject, "subject", 40),
            (&mut self.title, "title", 30),
            (&mut self.title_awarded, "title_awarded", 20),
            (&mut self.backbone, "backbone", 40),
            (&mut self.post, "post", 30),
            (&mut self.phone, "phone", 30),
            (&mut self.note, "note", 500),
        ] {
            *text = closed_up(text);
            if text.chars().count() > limit {
                judgement.refuse(
                    "TEACHER-LENGTH",
                    place,
                    format!("内容过长，最多{limit}个字"),
                );
            }
        }
        let length = self.name.chars().count();
        judgement.require(length > 0, "TEACHER-NAME", "name", "缺少姓名");
        judgement.require(length <= 50, "TEACHER-NAME", "name", "姓名不能超过50个字");
        if let Some(birth) = self.birth {
            let age = birth.completed_years_on(today);
            judgement.require(
                birth.earliest() <= today,
                "TEACHER-BIRTH",
                "birth_date",
                "出生日期晚于今天，请核对",
            );
            judgement.require(
                birth.earliest() > today || (15..=100).contains(&age),
                "TEACHER-BIRTH",
                "birth_date",
                "按出生日期推算的年龄不合理，请核对",
            );
        }
        for (day, place, what) in [
            (self.joined_work_on, "joined_work_on", "参加工作时间"),
            (self.joined_school_on, "joined_school_on", "到本校时间"),
        ] {
            let Some(day) = day else { continue };
            // A new teacher is entered in summer, with the first day of the coming school year.
            if day > today + chrono::Days::new(366) {
                judgement.refuse(
                    "TEACHER-DATE",
                    place,
                    format!("{what}晚于今天一年以上，请核对"),
                );
            }
            if self.birth.is_some_and(|birth| birth.earliest() >= day) {
                judgement.refuse("TEACHER-DATE", place, format!("{what}早于出生日期，请核对"));
            }
        }
        if let (Some(birth), Some(day)) = (self.birth, self.standing.retire_on) {
            judgement.require(
                (40..=75).contains(&birth.completed_years_on(day)),
                "TEACHER-RETIRE",
                "retire_on",
                "按退休日期推算的年龄不合理，请核对",
            );
        }
        self.standing.judge(&mut judgement);
        judgement.pass(self)
    }

    /// The ID number as lists show it; `—` when it is not on file.
    pub fn masked_id_number(&self) -> String {
        if self.id_tail.is_empty() {
            "—".to_owned()
        } else {
            format!("**************{}", self.id_tail)
        }
    }

    /// What decides whether two rows speak of the same person: the ID number, else name and birth.
    pub fn is_same_person(&self, other: &Self) -> bool {
        if !self.id_digest.is_empty() && !other.id_digest.is_empty() {
            return self.id_digest == other.id_digest;
        }
        self.name == other.name
            && match (self.birth, other.birth) {
                (Some(mine), Some(its)) => mine.may_equal(its),
                _ => true,
            }
    }
}

/// Closes up a name: offices spread two-character names (`张 三`) so that columns line up.
///
/// Spaces between Han characters go; a name in Latin letters keeps single spaces; the various middle dots
/// of minority names become “·”.
pub fn closed_up_name(text: &str) -> String {
    let mut name = String::new();
    let mut pending_space = false;
    for character in text.chars() {
        if is_steering(character) {
            continue;
        }
        if character.is_whitespace() || matches!(character, '\u{200b}' | '\u{feff}') {
            pending_space = !name.is_empty();
            continue;
        }
        let character = match character {
            '•' | '・' | '‧' | '∙' | '⋅' | '･' => '·',
            other => other,
        };
        let is_latin_gap =
            character.is_ascii_alphabetic() && name.ends_with(|c: char| c.is_ascii_alphabetic());
        if pending_space && is_latin_gap {
            name.push(' ');
        }
        pending_space = false;
        name.push(character);
    }
    name
}

/// The initials by which a name is found and sorted: `zs` for 张三. A character without a reading stands for itself.
pub fn pinyin_initials(name: &str) -> String {
    use pinyin::ToPinyin;
    name.chars()
        .filter(|c| c.is_alphanumeric())
        .map(|c| match c.to_pinyin() {
            Some(reading) => reading.first_letter().to_owned(),
            None => c.to_lowercase().collect(),
        })
        .collect()
}

/// The full reading by which names are sorted: `zhang san`.
pub fn pinyin_key(name: &str) -> String {
    use pinyin::ToPinyin;
    let readings: Vec<String> = name
        .chars()
        .filter(|c| c.is_alphanumeric())
        .map(|c| match c.to_pinyin() {
            Some(reading) => reading.plain().to_owned(),
            None => c.to_lowercase().collect(),
        })
        .collect();
    readings.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spread_name_is_closed_up_and_a_dotted_one_keeps_its_dot() {
        for (typed, kept) in [
            ("张 三", "张三"),
            ("张　三", "张三"),
            (" 苏一诺 ", "苏一诺"),
            ("买买提•吐尔逊", "买买提·吐尔逊"),
            ("迪丽努尔 · 艾合买提", "迪丽努尔·艾合买提"),
            ("Anna  Maria", "Anna Maria"),
            ("𬱟 頔", "𬱟頔"),
        ] {
            assert_eq!(closed_up_name(typed), kept);
        }
    }

    #[test]
    fn a_record_is_refused_with_all_reasons_at_once() {
        let today = NaiveDate::from_ymd_opt(2026, 6, 30).unwrap();
        let record = TeacherRecord {
            birth: Some("2030-01-01".parse().unwrap()),
            joined_school_on: NaiveDate::from_ymd_opt(2031, 9, 1),
            ..TeacherRecord::default()
        };
        let refusals = record.judged(today).unwrap_err();
        assert_eq!(refusals.len(), 3, "{refusals:?}");
    }

    #[test]
    fn a_teacher_is_found_by_his_initials() {
        assert_eq!(pinyin_initials("张三"), "zs");
        assert_eq!(pinyin_key("张三"), "zhang san");
    }
}
