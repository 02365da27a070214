//! The facts of a run as flat lists in a fixed order: what is frozen, and from which the run can be computed again.
//!
//! Must never: read a list of a format that this program does not know.

use chrono::NaiveDate;

use super::facts::{Leave, TeacherFacts};
use super::{Outcome, Ruling};
use crate::exemption::{Consent, Effect, Exemption, ExemptionKind, ProofKind, ProofSeen};
use crate::id::TeacherId;
use crate::policy::Track;
use crate::report::Fact;
use crate::teacher::{Cadre, CareerEntry, CareerKind, Sex};
use crate::year::SchoolYear;

/// The format of the lists. It rises when a fact is added or told otherwise.
pub const FORMAT: u32 = 1;

/// The list is not one that this program can read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("判定快照的格式或内容无法识别（{0}），不能据以复算；请用生成它的程序版本打开")]
pub struct UnknownFormat(pub String);

impl TeacherFacts {
    /// The facts as a list. What is not known is left out, so that it never looks like an empty one.
    pub fn to_list(&self) -> Vec<Fact> {
        let mut list: Vec<Fact> = Vec::new();
        let mut add = |name: &str, value: Option<String>| {
            if let Some(value) = value.filter(|value| !value.is_empty()) {
                list.push((name.to_owned(), value));
            }
        };
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
        let flag = |flag: Option<bool>| flag.map(|flag| flag.to_string());
        add("name", Some(self.name.clone()));
        add("sex", self.sex.map(|sex| sex.code().to_owned()));
        add("birth", self.birth.map(|birth| birth.to_string()));
        add("joined_work_on", day(self.joined_work_on));
        add("joined_school_on", day(self.joined_school_on));
        add("subject", Some(self.subject.clone()));
        add("title", Some(self.title.clone()));
        add("title_awarded", Some(self.title_awarded.clone()));
        add("backbone", Some(self.backbone.clone()));
        add("on_establishment", flag(self.on_establishment));
        add("is_full_time", flag(self.is_full_time));
        add("cadre", Some(self.cadre.code().to_owned()));
        add("cadre_since", day(self.cadre_since));
        add("certificate", Some(self.certificate.clone()));
        add("service_until", day(self.service_until));
        add("retire_on", day(self.retire_on));
        add("weekly_lessons", self.weekly_lessons.map(|n| n.to_string()));
        for entry in &self.career {
            add("career", Some(entry_text(entry)));
        }
        // What a run may not keep was sealed before: see `TeacherFacts::seal`.
        for exemption in &self.exemptions {
            add("exemption", Some(exemption_text(exemption)));
        }
        for leave in &self.leaves {
            let track = or_dash(leave.track.map(|track| track.code().to_owned()));
            add("leave", Some(format!("{track}|{}", leave.effect.code())));
        }
        if let Some(ruling) = &self.ruling {
            add("ruling", Some(ruling_text(ruling)));
        }
        list
    }

    /// The facts of a list.
    ///
    /// # Errors
    /// When the format is another one, or a fact cannot be read.
    pub fn from_list(
        format: u32,
        teacher: TeacherId,
        list: &[Fact],
    ) -> Result<Self, UnknownFormat> {
        if format != FORMAT {
            return Err(UnknownFormat(format!("第{format}版")));
        }
        let reader = Reader { list };
        Ok(Self {
            teacher,
            name: reader.text("name"),
            sex: reader.read("sex", Sex::from_code)?,
            birth: reader.read("birth", |text| text.parse().ok())?,
            joined_work_on: reader.day("joined_work_on")?,
            joined_school_on: reader.day("joined_school_on")?,
            subject: reader.text("subject"),
            title: reader.text("title"),
            title_awarded: reader.text("title_awarded"),
            backbone: reader.text("backbone"),
            on_establishment: reader.read("on_establishment", |text| text.parse().ok())?,
            is_full_time: reader.read("is_full_time", |text| text.parse().ok())?,
            cadre: reader
                .read("cadre", Cadre::from_code)?
                .unwrap_or(Cadre::None),
            cadre_since: reader.day("cadre_since")?,
            certificate: reader.text("certificate"),
            service_until: reader.day("service_until")?,
            retire_on: reader.day("retire_on")?,
            weekly_lessons: reader.read("weekly_lessons", |text| text.parse().ok())?,
            career: reader.all("career", entry_of)?,
            exemptions: reader.all("exemption", |text| exemption_of(teacher, text))?,
            leaves: reader.all("leave", leave_of)?,
            ruling: reader.read("ruling", |text| ruling_of(teacher, text))?,
        })
    }
}

struct Reader<'a> {
    list: &'a [Fact],
}

