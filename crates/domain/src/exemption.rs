//! Exemptions and deferrals (暂不列入, R201–R206): one school year each, to be renewed.
//!
//! On file is that a proof was seen, by whom and when. Must never: hold a diagnosis, a remark on health, or the
//! proof itself; so there is no free text here.

use chrono::{Days, NaiveDate};

use crate::coded::coded;
use crate::id::{ExemptionId, TeacherId};
use crate::policy::{Key, Policy, Track, Value};
use crate::refusal::{Judgement, Refusal};
use crate::teacher::Sex;
use crate::text::closed_up;
use crate::year::SchoolYear;

/// One exemption.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exemption {
    /// Id.
    pub id: ExemptionId,
    /// Who.
    pub teacher: TeacherId,
    /// The one school year it holds for.
    pub year: SchoolYear,
    /// 类别.
    pub kind: ExemptionKind,
    /// 申请日期.
    pub applied_on: NaiveDate,
    /// That a proof was seen.
    pub proof: Option<ProofSeen>,
    /// 教育局同意.
    pub consent: Option<Consent>,
}

/// That a proof was seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProofSeen {
    /// What sort of paper it was.
    pub kind: ProofKind,
    /// 验看日期.
    pub seen_on: NaiveDate,
    /// 验看人.
    pub checked_by: String,
}

/// A decision with its paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent {
    /// 文号.
    pub document: String,
    /// 日期.
    pub on: NaiveDate,
}

coded! {
    /// 暂不列入的类别.
    ExemptionKind {
        /// 孕期
        Pregnancy = "pregnancy", "孕期";
        /// 哺乳期
        Nursing = "nursing", "哺乳期";
        /// 重大疾病
        Illness = "illness", "因病不宜交流";
        /// 临近退休
        NearRetirement = "near_retirement", "临近退休";
        /// 服务期内
        ServicePeriod = "service_period", "服务期内";
        /// 中层第一学年
        MiddleCadre = "middle_cadre", "中层干部第一学年";
        /// 其他
        Other = "other", "其他";
    }
}

coded! {
    /// 验看的证明.
    ProofKind {
        /// 医院证明
        Hospital = "hospital", "医院证明";
        /// 三级以上医院证明
        TertiaryHospital = "tertiary_hospital", "三级以上医院证明";
        /// 文件或合同
        Document = "document", "文件或合同";
    }
}

coded! {
    /// What an exemption does under a policy.
    Effect {
        /// It holds.
        Holds = "holds", "有效";
        /// The policy does not know this kind.
        NotInPolicy = "not_in_policy", "所用制度没有这一类";
        /// No proof was seen, or not the one that the rule asks for.
        LacksProof = "lacks_proof", "未验看规定的证明";
        /// The bureau has not agreed yet.
        LacksConsent = "lacks_consent", "教育局尚未同意";
    }
}

impl ExemptionKind {
    /// The parameter that admits it; none for 其他, which a policy cannot foresee and the bureau must allow.
    pub fn key(self) -> Option<Key> {
        Some(match self {
            Self::Pregnancy => Key::ExemptPregnancy,
            Self::Nursing => Key::ExemptNursing,
            Self::Illness => Key::ExemptIllness,
            Self::NearRetirement => Key::ExemptYearsToRetire,
            Self::ServicePeriod => Key::ExemptInServicePeriod,
            Self::MiddleCadre => Key::ExemptMiddleCadreFirstYear,
            Self::Other => return None,
        })
    }

    /// True when only the list itself may be shown, never why (I-9).
    pub fn is_sensitive(self) -> bool {
        matches!(self, Self::Pregnancy | Self::Nursing | Self::Illness)
    }
}

