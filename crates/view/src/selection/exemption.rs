//! Exemptions: that a proof was seen, never what it says.

use app::exemption::ExemptionLine;
use domain::exemption::{Consent, Exemption, ExemptionKind, ProofKind, ProofSeen};
use domain::id::{ExemptionId, TeacherId};
use domain::refusal::{Judgement, Refusal};
use domain::year::SchoolYear;

use crate::calendar::required;
use crate::{read, shape};

shape! {
    /// One line of the list.
    pub struct ExemptionRow {
        /// What was typed.
        #[serde(flatten)]
        pub form: ExemptionForm,
        /// 姓名.
        pub teacher: String,
        /// Initials to search by.
        pub initials: String,
        /// True when it holds under the policy in force.
        pub holds: bool,
        /// How it stands, in words.
        pub effect_word: String,
    }

    /// An exemption as it is typed.
    pub struct ExemptionForm {
        /// `None` for a new one.
        #[serde(default)]
        pub id: Option<String>,
        /// Id of the teacher.
        pub teacher_id: String,
        /// Code or word of the kind.
        pub kind: String,
        /// 申请日期.
        pub applied_on: String,
        /// Code or word of what was seen; `None` while nothing was.
        #[serde(default)]
        pub proof_kind: Option<String>,
        /// 验看日期.
        #[serde(default)]
        pub seen_on: Option<String>,
        /// 验看人.
        #[serde(default)]
        pub checked_by: String,
        /// 教育局同意文号.
        #[serde(default)]
        pub consent_document: String,
        /// 同意日期.
        #[serde(default)]
        pub consent_on: Option<String>,
    }
}

impl ExemptionRow {
    /// A line on file.
    pub fn of(line: &ExemptionLine) -> Self {
        let exemption = &line.exemption;
        let proof = exemption.proof.as_ref();
        let consent = exemption.consent.as_ref();
        Self {
            form: ExemptionForm {
                id: Some(exemption.id.to_string()),
                teacher_id: exemption.teacher.to_string(),
                kind: exemption.kind.code().to_owned(),
                applied_on: exemption.applied_on.to_string(),
                proof_kind: proof.map(|proof| proof.kind.code().to_owned()),
                seen_on: proof.map(|proof| proof.seen_on.to_string()),
                checked_by: proof
                    .map(|proof| proof.checked_by.clone())
                    .unwrap_or_default(),
                consent_document: consent
                    .map(|consent| consent.document.clone())
                    .unwrap_or_default(),
                consent_on: consent.map(|consent| consent.on.to_string()),
            },
            teacher: line.teacher.record.name.clone(),
            initials: domain::teacher::pinyin_initials(&line.teacher.record.name),
            holds: line.effect == domain::exemption::Effect::Holds,
            effect_word: line.effect.word().to_owned(),
        }
    }
}

impl ExemptionForm {
    /// The exemption that was typed; `new_id` is a new one's id.
    ///
    /// # Errors
    /// What could not be read: half a proof and half a consent among it.
    pub fn read(&self, new_id: ExemptionId, year: SchoolYear) -> Result<Exemption, Vec<Refusal>> {
        let mut judgement = Judgement::new();
        let id = match self.id.as_deref() {
            Some(id) => read::id(id, "id", &mut judgement),
            None => Some(new_id),
        };
        let teacher: Option<TeacherId> = read::id(&self.teacher_id, "teacher_id", &mut judgement);
        let kind = read::choice(&self.kind, ExemptionKind::named, "kind", &mut judgement);
        let applied_on = required(&self.applied_on, "applied_on", &mut judgement);
        let proof = self.proof(&mut judgement);
        let consent = self.consent(&mut judgement);
        match (id, teacher, kind, applied_on) {
            (Some(id), Some(teacher), Some(kind), Some(applied_on)) => judgement.pass(Exemption {
                id,
                teacher,
                year,
                kind,
                applied_on,
                proof,
                consent,
            }),
            _ => Err(judgement.into_refusals()),
        }
    }

    fn proof(&self, judgement: &mut Judgement) -> Option<ProofSeen> {
        let kind = read::optional_choice(
            self.proof_kind.as_deref(),
            ProofKind::named,
            "proof_kind",
            judgement,
        );
        let seen_on = read::date(self.seen_on.as_deref(), "seen_on", judgement);
        let has_any = kind.is_some() || seen_on.is_some() || !self.checked_by.trim().is_empty();
        if let (Some(kind), Some(seen_on)) = (kind, seen_on) {
            return Some(ProofSeen {
                kind,
                seen_on,
                checked_by: self.checked_by.clone(),
            });
        }
        judgement.require(
            !has_any,
            "EXEMPTION-PROOF",
            "seen_on",
            "验看了证明的，请填全证明类别、验看日期和验看人",
        );
        None
    }

    fn consent(&self, judgement: &mut Judgement) -> Option<Consent> {
        consent_of(
            &self.consent_document,
            self.consent_on.as_deref(),
            ("consent_document", "consent_on"),
            judgement,
        )
    }
}

/// A decision with its paper: both or neither.
pub(super) fn consent_of(
    document: &str,
    on: Option<&str>,
    places: (&str, &str),
    judgement: &mut Judgement,
) -> Option<Consent> {
    let on = read::date(on, places.1, judgement);
    let document = document.trim();
    match on {
        Some(on) => Some(Consent {
            document: document.to_owned(),
            on,
        }),
        None => {
            judgement.require(
                document.is_empty(),
                "INPUT-DATE",
                places.1,
                "有文号的请填写日期",
            );
            None
        }
    }
}
