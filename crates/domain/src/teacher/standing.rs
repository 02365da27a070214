//! Where a teacher stands in his school: what eligibility and quotas ask besides age and years.

use chrono::NaiveDate;

use crate::coded::coded;
use crate::id::SchoolId;
use crate::refusal::Judgement;
use crate::text::closed_up;

/// 任职与身份. What is unknown is not assumed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Standing {
    /// The school whose post and pay he has; mine when `None`.
    pub home_school: Option<SchoolId>,
    /// 班子成员、中层干部; read from the post when `None`.
    pub cadre: Option<Cadre>,
    /// 任现职干部时间 (R206).
    pub cadre_since: Option<NaiveDate>,
    /// 专任教师 (R103); taken as one unless it is said otherwise.
    pub is_full_time: Option<bool>,
    /// 教师资格证 (R106); empty when it is not on file.
    pub certificate: String,
    /// 服务期至 (R205).
    pub service_until: Option<NaiveDate>,
    /// 退休日期, per person (R202, I-12).
    pub retire_on: Option<NaiveDate>,
    /// 现周课时; 0 is no class load.
    pub weekly_lessons: Option<u8>,
    /// Where he has worked before, oldest first.
    pub career: Vec<CareerEntry>,
}

coded! {
    /// 干部层次.
    Cadre {
        /// 班子成员 (R405)
        Leadership = "leadership", "班子成员";
        /// 中层干部 (R101, R206)
        Middle = "middle", "中层干部";
        /// 非干部
        None = "none", "非干部";
    }
}

impl Cadre {
    /// What a post says; nothing when it says nothing of it.
    fn of_post(post: &str) -> Option<Self> {
        let has = |words: &[&str]| words.iter().any(|word| post.contains(word));
        if has(&["校长", "园长", "书记"]) && !post.contains("助理") {
            Some(Self::Leadership)
        } else if has(&["主任", "处长", "校长助理"]) && !post.contains("班主任") {
            Some(Self::Middle)
        } else {
            None
        }
    }
}

/// One stretch of work (任教、交流、支教、借调经历).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CareerEntry {
    /// The school.
    pub school: String,
    /// What he did there.
    pub kind: CareerKind,
    /// First day.
    pub from: NaiveDate,
    /// Last day; `None` while it lasts.
    pub to: Option<NaiveDate>,
    /// True when it counts as work in the countryside (R109, R111).
    pub is_rural: bool,
}

coded! {
    /// 经历类别; the codes are those of the parameter `tenure_break_kinds`.
    CareerKind {
        /// 任教
        Teaching = "teaching", "任教";
        /// 交流
        Exchange = "exchange", "交流";
        /// 支教
        Support = "support", "支教";
        /// 借调
        Loan = "loan", "借调";
    }
}

/// Most stretches that are kept.
const MOST_ENTRIES: usize = 40;

impl Standing {
    /// What he is by his record, else by the word of his post; nobody special when neither says anything.
    pub fn cadre_by(&self, post: &str) -> Cadre {
        self.cadre
            .or_else(|| Cadre::of_post(post))
            .unwrap_or(Cadre::None)
    }

    /// Judges what was typed and closes up its texts.
    pub(super) fn judge(&mut self, judgement: &mut Judgement) {
        self.certificate = closed_up(&self.certificate);
        judgement.require(
            self.certificate.chars().count() <= 30,
            "TEACHER-LENGTH",
            "certificate",
            "教师资格最多30个字",
        );
        judgement.require(
            self.weekly_lessons.is_none_or(|lessons| lessons <= 60),
            "TEACHER-LESSONS",
            "weekly_lessons",
            "周课时应在0到60之间",
        );
        judgement.require(
            self.career.len() <= MOST_ENTRIES,
            "TEACHER-CAREER",
            "career",
            "任教经历最多40条",
        );
        for (index, entry) in self.career.iter_mut().enumerate() {
            entry.school = closed_up(&entry.school);
            let place = |field: &str| format!("career.{index}.{field}");
            let length = entry.school.chars().count();
            judgement.require(
                (1..=60).contains(&length),
                "TEACHER-CAREER",
                &place("school"),
                "请填写经历所在学校，最多60个字",
            );
            judgement.require(
                entry.to.is_none_or(|to| to >= entry.from),
                "TEACHER-CAREER",
                &place("to"),
                "经历的结束日期早于开始日期",
            );
        }
        self.career
            .sort_by(|a, b| (a.from, &a.school).cmp(&(b.from, &b.school)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_post_says_who_leads_unless_the_record_says_it() {
        let standing = Standing::default();
        for (post, cadre) in [
            ("副校长", Cadre::Leadership),
            ("党支部书记", Cadre::Leadership),
            ("教导主任", Cadre::Middle),
            ("班主任", Cadre::None),
            ("校长助理", Cadre::Middle),
            ("", Cadre::None),
        ] {
            assert_eq!(standing.cadre_by(post), cadre, "{post}");
        }
        let said = Standing {
            cadre: Some(Cadre::None),
            ..Standing::default()
        };
        assert_eq!(said.cadre_by("副校长"), Cadre::None);
    }
}