impl Exemption {
    /// Judges an exemption as it was typed, beside the teacher's sex and his other exemptions.
    ///
    /// # Errors
    /// Every reason why it cannot be kept.
    pub fn judged(
        mut self,
        sex: Option<Sex>,
        others: &[Self],
        today: NaiveDate,
    ) -> Result<Self, Vec<Refusal>> {
        let mut judgement = Judgement::new();
        // Applications begin in the spring before the year.
        let first = self.year.first_day() - Days::new(250);
        judgement.require(
            self.applied_on >= first && self.applied_on <= self.year.last_day(),
            "EXEMPTION-DATE",
            "applied_on",
            "申请日期不在本学年及其准备期内；暂不列入每年申请一次",
        );
        judgement.require(
            self.applied_on <= today,
            "EXEMPTION-DATE",
            "applied_on",
            "申请日期晚于今天，请核对",
        );
        if let Some(proof) = &mut self.proof {
            proof.checked_by = closed_up(&proof.checked_by);
            let length = proof.checked_by.chars().count();
            judgement.require(
                (1..=30).contains(&length),
                "EXEMPTION-PROOF",
                "checked_by",
                "请填写验看人姓名，最多30个字",
            );
            judgement.require(
                proof.seen_on >= first,
                "EXEMPTION-PROOF",
                "seen_on",
                "证明须是本学年及其准备期内验看的；往年的请重新验看",
            );
            judgement.require(
                proof.seen_on <= today,
                "EXEMPTION-PROOF",
                "seen_on",
                "验看日期晚于今天，请核对",
            );
        }
        if let Some(consent) = &mut self.consent {
            consent.document = closed_up(&consent.document);
            let length = consent.document.chars().count();
            judgement.require(
                (1..=60).contains(&length),
                "EXEMPTION-CONSENT",
                "consent_document",
                "请填写教育局同意的文号，最多60个字",
            );
            judgement.require(
                consent.on >= self.applied_on && consent.on <= today,
                "EXEMPTION-CONSENT",
                "consent_on",
                "教育局同意的日期应在申请之后、今天之前",
            );
        }
        let is_of_women = matches!(self.kind, ExemptionKind::Pregnancy | ExemptionKind::Nursing);
        judgement.require(
            !(is_of_women && sex == Some(Sex::Male)),
            "EXEMPTION-SEX",
            "kind",
            "这一类只适用于女教师，请核对性别",
        );
        let is_twice = others.iter().any(|other| {
            other.id != self.id
                && (other.teacher, other.year, other.kind) == (self.teacher, self.year, self.kind)
        });
        judgement.require(
            !is_twice,
            "EXEMPTION-TWICE",
            "kind",
            "该教师本学年已有同类记录，请改那一条",
        );
        judgement.pass(self)
    }

    /// What it does under a policy on a way of exchange.
    pub fn effect(&self, policy: &Policy, track: Option<Track>) -> Effect {
        let is_known = match self.kind.key() {
            // 其他: nobody but the bureau can allow it.
            None => {
                return match self.consent {
                    Some(_) => Effect::Holds,
                    None => Effect::LacksConsent,
                };
            }
            Some(key) => match policy.value(key, track) {
                Some(Value::Flag(is_on)) => *is_on,
                Some(_) => true,
                None => false,
            },
        };
        if !is_known {
            return Effect::NotInPolicy;
        }
        if !self.has_proof_for(policy, track) {
            return Effect::LacksProof;
        }
        if self.kind.is_sensitive()
            && policy.says(Key::ExemptNeedsBureauApproval, track)
            && self.consent.is_none()
        {
            return Effect::LacksConsent;
        }
        Effect::Holds
    }

    /// What it does on the way on which it does most: what a list says of it.
    pub fn best_effect(&self, policy: &Policy) -> Effect {
        let ways = std::iter::once(None).chain(policy.tracks.iter().copied().map(Some));
        let effects: Vec<Effect> = ways.map(|way| self.effect(policy, way)).collect();
        [Effect::Holds, Effect::LacksConsent, Effect::LacksProof]
            .into_iter()
            .find(|effect| effects.contains(effect))
            .unwrap_or(Effect::NotInPolicy)
    }

    fn has_proof_for(&self, policy: &Policy, track: Option<Track>) -> bool {
        let asks_tertiary = self.kind == ExemptionKind::Illness
            && policy.codes(Key::ExemptIllnessProofLevel, track) == ["tertiary_hospital"];
        self.proof
            .as_ref()
            .is_some_and(|proof| !asks_tertiary || proof.kind == ProofKind::TertiaryHospital)
    }

    /// The same exemption asked anew for another year: proof and consent begin again.
    #[must_use]
    pub fn renewed(&self, id: ExemptionId, year: SchoolYear, applied_on: NaiveDate) -> Self {
        Self {
            id,
            year,
            applied_on,
            proof: None,
            consent: None,
            ..self.clone()
        }
    }
}

#[cfg(test)]
mod tests;
