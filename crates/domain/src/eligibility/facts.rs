//! The facts that a run takes: of my school, and of each teacher on the day of the run.

use chrono::NaiveDate;

use super::Ruling;
use crate::exemption::{Effect, Exemption, ProofKind};
use crate::id::TeacherId;
use crate::policy::{Policy, Track};
use crate::school::{School, SchoolProfile, Stage};
use crate::teacher::{BirthDate, Cadre, CareerEntry, Sex, Teacher};

/// My school, as rules of scope ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchoolFacts {
    /// Its name.
    pub name: String,
    /// 学段.
    pub stage: Stage,
    /// 概况.
    pub profile: SchoolProfile,
}

impl SchoolFacts {
    /// The facts of a school.
    pub fn of(school: &School) -> Self {
        Self {
            name: school.name.clone(),
            stage: school.stage,
            profile: school.profile.clone(),
        }
    }
}

/// One teacher.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeacherFacts {
    /// Id.
    pub teacher: TeacherId,
    /// 姓名.
    pub name: String,
    /// 性别.
    pub sex: Option<Sex>,
    /// 出生日期.
    pub birth: Option<BirthDate>,
    /// 参加工作时间.
    pub joined_work_on: Option<NaiveDate>,
    /// 到本校时间.
    pub joined_school_on: Option<NaiveDate>,
    /// 任教学科.
    pub subject: String,
    /// 职称.
    pub title: String,
    /// 职称取得时间.
    pub title_awarded: String,
    /// 骨干层次.
    pub backbone: String,
    /// 在编.
    pub on_establishment: Option<bool>,
    /// 专任教师.
    pub is_full_time: Option<bool>,
    /// 干部层次.
    pub cadre: Cadre,
    /// 任现职干部时间.
    pub cadre_since: Option<NaiveDate>,
    /// 教师资格.
    pub certificate: String,
    /// 服务期至.
    pub service_until: Option<NaiveDate>,
    /// 退休日期.
    pub retire_on: Option<NaiveDate>,
    /// 现周课时.
    pub weekly_lessons: Option<u8>,
    /// 任教、交流、支教、借调经历.
    pub career: Vec<CareerEntry>,
    /// 本学年的暂不列入; in a kept run only those that may be told.
    pub exemptions: Vec<Exemption>,
    /// What the others do, in a kept run.
    pub leaves: Vec<Leave>,
    /// 本学年的人工判定.
    pub ruling: Option<Ruling>,
}

/// What an exemption that may not be told does on a way: that it is there, and how it stands (I-9).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Leave {
    /// On which way.
    pub track: Option<Track>,
    /// How it stands.
    pub effect: Effect,
}

impl TeacherFacts {
    /// The facts of a teacher on file with what is on file of him for the year.
    pub fn of(teacher: &Teacher, exemptions: Vec<Exemption>, ruling: Option<Ruling>) -> Self {
        let record = &teacher.record;
        let standing = &record.standing;
        Self {
            teacher: teacher.id,
            name: record.name.clone(),
            sex: record.sex,
            birth: record.birth,
            joined_work_on: record.joined_work_on,
            joined_school_on: record.joined_school_on,
            subject: record.subject.clone(),
            title: record.title.clone(),
            title_awarded: record.title_awarded.clone(),
            backbone: record.backbone.clone(),
            on_establishment: record.on_establishment,
            is_full_time: standing.is_full_time,
            cadre: standing.cadre_by(&record.post),
            cadre_since: standing.cadre_since,
            certificate: standing.certificate.clone(),
            service_until: standing.service_until,
            retire_on: standing.retire_on,
            weekly_lessons: standing.weekly_lessons,
            career: standing.career.clone(),
            exemptions,
            leaves: Vec::new(),
            ruling,
        }
    }

    /// Puts in place of each exemption that may not be told what it does on each way.
    pub(super) fn seal(&mut self, policy: &Policy, tracks: &[Option<Track>]) {
        for exemption in self.exemptions.iter().filter(|one| one.kind.is_sensitive()) {
            self.leaves.extend(tracks.iter().map(|track| Leave {
                track: *track,
                effect: exemption.effect(policy, *track),
            }));
        }
        self.exemptions.retain(|one| !one.kind.is_sensitive());
        // A certificate of a hospital would tell as much; that something was seen is enough.
        for proof in self
            .exemptions
            .iter_mut()
            .filter_map(|one| one.proof.as_mut())
        {
            proof.kind = ProofKind::Document;
        }
    }

    /// The last day of work in the countryside up to `day`; nothing when there was none.
    pub fn last_rural_day(&self, day: NaiveDate) -> Option<NaiveDate> {
        self.career
            .iter()
            .filter(|entry| entry.is_rural && entry.from <= day)
            .map(|entry| entry.to.map_or(day, |to| to.min(day)))
            .max()
    }
}
