//! Pasted needs of host schools. What a row leaves empty stays as it is on file.

use domain::need::{Need, Urgency};
use domain::refusal::{Judgement, Refusal};
use domain::year::Term;

use super::{Cells, Names, Record, Row, numbered, repeated};
use crate::clock::{self, At};
use crate::failure::Failure;
use crate::session::Session;

pub(super) const COLUMNS: &[&str] = &["学校", "学科", "年级", "人数", "要求", "紧急程度", "学期"];

pub(super) fn rows(
    session: &Session,
    names: &Names,
    lines: &[Vec<String>],
    at: At,
) -> Result<Vec<Row>, Failure> {
    let known = session.ledger.needs(session.year())?;
    // Rows of one paste must not repeat one another either.
    let mut all = known.clone();
    let mut seen: Vec<(Need, u32)> = Vec::new();
    numbered(lines, |cells| {
        let id = clock::new_id(at)?;
        let mut need = match one(session, names, &cells, id) {
            Ok(need) => need,
            Err(refusals) => return Ok(Err(refusals)),
        };
        let before = known.iter().find(|other| other.asks_as(&need)).cloned();
        if let Some((_, number)) = seen.iter().find(|(other, _)| other.asks_as(&need)) {
            let what = "同一学校、学科、年级";
            return Ok(Err(vec![repeated("NEED-TWICE", *number, what)]));
        }
        seen.push((need.clone(), cells.number));
        if let Some(before) = &before {
            need.id = before.id;
            need.surveyed_on = before.surveyed_on;
            // What a row leaves empty stays as it is on file.
            if cells.text(HEADS).is_empty() {
                need.heads = before.heads;
            }
            if cells.text(REQUIREMENT).is_empty() {
                need.requirement.clone_from(&before.requirement);
            }
            if cells.text(URGENCY).is_empty() {
                need.urgency = before.urgency;
            }
        }
        Ok(need.judged(session.school().id, &all).map(|need| {
            all.retain(|other| other.id != need.id);
            all.push(need.clone());
            let is_unchanged = before.as_ref() == Some(&need);
            (Record::Need(need), before.is_some(), is_unchanged)
        }))
    })
}

/// Places of the columns that may be left empty.
const HEADS: usize = 3;
const REQUIREMENT: usize = 4;
const URGENCY: usize = 5;

fn one(
    session: &Session,
    names: &Names,
    cells: &Cells<'_>,
    id: domain::id::NeedId,
) -> Result<Need, Vec<Refusal>> {
    let mut judgement = Judgement::new();
    let host_school = names.school(cells.text(0), &mut judgement);
    let heads = match cells.text(HEADS) {
        "" => Some(1),
        text => {
            let heads = transfer::pasted::number(text, &['人', '名']);
            if heads.is_none() {
                judgement.refuse("PASTE-HEADS", "heads", format!("人数“{text}”不是整数"));
            }
            heads
        }
    };
    let urgency = cells.choice(URGENCY, Urgency::named, &mut judgement);
    let term = cells.choice(6, term_named, &mut judgement);
    match (host_school, heads) {
        (Some(host_school), Some(heads)) => judgement.pass(Need {
            id,
            host_school,
            year: session.year(),
            term: term.unwrap_or(Term::Autumn),
            subject: cells.text(1).to_owned(),
            grade: cells.text(2).to_owned(),
            heads,
            requirement: cells.text(REQUIREMENT).to_owned(),
            urgency: urgency.unwrap_or(Urgency::Ordinary),
            surveyed_on: None,
        }),
        _ => Err(judgement.into_refusals()),
    }
}

fn term_named(text: &str) -> Option<Term> {
    match text {
        "秋季" | "第一学期" | "上学期" => Some(Term::Autumn),
        "春季" | "第二学期" | "下学期" => Some(Term::Spring),
        other => Term::ALL
            .into_iter()
            .find(|term| term.word() == other || term.code() == other),
    }
}
