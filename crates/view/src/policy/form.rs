//! A school's copy of a policy, read from what was typed.

use app::policy::NewVersion;
use domain::id::PolicyId;
use domain::policy::{Edit, EditedPolicy};
use domain::refusal::{Judgement, Refusal};
use domain::year::SchoolYear;

use super::{PolicyEdit, PolicyForm};

impl PolicyForm {
    /// The form of a copy on file.
    pub fn of(own: &EditedPolicy) -> Self {
        Self {
            id: Some(own.id.to_string()),
            name: own.name.clone(),
            based_on: own.based_on.clone(),
            effective_from: own.effective_from.to_string(),
            edits: own
                .edits
                .iter()
                .map(|edit| PolicyEdit {
                    key: edit.key.code().to_owned(),
                    track: edit.track.map(|track| track.code().to_owned()),
                    value: edit.value.as_ref().map(ToString::to_string),
                })
                .collect(),
        }
    }

    /// The version that was typed of the copy `id`, or of a new one.
    ///
    /// # Errors
    /// What could not be read, all at once.
    pub fn read(&self, id: Option<PolicyId>) -> Result<NewVersion, Vec<Refusal>> {
        let mut judgement = Judgement::new();
        let effective_from = self.effective_from.trim().parse::<SchoolYear>();
        if let Err(invalid) = &effective_from {
            judgement.refuse("YEAR-INVALID", "effective_from", invalid.to_string());
        }
        let edits = self
            .edits
            .iter()
            .filter_map(|edit| {
                judgement.take(Edit::read(
                    &edit.key,
                    edit.track.as_deref(),
                    edit.value.as_deref(),
                ))
            })
            .collect();
        match effective_from {
            Ok(effective_from) => judgement.pass(NewVersion {
                id,
                name: self.name.clone(),
                based_on: self.based_on.clone(),
                effective_from,
                edits,
            }),
            Err(_) => Err(judgement.into_refusals()),
        }
    }
}
