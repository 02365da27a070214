//! Policies: the presets, the school's own copies, which one is in force, and two of them side by side.

use domain::eligibility::{TeacherFacts, Verdict};
use domain::id::PolicyId;
use domain::op::Op;
use domain::policy::difference::{Difference, differences};
use domain::policy::{self, Edit, EditedPolicy, Policy, PolicyKind, preset};
use domain::refusal::Refusal;
use domain::year::SchoolYear;

use crate::clock::{self, At};
use crate::eligibility;
use crate::failure::Failure;
use crate::session::Session;

/// A policy with what the records say of it.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The policy; of a copy, with its changes in place.
    pub policy: Policy,
    /// The copy, where it is one.
    pub own: Option<EditedPolicy>,
    /// The preset behind a copy.
    pub preset: Option<Policy>,
    /// True when it rules who goes.
    pub is_selection: bool,
    /// True when this version is in force for the session's year.
    pub is_in_force: bool,
    /// The version of it that is in force; a school may have saved a later one.
    pub version_in_force: Option<u32>,
    /// True for duties, meetings and surveys, which are switched on beside the policy in force.
    pub can_switch: bool,
    /// True when they are switched on for the session's year.
    pub is_beside: bool,
}

/// What is typed of a copy.
#[derive(Debug, Clone)]
pub struct NewVersion {
    /// The copy; a new one when `None`.
    pub id: Option<PolicyId>,
    /// Its name.
    pub name: String,
    /// Code of the preset.
    pub based_on: String,
    /// The first school year it holds for.
    pub effective_from: SchoolYear,
    /// Everything that is not as in the preset.
    pub edits: Vec<Edit>,
}

/// Two policies side by side.
#[derive(Debug)]
pub struct Comparison {
    /// The first.
    pub first: Listed,
    /// The second.
    pub second: Listed,
    /// For which school year the teachers were run.
    pub year: SchoolYear,
    /// Where they differ.
    pub differences: Vec<Difference>,
    /// For whom they come out otherwise: his facts, the first verdict and the second.
    pub people: Vec<(TeacherFacts, Verdict, Verdict)>,
    /// Teachers that were run.
    pub n_teachers: usize,
    /// Why nobody was run; empty when they were.
    pub why_nobody: String,
}

/// The presets, for those who have no records open.
pub fn presets() -> Vec<Listed> {
    preset::all()
        .into_iter()
        .map(|policy| Listed {
            is_in_force: policy.code == policy::DEFAULT,
            ..of_preset(policy)
        })
        .collect()
}

fn of_preset(policy: Policy) -> Listed {
    Listed {
        is_selection: is_selection(&policy),
        policy,
        own: None,
        preset: None,
        is_in_force: false,
        version_in_force: None,
        can_switch: false,
        is_beside: false,
    }
}

/// A policy that can be put in force: one that says who goes.
fn is_selection(policy: &Policy) -> bool {
    policy.kind == PolicyKind::Selection
}

/// The preset of a code, or a refusal.
///
/// # Errors
/// When there is none of that code or version.
pub fn find_preset(code: &str) -> Result<Listed, Failure> {
    let (name, version) = split(code);
    let found = preset::find(name).ok_or_else(|| absent(code))?;
    require_version(found.version, version, code)?;
    Ok(of_preset(found))
}

/// All policies: the school's own copies first, then the presets.
///
/// # Errors
/// When the records cannot be read.
pub fn list(session: &Session) -> Result<Vec<Listed>, Failure> {
    let marks = Marks::of(session, session.year())?;
    let mut all = Vec::new();
    for own in session.ledger.policies()? {
        all.push(marks.marked(of_own(own)?));
    }
    all.extend(
        preset::all()
            .into_iter()
            .map(|preset| marks.marked(of_preset(preset))),
    );
    Ok(all)
}

/// One policy: by the code or slug of a preset, or by the id of a copy; `@2` behind it names a version.
///
/// # Errors
/// When there is none of that name or version.
pub fn find(session: &Session, text: &str) -> Result<Listed, Failure> {
    let marks = Marks::of(session, session.year())?;
    Ok(marks.marked(found(session, text)?))
}

fn found(session: &Session, text: &str) -> Result<Listed, Failure> {
    let (name, version) = split(text);
    match name.parse::<PolicyId>() {
        Ok(id) if preset::find(name).is_none() => {
            let own = session.ledger.policy(id, version)?;
            of_own(own.ok_or_else(|| absent(text))?)
        }
        _ => find_preset(text),
    }
}

