//! Schools and their signing keys.

use domain::id::SchoolId;
use domain::refusal::{Judgement, Refusal};
use domain::school::{Area, Quality, Remoteness, Stage, Tier};

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
        /// 概况.
        pub profile: SchoolProfile,
    }

    /// 学校概况, as rules of direction and quotas ask. What is unknown is `None`.
    #[serde(default)]
    #[derive(Default)]
    pub struct SchoolProfile {
        /// Code or word of the 城乡类别.
        pub area: Option<String>,
        /// Code or word of the 学校层级.
        pub tier: Option<String>,
        /// Code or word of the 质量类别.
        pub quality: Option<String>,
        /// Code or word of the 边远程度.
        pub remoteness: Option<String>,
        /// 编制数.
        pub establishment: Option<u32>,
        /// 在编人数.
        pub on_establishment: Option<u32>,
        /// 满工作量周课时.
        pub full_load_lessons: Option<u8>,
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
        /// 概况.
        #[serde(default)]
        pub profile: SchoolProfile,
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
            profile: self.profile.read(&mut judgement),
        };
        judgement.pass(school)
    }
}

impl SchoolProfile {
    fn of(profile: &domain::school::SchoolProfile) -> Self {
        Self {
            area: profile.area.map(|area| area.code().to_owned()),
            tier: profile.tier.map(|tier| tier.code().to_owned()),
            quality: profile.quality.map(|quality| quality.code().to_owned()),
            remoteness: profile.remoteness.map(|one| one.code().to_owned()),
            establishment: profile.establishment,
            on_establishment: profile.on_establishment,
            full_load_lessons: profile.full_load_lessons,
        }
    }

    fn read(&self, judgement: &mut Judgement) -> domain::school::SchoolProfile {
        domain::school::SchoolProfile {
            area: read::optional_choice(self.area.as_deref(), Area::named, "area", judgement),
            tier: read::optional_choice(self.tier.as_deref(), Tier::named, "tier", judgement),
            quality: read::optional_choice(
                self.quality.as_deref(),
                Quality::named,
                "quality",
                judgement,
            ),
            remoteness: read::optional_choice(
                self.remoteness.as_deref(),
                Remoteness::named,
                "remoteness",
                judgement,
            ),
            establishment: self.establishment,
            on_establishment: self.on_establishment,
            full_load_lessons: self.full_load_lessons,
        }
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
            profile: SchoolProfile::of(&school.profile),
        }
    }
}
