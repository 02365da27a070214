//! Schools and their signing keys.

use domain::id::SchoolId;
use domain::refusal::{Judgement, Refusal};
use domain::school::Stage;

use crate::{read, shape};

shape! {
    /// A school with what it can sign with.
    pub struct School {
        /// Id.
        pub id: String,
        /// 全称.
        pub name: String,
        /// 简称.
        pub short_name: String,
        /// Code of the 学段.
        pub stage: String,
        /// 校长.
        pub principal: String,
        /// True for the school that keeps these records.
        pub is_mine: bool,
        /// Its signing key, if it has one.
        pub key: Option<SchoolKey>,
        /// True when a picture of its seal is on file.
        pub has_seal: bool,
    }

    /// What is public about a signing key.
    pub struct SchoolKey {
        /// SHA-256 of the certificate, in groups.
        pub fingerprint: String,
        /// Last day.
        pub valid_until: String,
    }

    /// A school as it is typed.
    pub struct SchoolForm {
        /// `None` for a new one.
        #[serde(default)]
        pub id: Option<String>,
        /// 全称.
        pub name: String,
        /// 简称.
        #[serde(default)]
        pub short_name: String,
        /// Code or word of the 学段; empty is 小学.
        #[serde(default)]
        pub stage: String,
        /// 校长.
        #[serde(default)]
        pub principal: String,
    }
}

impl SchoolForm {
    /// The school that was typed; `id` is the new one's id.
    ///
    /// # Errors
    /// What could not be read.
    pub fn read(&self, new_id: SchoolId) -> Result<domain::school::School, Vec<Refusal>> {
        let mut judgement = Judgement::new();
        let id = match self.id.as_deref() {
            Some(id) => read::id(id, "id", &mut judgement),
            None => Some(new_id),
        };
        let stage = read::optional_choice(Some(&self.stage), Stage::named, "stage", &mut judgement);
        let school = domain::school::School {
            id: id.unwrap_or(new_id),
            name: self.name.clone(),
            short_name: self.short_name.clone(),
            stage: stage.unwrap_or(Stage::Primary),
            principal: self.principal.clone(),
            is_mine: false,
        };
        judgement.pass(school)
    }
}

impl School {
    /// A school on file.
    pub fn of(found: &app::school::SchoolWithKey) -> Self {
        let school = &found.school;
        Self {
            id: school.id.to_string(),
            name: school.name.clone(),
            short_name: school.short_name.clone(),
            stage: school.stage.code().to_owned(),
            principal: school.principal.clone(),
            is_mine: school.is_mine,
            key: found
                .key
                .as_ref()
                .map(|(fingerprint, valid_until)| SchoolKey {
                    fingerprint: fingerprint.clone(),
                    valid_until: valid_until.clone(),
                }),
            has_seal: found.has_seal,
        }
    }
}