/// The policy in force for a school year: the one chosen for it or last before it, else the default.
///
/// # Errors
/// When the records cannot be read.
pub fn in_force(session: &Session, year: SchoolYear) -> Result<Policy, Failure> {
    Ok(found(session, &stamp_in_force(session, year)?)?.policy)
}

fn stamp_in_force(session: &Session, year: SchoolYear) -> Result<String, Failure> {
    let chosen = session.ledger.policy_of_year(year)?;
    Ok(chosen.unwrap_or_else(|| policy::DEFAULT.to_owned()))
}

/// The setting that holds the codes of presets beside the policy in force.
fn beside_setting(year: SchoolYear) -> String {
    format!("policies_beside.{year}")
}

/// Presets of duties, meetings and surveys that a school has switched on beside the policy in force.
///
/// # Errors
/// When the records cannot be read.
pub fn beside(session: &Session, year: SchoolYear) -> Result<Vec<Policy>, Failure> {
    let codes = session.ledger.setting(&beside_setting(year))?;
    Ok(codes
        .unwrap_or_default()
        .split(',')
        .filter_map(preset::find)
        .collect())
}

/// Switches a preset of duties, meetings or surveys on or off for the session's year.
///
/// # Errors
/// When it says who goes: such a policy is put in force and not switched on.
pub fn switch(session: &mut Session, text: &str, is_on: bool, at: At) -> Result<Listed, Failure> {
    let policy = find_preset(text)?.policy;
    if !can_stand_beside(&policy) {
        return Err(Refusal::at(
            "POLICY-KIND",
            "policy",
            format!("“{}”没有履职、会议或考评安排，不能启用", policy.name),
        )
        .into());
    }
    let year = session.year();
    let mut codes: Vec<String> = beside(session, year)?
        .into_iter()
        .map(|one| one.code)
        .filter(|code| *code != policy.code)
        .collect();
    if is_on {
        codes.push(policy.code.clone());
    }
    session
        .ledger
        .transact(Op::AdoptPolicy, at.naive_local(), |tx| {
            tx.set_about(policy.name.clone());
            tx.set_setting(&beside_setting(year), &codes.join(","))
        })?;
    find(session, &policy.code)
}

/// True for what asks for something again and again and rules nobody's going.
fn can_stand_beside(policy: &Policy) -> bool {
    let asks =
        !policy.duties.is_empty() || !policy.meetings.is_empty() || !policy.surveys.is_empty();
    asks && !is_selection(policy)
}

/// Which policies are in use in a year.
struct Marks {
    in_force: String,
    beside: Vec<String>,
}

impl Marks {
    fn of(session: &Session, year: SchoolYear) -> Result<Self, Failure> {
        Ok(Self {
            in_force: stamp_in_force(session, year)?,
            beside: beside(session, year)?
                .into_iter()
                .map(|policy| policy.code)
                .collect(),
        })
    }

    fn marked(&self, mut listed: Listed) -> Listed {
        let (code, version) = split(&self.in_force);
        let policy = &listed.policy;
        listed.version_in_force = (policy.code == code).then(|| version.unwrap_or(policy.version));
        listed.is_in_force = listed.version_in_force == Some(policy.version);
        listed.can_switch = can_stand_beside(policy);
        listed.is_beside = self.beside.contains(&policy.code);
        listed
    }
}

fn of_own(own: EditedPolicy) -> Result<Listed, Failure> {
    let preset = preset::find(&own.based_on)
        .filter(|preset| preset.version == own.based_on_version)
        .ok_or_else(|| absent(&format!("{}@{}", own.based_on, own.based_on_version)))?;
    let policy = own.applied(&preset);
    Ok(Listed {
        own: Some(own),
        preset: Some(preset),
        ..of_preset(policy)
    })
}

/// Saves a version of the school's own copy. Earlier versions stay as they are.
///
/// # Errors
/// Every reason why it cannot be kept.
pub fn save(session: &mut Session, new: NewVersion, at: At) -> Result<Listed, Failure> {
    let preset = find_preset(&new.based_on)?.policy;
    let known = match new.id {
        Some(id) => Some(Failure::unless_found(
            session.ledger.policy(id, None)?,
            "制度",
        )?),
        None => None,
    };
    if let Some(known) = known.as_ref().filter(|known| known.based_on != preset.code) {
        return Err(Refusal::at(
            "POLICY-BASE",
            "based_on",
            format!(
                "这一制度依据{}，不能改为依据{}；请另行复制",
                known.based_on, preset.code
            ),
        )
        .into());
    }
    let version = EditedPolicy {
        id: new.id.map_or_else(|| clock::new_id(at), Ok)?,
        name: new.name,
        based_on: preset.code.clone(),
        based_on_version: preset.version,
        version: known.as_ref().map_or(1, |known| known.version + 1),
        effective_from: new.effective_from,
        edits: new.edits,
    }
    .judged(&preset)?;
    if let Some(known) = &known
        && is_same(known, &version)
    {
        // Nothing was changed: no new version for pressing the button twice.
        return find(session, &version.id.to_string());
    }
    session
        .ledger
        .transact(Op::SavePolicy, at.naive_local(), |tx| {
            tx.add_policy_version(&version)
        })?;
    find(session, &version.id.to_string())
}

