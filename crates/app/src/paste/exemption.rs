//! Pasted exemptions: that a proof was seen, and the bureau's consent.

use domain::exemption::{Consent, Exemption, ExemptionKind, ProofKind, ProofSeen};
use domain::refusal::{Judgement, Refusal};

use super::{Cells, Names, Record, Row, numbered, repeated};
use crate::clock::{self, At};
use crate::failure::Failure;
use crate::session::Session;
use crate::teacher;

pub(super) const COLUMNS: &[&str] = &[
    "姓名",
    "类别",
    "申请日期",
    "证明",
    "验看日期",
    "验看人",
    "同意文号",
    "同意日期",
];

pub(super) fn rows(
    session: &Session,
    names: &Names,
    lines: &[Vec<String>],
    at: At,
) -> Result<Vec<Row>, Failure> {
    let known = session.ledger.exemptions(session.year())?;
    let mut all = known.clone();
    let mut seen: Vec<(_, u32)> = Vec::new();
    numbered(lines, |cells| {
        let id = clock::new_id(at)?;
        let exemption = match one(session, names, &cells, id) {
            Ok(exemption) => exemption,
            Err(refusals) => return Ok(Err(refusals)),
        };
        let before = known
            .iter()
            .find(|one| (one.teacher, one.kind) == (exemption.teacher, exemption.kind))
            .cloned();
        let subject = (exemption.teacher, exemption.kind);
        if let Some((_, number)) = seen.iter().find(|(other, _)| *other == subject) {
            let what = "同一位教师的同一类别";
            return Ok(Err(vec![repeated("EXEMPTION-TWICE", *number, what)]));
        }
        seen.push((subject, cells.number));
        // What a row leaves empty stays as it is on file.
        let exemption = match &before {
            Some(before) => Exemption {
                id: before.id,
                proof: exemption.proof.or_else(|| before.proof.clone()),
                consent: exemption.consent.or_else(|| before.consent.clone()),
                ..exemption
            },
            None => exemption,
        };
        let sex = teacher::get(session, exemption.teacher)?.record.sex;
        Ok(exemption
            .judged(sex, &all, clock::day(at))
            .map(|exemption| {
                all.retain(|other| other.id != exemption.id);
                all.push(exemption.clone());
                let is_unchanged = before.as_ref() == Some(&exemption);
                (Record::Exemption(exemption), before.is_some(), is_unchanged)
            }))
    })
}

fn one(
    session: &Session,
    names: &Names,
    cells: &Cells<'_>,
    id: domain::id::ExemptionId,
) -> Result<Exemption, Vec<Refusal>> {
    let mut judgement = Judgement::new();
    let teacher = names.teacher(cells.text(0), &mut judgement);
    let kind = cells.choice(1, ExemptionKind::named, &mut judgement);
    judgement.require(!cells.text(1).is_empty(), "PASTE-KIND", "kind", "缺少类别");
    let applied_on = cells.day(2, &mut judgement);
    judgement.require(
        !cells.text(2).is_empty(),
        "PASTE-DATE",
        "applied_on",
        "缺少申请日期",
    );
    let proof_kind = cells.choice(3, ProofKind::named, &mut judgement);
    let seen_on = cells.day(4, &mut judgement);
    let proof = match (proof_kind, seen_on) {
        (Some(kind), Some(seen_on)) => Some(ProofSeen {
            kind,
            seen_on,
            checked_by: cells.text(5).to_owned(),
        }),
        _ => {
            let is_half = [3, 4, 5].iter().any(|place| !cells.text(*place).is_empty());
            judgement.require(
                !is_half,
                "EXEMPTION-PROOF",
                "proof_kind",
                "验看了证明的，请填全证明、验看日期和验看人",
            );
            None
        }
    };
    let consent_on = cells.day(7, &mut judgement);
    judgement.require(
        cells.text(6).is_empty() == cells.text(7).is_empty(),
        "EXEMPTION-CONSENT",
        "consent_on",
        "同意文号和同意日期请一并填写",
    );
    let consent = consent_on.map(|on| Consent {
        document: cells.text(6).to_owned(),
        on,
    });
    match (teacher, kind, applied_on) {
        (Some(teacher), Some(kind), Some(applied_on)) => judgement.pass(Exemption {
            id,
            teacher,
            year: session.year(),
            kind,
            applied_on,
            proof,
            consent,
        }),
        _ => Err(judgement.into_refusals()),
    }
}
