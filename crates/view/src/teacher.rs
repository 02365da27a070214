//! Teachers: rows of the list and the form they are typed in.

use domain::refusal::{Judgement, Refusal};
use domain::teacher::id_number::IdNumber;
use domain::teacher::{
    BirthDate, Cadre, CareerKind, Sex, Standing, Teacher, TeacherRecord, pinyin_initials,
};

use crate::calendar::required;
use crate::{read, shape};

shape! {
    /// One row of the list.
    pub struct TeacherRow {
        /// Id.
        pub id: String,
        /// 姓名.
        pub name: String,
        /// Initials to search by.
        pub initials: String,
        /// 性别.
        pub sex: Option<String>,
        /// Birth date, `1978-05` when the day is unknown.
        pub birth_date: Option<String>,
        /// Masked but for the last four.
        pub id_number_masked: String,
        /// 学科.
        pub subject: String,
        /// 职称.
        pub title: String,
        /// 骨干.
        pub backbone: String,
        /// 到本校时间.
        pub joined_school_on: Option<String>,
        /// True when he is on exchange in the year.
        pub is_posted: bool,
    }

    /// A teacher as he is typed.
    #[serde(default)]
    #[derive(Default)]
    pub struct TeacherForm {
        /// `None` for a new one.
        pub id: Option<String>,
        /// 姓名.
        pub name: String,
        /// Code of the 性别.
        pub sex: Option<String>,
        /// `1978-05-06`, `1978-05` or empty.
        pub birth: String,
        /// 政治面貌.
        pub political_status: String,
        /// 学历.
        pub education: String,
        /// 学科.
        pub subject: String,
        /// 职称.
        pub title: String,
        /// 取得时间.
        pub title_awarded: String,
        /// 骨干.
        pub backbone: String,
        /// 职务.
        pub post: String,
        /// 参加工作时间.
        pub joined_work_on: Option<String>,
        /// 到本校时间.
        pub joined_school_on: Option<String>,
        /// 编制.
        pub on_establishment: Option<bool>,
        /// 联系电话.
        pub phone: String,
        /// 备注.
        pub note: String,
        /// Only ever heard, never said; empty leaves it as it is.
        pub id_number: String,
        /// Masked but for the last four.
        pub id_number_masked: String,
        /// Id of the school that has his post; `None` for mine.
        pub home_school_id: Option<String>,
        /// Code of the 干部层次; `None` reads it from the post.
        pub cadre: Option<String>,
        /// 任现职干部时间.
        pub cadre_since: Option<String>,
        /// 专任教师; `None` is taken as yes.
        pub is_full_time: Option<bool>,
        /// 教师资格.
        pub certificate: String,
        /// 服务期至.
        pub service_until: Option<String>,
        /// 退休日期.
        pub retire_on: Option<String>,
        /// 现周课时.
        pub weekly_lessons: Option<u8>,
        /// 任教、交流、支教、借调经历.
        pub career: Vec<CareerEntry>,
    }

    /// One stretch of work.
    pub struct CareerEntry {
        /// The school.
        pub school: String,
        /// Code or word of the kind.
        pub kind: String,
        /// First day.
        pub from: String,
        /// Last day; `None` while it lasts.
        #[serde(default)]
        pub to: Option<String>,
        /// True when it counts as work in the countryside.
        #[serde(default)]
        pub is_rural: bool,
    }
}

impl TeacherRow {
    /// The row of a teacher.
    pub fn of(teacher: &Teacher, is_posted: bool) -> Self {
        let record = &teacher.record;
        Self {
            id: teacher.id.to_string(),
            name: record.name.clone(),
            initials: pinyin_initials(&record.name),
            sex: record.sex.map(|sex| sex.word().to_owned()),
            birth_date: record.birth.map(|birth| birth.to_string()),
            id_number_masked: record.masked_id_number(),
            subject: record.subject.clone(),
            title: record.title.clone(),
            backbone: record.backbone.clone(),
            joined_school_on: record.joined_school_on.map(|day| day.to_string()),
            is_posted,
        }
    }
}

