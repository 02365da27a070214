//! My school as a frozen run keeps it.
//!
//! Must never: take a word that it does not know for an unknown fact.

use rusqlite::Row;
use serde_json::json;

use domain::eligibility::{SchoolFacts, UnknownFormat};
use domain::report::Fact;
use domain::school::{Area, Quality, Remoteness, SchoolProfile, Stage, Tier};

use crate::column;
use crate::field::Fields;

/// The facts as they stand in the row: the profile is a list in JSON.
pub(super) struct Told {
    name: String,
    stage: Stage,
    profile: String,
}

impl Told {
    /// The facts themselves.
    ///
    /// # Errors
    /// When the profile holds what this program cannot read.
    pub(super) fn facts(self) -> Result<SchoolFacts, UnknownFormat> {
        Ok(SchoolFacts {
            name: self.name,
            stage: self.stage,
            profile: profile(&self.profile)?,
        })
    }
}

pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Told> {
    Ok(Told {
        name: row.get("school_name")?,
        stage: column::coded(row, "school_stage", Stage::from_code)?,
        profile: row.get("school_profile")?,
    })
}

pub(super) fn fields(school: &SchoolFacts) -> Fields {
    Fields::new()
        .with_unlogged(":school_name", school.name.clone())
        .with_unlogged(":school_stage", school.stage.code().to_owned())
        .with_unlogged(":school_profile", json!(list(&school.profile)).to_string())
}

/// What is not known is left out.
fn list(profile: &SchoolProfile) -> Vec<Fact> {
    [
        ("area", profile.area.map(|area| area.code().to_owned())),
        ("tier", profile.tier.map(|tier| tier.code().to_owned())),
        (
            "quality",
            profile.quality.map(|quality| quality.code().to_owned()),
        ),
        (
            "remoteness",
            profile
                .remoteness
                .map(|remoteness| remoteness.code().to_owned()),
        ),
        (
            "establishment",
            profile.establishment.map(|n| n.to_string()),
        ),
        (
            "on_establishment",
            profile.on_establishment.map(|n| n.to_string()),
        ),
        (
            "full_load_lessons",
            profile.full_load_lessons.map(|n| n.to_string()),
        ),
    ]
    .into_iter()
    .filter_map(|(name, value)| Some((name.to_owned(), value?)))
    .collect()
}

fn profile(text: &str) -> Result<SchoolProfile, UnknownFormat> {
    let facts: Vec<Fact> =
        serde_json::from_str(text).map_err(|_| UnknownFormat("school_profile".to_owned()))?;
    let mut profile = SchoolProfile::default();
    for (name, value) in &facts {
        let known = match name.as_str() {
            "area" => set(&mut profile.area, Area::from_code(value)),
            "tier" => set(&mut profile.tier, Tier::from_code(value)),
            "quality" => set(&mut profile.quality, Quality::from_code(value)),
            "remoteness" => set(&mut profile.remoteness, Remoteness::from_code(value)),
            "establishment" => set(&mut profile.establishment, value.parse().ok()),
            "on_establishment" => set(&mut profile.on_establishment, value.parse().ok()),
            "full_load_lessons" => set(&mut profile.full_load_lessons, value.parse().ok()),
            _ => None,
        };
        known.ok_or_else(|| UnknownFormat(name.clone()))?;
    }
    Ok(profile)
}

/// Sets a fact that was understood; nothing when it was not.
fn set<T>(place: &mut Option<T>, value: Option<T>) -> Option<()> {
    *place = Some(value?);
    Some(())
}
