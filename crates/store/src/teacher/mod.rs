//! Teachers as they are kept.

mod standing;

use rusqlite::Row;

use domain::id::TeacherId;
use domain::refusal::Refusal;
use domain::teacher::{Sex, Teacher, TeacherRecord, pinyin_initials, pinyin_key};

use crate::column;
use crate::error::Error;
use crate::field::Fields;
use crate::records::Records;
use crate::tx::Tx;

const NOUN: &str = "teacher";

impl Records {
    /// All teachers, in the order of their names' reading.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn teachers(&self) -> Result<Vec<Teacher>, Error> {
        let teachers = self.all(include_str!("list.sql"), &[], read)?;
        self.with_all_careers(teachers)
    }

    /// One teacher.
    ///
    /// # Errors
    /// When he cannot be read.
    pub fn teacher(&self, id: TeacherId) -> Result<Option<Teacher>, Error> {
        self.first(include_str!("get.sql"), &[(":id", &id.to_string())], read)?
            .map(|teacher| self.with_career(teacher))
            .transpose()
    }

    /// The teacher with this digest of an ID number (see [`Records::id_digest`]); none for an empty one.
    ///
    /// # Errors
    /// When he cannot be read.
    pub fn teacher_by_digest(&self, id_digest: &str) -> Result<Option<Teacher>, Error> {
        self.first(
            include_str!("get_by_digest.sql"),
            &[(":id_digest", &id_digest)],
            read,
        )?
        .map(|teacher| self.with_career(teacher))
        .transpose()
    }

    /// The name of a teacher, for the log.
    pub(crate) fn teacher_name(&self, id: TeacherId) -> Result<String, Error> {
        let teacher = self.teacher(id)?.ok_or_else(|| self.absent("教师"))?;
        Ok(teacher.record.name)
    }
}

impl Tx<'_> {
    /// Adds a teacher.
    ///
    /// # Errors
    /// `STORE-REFUSED` when another teacher has the same ID number.
    pub fn add_teacher(&self, teacher: &Teacher) -> Result<(), Error> {
        self.require_one_person(teacher)?;
        self.write(include_str!("add.sql"), &fields(teacher))?;
        self.write_career(teacher)?;
        self.record(
            NOUN,
            &teacher.id.to_string(),
            &teacher.record.name,
            None,
            Some(&shown(teacher)),
        );
        Ok(())
    }

    /// Changes a teacher's record; his career become exactly the given ones.
    ///
    /// # Errors
    /// As [`Self::add_teacher`]; `STORE-ABSENT` when he is not there.
    pub fn update_teacher(&self, teacher: &Teacher) -> Result<(), Error> {
        let before = self
            .teacher(teacher.id)?
            .ok_or_else(|| self.absent("教师"))?;
        if before == *teacher {
            return Ok(());
        }
        self.require_one_person(teacher)?;
        self.write(include_str!("update.sql"), &fields(teacher))?;
        self.write_career(teacher)?;
        self.record(
            NOUN,
            &teacher.id.to_string(),
            &teacher.record.name,
            Some(&shown(&before)),
            Some(&shown(teacher)),
        );
        Ok(())
    }

    /// Deletes a teacher whom nothing refers to, and with him his exemptions and rulings. Frozen eligibility
    /// runs keep what they found about him.
    ///
    /// # Errors
    /// `STORE-REFUSED` with every reason when he has assignments or is a candidate; `STORE-ABSENT` when he is
    /// not there.
    pub fn remove_teacher(&self, id: TeacherId) -> Result<(), Error> {
        let teacher = self.teacher(id)?.ok_or_else(|| self.absent("教师"))?;
        let name = &teacher.record.name;
        let text = id.to_string();
        let mut refusals = Vec::new();
        for (sql, what) in [
            (include_str!("count_assignments.sql"), "交流安排"),
            (include_str!("count_candidates.sql"), "候选人记录"),
        ] {
            let count = self.count(sql, &[(":id", &text)])?;
            if count > 0 {
                refusals.push(Refusal::new(
                    "TEACHER-IN-USE",
                    format!("{name}有{count}条{what}，不能删除；确需删除的，请先删除他的{what}"),
                ));
            }
        }
        if !refusals.is_empty() {
            return Err(Error::Refused(refusals));
        }
        // Each by its own verb, so that the log knows of it.
        for exemption in self.exemptions_of(id)? {
            self.remove_exemption(exemption.id)?;
        }
        for ruling in self.rulings_of(id)? {
            self.remove_ruling(id, ruling.year)?;
        }
        self.execute(include_str!("remove.sql"), &[(":id", &text)])?;
        self.record(NOUN, &text, name, Some(&shown(&teacher)), None);
        Ok(())
    }

    fn require_one_person(&self, teacher: &Teacher) -> Result<(), Error> {
        match self.teacher_by_digest(&teacher.record.id_digest)? {
            Some(other) if other.id != teacher.id => Err(Error::refused(
                "TEACHER-TWICE",
                format!(
                    "{}的身份证号与已登记的{}相同，请核对是否为同一人",
                    teacher.record.name, other.record.name
                ),
            )),
            _ => Ok(()),
        }
    }
}

/// The row and the career: what the log shows.
fn shown(teacher: &Teacher) -> Fields {
    fields(teacher).with_all(standing::shown(&teacher.record.standing.career))
}

fn fields(teacher: &Teacher) -> Fields {
    let record = &teacher.record;
    Fields::new()
        .with_unlogged(":id", teacher.id.to_string())
        .with(":name", record.name.clone())
        .with_unlogged(":pinyin_key", pinyin_key(&record.name))
        .with_unlogged(":initials", pinyin_initials(&record.name))
        .with(":sex", record.sex.map(|sex| sex.code().to_owned()))
        .with(":birth", record.birth.map(|birth| birth.to_string()))
        .with(":id_tail", record.id_tail.clone())
        .with_masked(":id_digest", record.id_digest.clone())
        .with(":political_status", record.political_status.clone())
        .with(":education", record.education.clone())
        .with(":subject", record.subject.clone())
        .with(":title", record.title.clone())
        .with(":title_awarded", record.title_awarded.clone())
        .with(":backbone", record.backbone.clone())
        .with(":post", record.post.clone())
        .with(
            ":joined_work_on",
            record.joined_work_on.map(|day| day.to_string()),
        )
        .with(
            ":joined_school_on",
            record.joined_school_on.map(|day| day.to_string()),
        )
        .with(":on_establishment", record.on_establishment)
        .with_masked(":phone", record.phone.clone())
        .with(":note", record.note.clone())
        .with_all(standing::fields(&record.standing))
}

/// A teacher without his career.
fn read(row: &Row<'_>) -> rusqlite::Result<Teacher> {
    Ok(Teacher {
        id: column::parsed(row, "id")?,
        record: TeacherRecord {
            name: row.get("name")?,
            sex: column::coded_or_none(row, "sex", Sex::from_code)?,
            birth: column::parsed_or_none(row, "birth")?,
            id_tail: row.get("id_tail")?,
            id_digest: row.get("id_digest")?,
            political_status: row.get("political_status")?,
            education: row.get("education")?,
            subject: row.get("subject")?,
            title: row.get("title")?,
            title_awarded: row.get("title_awarded")?,
            backbone: row.get("backbone")?,
            post: row.get("post")?,
            joined_work_on: column::day_or_none(row, "joined_work_on")?,
            joined_school_on: column::day_or_none(row, "joined_school_on")?,
            on_establishment: row.get("on_establishment")?,
            phone: row.get("phone")?,
            note: row.get("note")?,
            standing: standing::read(row)?,
        },
    })
}