impl TeacherForm {
    /// The form of a teacher on file.
    pub fn of(teacher: &Teacher) -> Self {
        let record = teacher.record.clone();
        Self {
            id: Some(teacher.id.to_string()),
            id_number_masked: record.masked_id_number(),
            name: record.name,
            sex: record.sex.map(|sex| sex.code().to_owned()),
            birth: record
                .birth
                .map(|birth| birth.to_string())
                .unwrap_or_default(),
            political_status: record.political_status,
            education: record.education,
            subject: record.subject,
            title: record.title,
            title_awarded: record.title_awarded,
            backbone: record.backbone,
            post: record.post,
            joined_work_on: record.joined_work_on.map(|day| day.to_string()),
            joined_school_on: record.joined_school_on.map(|day| day.to_string()),
            on_establishment: record.on_establishment,
            phone: record.phone,
            note: record.note,
            id_number: String::new(),
            home_school_id: record.standing.home_school.map(|id| id.to_string()),
            cadre: record.standing.cadre.map(|cadre| cadre.code().to_owned()),
            cadre_since: record.standing.cadre_since.map(|day| day.to_string()),
            is_full_time: record.standing.is_full_time,
            certificate: record.standing.certificate,
            service_until: record.standing.service_until.map(|day| day.to_string()),
            retire_on: record.standing.retire_on.map(|day| day.to_string()),
            weekly_lessons: record.standing.weekly_lessons,
            career: record.standing.career.iter().map(CareerEntry::of).collect(),
        }
    }

    /// The record that was typed, with the whole ID number when one was typed.
    ///
    /// # Errors
    /// What could not be read.
    pub fn read(&self) -> Result<(TeacherRecord, Option<IdNumber>), Vec<Refusal>> {
        let mut judgement = Judgement::new();
        let birth = match self.birth.trim() {
            "" => None,
            text => match text.parse::<BirthDate>() {
                Ok(birth) => Some(birth),
                Err(invalid) => {
                    judgement.refuse("INPUT-DATE", "birth", invalid.to_string());
                    None
                }
            },
        };
        let id_number = match self.id_number.trim() {
            "" => None,
            text => match IdNumber::read(text) {
                Ok((id, _)) => Some(id),
                Err(fault) => {
                    judgement.refuse("TEACHER-ID", "id_number", fault.to_string());
                    None
                }
            },
        };
        let record = TeacherRecord {
            name: self.name.clone(),
            sex: read::optional_choice(self.sex.as_deref(), Sex::named, "sex", &mut judgement),
            birth,
            id_tail: String::new(),
            id_digest: String::new(),
            political_status: self.political_status.clone(),
            education: self.education.clone(),
            subject: self.subject.clone(),
            title: self.title.clone(),
            title_awarded: self.title_awarded.clone(),
            backbone: self.backbone.clone(),
            post: self.post.clone(),
            joined_work_on: read::date(
                self.joined_work_on.as_deref(),
                "joined_work_on",
                &mut judgement,
            ),
            joined_school_on: read::date(
                self.joined_school_on.as_deref(),
                "joined_school_on",
                &mut judgement,
            ),
            on_establishment: self.on_establishment,
            phone: self.phone.clone(),
            note: self.note.clone(),
            standing: self.standing(&mut judgement),
        };
        judgement.pass((record, id_number))
    }

    fn standing(&self, judgement: &mut Judgement) -> Standing {
        let home = self.home_school_id.as_deref();
        Standing {
            home_school: home
                .filter(|id| !id.trim().is_empty())
                .and_then(|id| read::id(id, "home_school_id", judgement)),
            cadre: read::optional_choice(self.cadre.as_deref(), Cadre::named, "cadre", judgement),
            cadre_since: read::date(self.cadre_since.as_deref(), "cadre_since", judgement),
            is_full_time: self.is_full_time,
            certificate: self.certificate.clone(),
            service_until: read::date(self.service_until.as_deref(), "service_until", judgement),
            retire_on: read::date(self.retire_on.as_deref(), "retire_on", judgement),
            weekly_lessons: self.weekly_lessons,
            career: self
                .career
                .iter()
                .enumerate()
                .filter_map(|(index, entry)| entry.read(index, judgement))
                .collect(),
        }
    }
}

impl CareerEntry {
    fn of(entry: &domain::teacher::CareerEntry) -> Self {
        Self {
            school: entry.school.clone(),
            kind: entry.kind.code().to_owned(),
            from: entry.from.to_string(),
            to: entry.to.map(|day| day.to_string()),
            is_rural: entry.is_rural,
        }
    }

    fn read(
        &self,
        index: usize,
        judgement: &mut Judgement,
    ) -> Option<domain::teacher::CareerEntry> {
        let place = |field: &str| format!("career.{index}.{field}");
        let kind = read::choice(&self.kind, CareerKind::named, &place("kind"), judgement);
        let from = required(&self.from, &place("from"), judgement);
        let to = read::date(self.to.as_deref(), &place("to"), judgement);
        Some(domain::teacher::CareerEntry {
            school: self.school.clone(),
            kind: kind?,
            from: from?,
            to,
            is_rural: self.is_rural,
        })
    }
}