fn is_same(known: &EditedPolicy, version: &EditedPolicy) -> bool {
    known.name == version.name
        && known.effective_from == version.effective_from
        && known.edits.len() == version.edits.len()
        && version.edits.iter().all(|edit| known.edits.contains(edit))
}

/// Puts a policy in force for the session's year. Runs that are frozen keep theirs.
///
/// # Errors
/// When it does not say who goes, or holds only from a later year on.
pub fn adopt(session: &mut Session, text: &str, at: At) -> Result<Listed, Failure> {
    let listed = find(session, text)?;
    let mut refusals = Vec::new();
    if !listed.is_selection {
        refusals.push(Refusal::at(
            "POLICY-KIND",
            "policy",
            format!("“{}”不是选派制度，不能设为现用制度", listed.policy.name),
        ));
    }
    let year = session.year();
    if let Some(own) = listed.own.as_ref().filter(|own| own.effective_from > year) {
        refusals.push(Refusal::at(
            "POLICY-EFFECTIVE",
            "effective_from",
            format!(
                "这一制度自{}起施行，不能用于{}",
                own.effective_from.on_paper(),
                year.on_paper()
            ),
        ));
    }
    if !refusals.is_empty() {
        return Err(refusals.into());
    }
    let stamp = listed.policy.stamp();
    session
        .ledger
        .transact(Op::AdoptPolicy, at.naive_local(), |tx| {
            tx.set_about(listed.policy.name.clone());
            tx.set_policy_of_year(year, &stamp)
        })?;
    find(session, &stamp)
}

/// Two policies side by side, and for whom they come out otherwise in a school year.
///
/// # Errors
/// When there is none of those names.
pub fn compare(
    session: &Session,
    first: &str,
    second: &str,
    year: SchoolYear,
) -> Result<Comparison, Failure> {
    let (first, second) = (find(session, first)?, find(session, second)?);
    let mut comparison = compared(first, second, year);
    let run = |listed: &Listed| eligibility::compute_with(session, year, &listed.policy);
    match (run(&comparison.first), run(&comparison.second)) {
        (Ok(before), Ok(after)) => {
            comparison.n_teachers = before.results.len();
            comparison.people = before
                .changes(&after)
                .into_iter()
                .map(|(facts, before, after)| (facts.clone(), before.clone(), after.clone()))
                .collect();
            comparison.why_nobody = String::new();
        }
        (Err(failure), _) | (_, Err(failure)) if failure.is_refusal() => {
            comparison.why_nobody = failure.message;
        }
        (Err(failure), _) | (_, Err(failure)) => return Err(failure),
    }
    Ok(comparison)
}

/// Two presets side by side, for those who have no records open.
///
/// # Errors
/// When there is none of those names.
pub fn compare_presets(first: &str, second: &str, year: SchoolYear) -> Result<Comparison, Failure> {
    Ok(compared(find_preset(first)?, find_preset(second)?, year))
}

fn compared(first: Listed, second: Listed, year: SchoolYear) -> Comparison {
    Comparison {
        differences: differences(&first.policy, &second.policy),
        first,
        second,
        year,
        people: Vec::new(),
        n_teachers: 0,
        why_nobody: "没有打开台账，只比较条款".to_owned(),
    }
}

/// `P3@1` into the name and the version.
fn split(text: &str) -> (&str, Option<u32>) {
    match text.trim().rsplit_once('@') {
        // A version that is no number is none that we know.
        Some((name, version)) => (name, Some(version.parse().unwrap_or(0))),
        None => (text.trim(), None),
    }
}

fn require_version(known: u32, wanted: Option<u32>, text: &str) -> Result<(), Failure> {
    if wanted.is_none_or(|wanted| wanted == known) {
        Ok(())
    } else {
        Err(absent(text))
    }
}

fn absent(text: &str) -> Failure {
    Refusal::at(
        "POLICY-NONE",
        "policy",
        format!("没有制度“{text}”，或没有这一版本；可用的制度见“交流制度”"),
    )
    .into()
}