impl Reader<'_> {
    fn find(&self, name: &str) -> Option<&str> {
        self.list
            .iter()
            .find(|(other, _)| other == name)
            .map(|(_, value)| value.as_str())
    }

    fn text(&self, name: &str) -> String {
        self.find(name).unwrap_or_default().to_owned()
    }

    fn read<T>(
        &self,
        name: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, UnknownFormat> {
        self.find(name)
            .map(|text| read(text).ok_or_else(|| UnknownFormat(name.to_owned())))
            .transpose()
    }

    fn day(&self, name: &str) -> Result<Option<NaiveDate>, UnknownFormat> {
        self.read(name, |text| text.parse().ok())
    }

    fn all<T>(
        &self,
        name: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<Vec<T>, UnknownFormat> {
        self.list
            .iter()
            .filter(|(other, _)| other == name)
            .map(|(_, value)| read(value).ok_or_else(|| UnknownFormat(name.to_owned())))
            .collect()
    }
}

/// Between the parts of a text; a part that is typed stands last, so it may hold one.
const BAR: char = '|';

fn or_dash(text: Option<String>) -> String {
    text.unwrap_or_else(|| "-".to_owned())
}

/// A part that may be absent.
fn part<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
    if text == "-" {
        Some(None)
    } else {
        read(text).map(Some)
    }
}

fn entry_text(entry: &CareerEntry) -> String {
    [
        entry.kind.code().to_owned(),
        entry.from.to_string(),
        or_dash(entry.to.map(|day| day.to_string())),
        entry.is_rural.to_string(),
        entry.school.clone(),
    ]
    .join("|")
}

fn entry_of(text: &str) -> Option<CareerEntry> {
    let parts: Vec<&str> = text.splitn(5, BAR).collect();
    let [kind, from, to, is_rural, school] = parts.as_slice() else {
        return None;
    };
    Some(CareerEntry {
        kind: CareerKind::from_code(kind)?,
        from: from.parse().ok()?,
        to: part(to, |text| text.parse().ok())?,
        is_rural: is_rural.parse().ok()?,
        school: (*school).to_owned(),
    })
}

fn exemption_text(exemption: &Exemption) -> String {
    let proof = exemption.proof.as_ref();
    let consent = exemption.consent.as_ref();
    [
        exemption.id.to_string(),
        exemption.year.to_string(),
        exemption.kind.code().to_owned(),
        exemption.applied_on.to_string(),
        or_dash(proof.map(|proof| proof.kind.code().to_owned())),
        or_dash(proof.map(|proof| proof.seen_on.to_string())),
        or_dash(consent.map(|consent| consent.on.to_string())),
        proof
            .map(|proof| proof.checked_by.replace(BAR, "/"))
            .unwrap_or_default(),
        consent
            .map(|consent| consent.document.clone())
            .unwrap_or_default(),
    ]
    .join("|")
}

fn exemption_of(teacher: TeacherId, text: &str) -> Option<Exemption> {
    let parts: Vec<&str> = text.splitn(9, BAR).collect();
    let [
        id,
        year,
        kind,
        applied_on,
        proof,
        seen_on,
        consent_on,
        checked_by,
        document,
    ] = parts.as_slice()
    else {
        return None;
    };
    let proof = match (
        part(proof, ProofKind::from_code)?,
        part(seen_on, |text| text.parse().ok())?,
    ) {
        (Some(kind), Some(seen_on)) => Some(ProofSeen {
            kind,
            seen_on,
            checked_by: (*checked_by).to_owned(),
        }),
        _ => None,
    };
    let consent = part(consent_on, |text| text.parse().ok())?.map(|on| Consent {
        document: (*document).to_owned(),
        on,
    });
    Some(Exemption {
        id: id.parse().ok()?,
        teacher,
        year: year.parse().ok()?,
        kind: ExemptionKind::from_code(kind)?,
        applied_on: applied_on.parse().ok()?,
        proof,
        consent,
    })
}

fn leave_of(text: &str) -> Option<Leave> {
    let (track, effect) = text.split_once(BAR)?;
    Some(Leave {
        track: part(track, Track::from_code)?,
        effect: Effect::from_code(effect)?,
    })
}

fn ruling_text(ruling: &Ruling) -> String {
    [
        ruling.year.to_string(),
        ruling.outcome.code().to_owned(),
        ruling.on.to_string(),
        ruling.question.clone(),
        ruling.reason.clone(),
    ]
    .join("|")
}

fn ruling_of(teacher: TeacherId, text: &str) -> Option<Ruling> {
    let parts: Vec<&str> = text.splitn(5, BAR).collect();
    let [year, outcome, on, question, reason] = parts.as_slice() else {
        return None;
    };
    let year: SchoolYear = year.parse().ok()?;
    Some(Ruling {
        teacher,
        year,
        outcome: Outcome::from_code(outcome)?,
        question: (*question).to_owned(),
        reason: (*reason).to_owned(),
        on: on.parse().ok()?,
    })
}
