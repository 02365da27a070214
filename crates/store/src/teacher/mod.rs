//! Teachers as they are kept.

use rusqlite::Row;

use domain::id::TeacherId;
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
        self.all(include_str!("list.sql"), &[], read)
    }

    /// One teacher.
    ///
    /// # Errors
    /// When he cannot be read.
    pub fn teacher(&self, id: TeacherId) -> Result<Option<Teacher>, Error> {
        self.first(include_str!("get.sql"), &[(":id", &id.to_string())], read)
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
        )
    }
}

impl Tx<'_> {
    /// Adds a teacher.
    ///
    /// # Errors
    /// `STORE-REFUSED` when another teacher has the same ID number.
    pub fn add_teacher(&self, teacher: &Teacher) -> Result<(), Error> {
        self.require_one_person(teacher)?;
        let after = fields(teacher);
        self.write(include_str!("add.sql"), &after)?;
        self.record(
            NOUN,
            &teacher.id.to_string(),
            &teacher.record.name,
            None,
            Some(&after),
        );
        Ok(())
    }

    /// Changes a teacher's record.
    ///
    /// # Errors
    /// As [`Self::add_teacher`]; `STORE-ABSENT` when he is not there.
    pub fn update_teacher(&self, teacher: &Teacher) -> Result<(), Error> {
        let before = self
            .teacher(teacher.id)?
            .ok_or_else(|| self.absent("教师"))?;
        self.require_one_person(teacher)?;
        let (before, after) = (fields(&before), fields(teacher));
        self.write(include_str!("update.sql"), &after)?;
        self.record(
            NOUN,
            &teacher.id.to_string(),
            &teacher.record.name,
            Some(&before),
            Some(&after),
        );
        Ok(())
    }

    /// Deletes a teacher whom nothing refers to.
    ///
    /// # Errors
    /// `STORE-REFUSED` when he has assignments; `STORE-ABSENT` when he is not there.
    pub fn remove_teacher(&self, id: TeacherId) -> Result<(), Error> {
        let teacher = self.teacher(id)?.ok_or_else(|| self.absent("教师"))?;
        let id = id.to_string();
        let postings = self.count(include_str!("count_assignments.sql"), &[(":id", &id)])?;
        if postings > 0 {
            return Err(Error::refused(
                "TEACHER-IN-USE",
                format!(
                    "{}有{postings}条交流安排，不能删除；确需删除的，请先删除他的交流安排",
                    teacher.record.name
                ),
            ));
        }
        self.run(include_str!("remove.sql"), &[(":id", &id)])?;
        let before = fields(&teacher);
        self.record(NOUN, &id, &teacher.record.name, Some(&before), None);
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
}

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
        },
    })
}
