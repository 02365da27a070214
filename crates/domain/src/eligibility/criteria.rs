//! A policy resolved for one way of exchange, one school and one day: read once, asked for every teacher.

use super::age::AgeBound;
use super::tenure::TenureCount;
use crate::policy::{Key, Policy, Track, Value};
use crate::school::{Area, Quality, Remoteness, Stage, Tier};
use crate::teacher::CareerKind;
use crate::teacher::title::TitleRank;
use crate::year::{SchoolYear, day_on_paper};

use super::SchoolFacts;

/// What a policy asks on one way.
#[derive(Debug, Clone)]
pub struct Criteria {
    /// The way; nothing for a policy without ways.
    pub(super) track: Option<Track>,
    pub(super) year: SchoolYear,
    /// My school, as careers name it.
    pub(super) school_name: String,
    pub(super) ages: Option<Ages>,
    pub(super) tenure: Option<Tenure>,
    pub(super) title_min: Option<(TitleRank, String)>,
    pub(super) establishment: Option<String>,
    pub(super) full_time: Option<String>,
    /// The rule that leaves middle cadres out, where the policy says so.
    pub(super) without_cadres: Option<String>,
    pub(super) qualification: Option<String>,
    pub(super) health: Option<String>,
    /// Whether my school is within the scope; unknown when its profile does not say.
    pub(super) scope: Vec<Scope>,
    /// R109, with whether my school is of the town.
    pub(super) promoted: Option<(Option<bool>, String)>,
    pub(super) upward: Option<Upward>,
    pub(super) voluntary: Option<String>,
    pub(super) exempt: Exempt,
    /// The policy itself, for exemptions that ask it.
    pub(super) policy: Policy,
    /// True when meeting everything is a duty, false when it only opens the way.
    pub(super) is_duty: bool,
}

/// Limits of age.
#[derive(Debug, Clone)]
pub(super) struct Ages {
    pub(super) male: Option<u32>,
    pub(super) female: Option<u32>,
    pub(super) bound: AgeBound,
    pub(super) rule: String,
}

/// R110: the limit of age for going from the country to the town.
#[derive(Debug, Clone)]
pub(super) struct Upward {
    pub(super) limit: u32,
    pub(super) bound: AgeBound,
    /// Whether my school is of the country; unknown when its profile does not say.
    pub(super) is_of_country: Option<bool>,
    pub(super) rule: String,
}

/// Years at one school.
#[derive(Debug, Clone)]
pub(super) struct Tenure {
    /// Nothing for “较长”: a person decides.
    pub(super) years: Option<u32>,
    pub(super) count: TenureCount,
    pub(super) is_continuous: bool,
    /// False when “满” must be exceeded.
    pub(super) is_inclusive: bool,
    pub(super) breaks: Vec<CareerKind>,
    pub(super) rule: String,
}

/// One condition on my school.
#[derive(Debug, Clone)]
pub(super) struct Scope {
    /// Whether it is met; unknown when the school's profile does not say.
    pub(super) is_met: Option<bool>,
    pub(super) rule: String,
    pub(super) words: String,
}

/// Exemptions that follow from the record.
#[derive(Debug, Clone)]
pub(super) struct Exempt {
    pub(super) years_to_retire: Option<(u32, String)>,
    pub(super) service_period: Option<String>,
    pub(super) cadre_first_year: Option<String>,
}

impl Criteria {
    /// One for each way that the policy rules; empty when it says nothing of who goes.
    pub fn all(policy: &Policy, school: &SchoolFacts, year: SchoolYear) -> Vec<Self> {
        let ways: Vec<Option<Track>> = if policy.tracks.is_empty() {
            vec![None]
        } else {
            policy.tracks.iter().copied().map(Some).collect()
        };
        ways.into_iter()
            .filter(|track| is_for_teachers(*track))
            .filter_map(|track| Self::of(policy, track, school, year))
            .collect()
    }

    fn of(
        policy: &Policy,
        track: Option<Track>,
        school: &SchoolFacts,
        year: SchoolYear,
    ) -> Option<Self> {
        let rule = |key| policy.rule(key, track).to_owned();
        let flag = |key| policy.says(key, track).then(|| rule(key));
        let whole = |key| policy.whole(key, track).map(|number| (number, rule(key)));
        let ages = ages(policy, track);
        let tenure = tenure(policy, track);
        let title_min = policy
            .codes(Key::TitleMin, track)
            .first()
            .and_then(|code| TitleRank::from_code(code))
            .filter(|rank| *rank != TitleRank::None)
            .map(|rank| (rank, rule(Key::TitleMin)));
        let is_of_town = is_of_town(school);
        let promoted = flag(Key::MustGoIfPromotedWithoutRural).map(|rule| (is_of_town, rule));
        let upward = whole(Key::UpwardAgeMax).map(|(limit, rule)| Upward {
            limit,
            bound: bound(policy, track),
            is_of_country: is_of_town.map(|is_of_town| !is_of_town),
            rule,
        });
        let scope = scope(policy, track, school);
        let is_duty = ages.is_some() || tenure.is_some() || title_min.is_some();
        if !is_duty && promoted.is_none() && upward.is_none() && scope.is_empty() {
            return None;
        }
        Some(Self {
            track,
            year,
            school_name: school.name.clone(),
            ages,
            tenure,
            title_min,
            establishment: flag(Key::RequireOnEstablishment),
            full_time: (policy.codes(Key::TeacherKind, track) == ["full_time"])
                .then(|| rule(Key::TeacherKind)),
            without_cadres: (policy.value(Key::IncludeMiddleCadre, track)
                == Some(&Value::Flag(false)))
            .then(|| rule(Key::IncludeMiddleCadre)),
            qualification: flag(Key::RequireQualification),
            health: flag(Key::RequireHealth),
            scope,
            promoted,
            upward,
            voluntary: flag(Key::AllowVoluntary),
            exempt: Exempt {
                years_to_retire: whole(Key::ExemptYearsToRetire),
                service_period: flag(Key::ExemptInServicePeriod),
                cadre_first_year: flag(Key::ExemptMiddleCadreFirstYear),
            },
            policy: policy.clone(),
            is_duty,
        })
    }

    /// The way.
    pub fn track(&self) -> Option<Track> {
        self.track
    }

    /// True when meeting everything is a duty, and not only a way that is open.
    pub fn is_duty(&self) -> bool {
        self.is_duty
    }

    /// `异地交流：男1980年9月1日及以后出生……`: what a person checks a list against.
    pub fn birth_limits(&self) -> Vec<String> {
        let day = super::ref_date(&self.policy, self.year);
        let way = self
            .track
            .map(|track| format!("{}：", track.word()))
            .unwrap_or_default();
        let line = |who: &str, bound: AgeBound, limit: Option<u32>| {
            limit.map(|limit| {
                let first = day_on_paper(bound.first_birth(limit, day));
                format!("{way}{who}{first}及以后出生的在{limit}周岁以内")
            })
        };
        let mut lines = Vec::new();
        if let Some(ages) = &self.ages {
            if ages.male == ages.female {
                lines.extend(line("", ages.bound, ages.male));
            } else {
                lines.extend(line("男", ages.bound, ages.male));
                lines.extend(line("女", ages.bound, ages.female));
            }
        }
        if let Some(upward) = &self.upward {
            lines.extend(line("到城镇学校的，", upward.bound, Some(upward.limit)));
        }
        lines
    }
}

/// Placement is for probationers, secondment and the way of heads are for the bureau to arrange: none of them
/// makes a teacher eligible. 自愿 is what remains for those whom the other ways leave out.
fn is_for_teachers(track: Option<Track>) -> bool {
    !matches!(
        track,
        Some(
            Track::Principal
                | Track::Placement
                | Track::Voluntary
                | Track::Seconded
                | Track::Shadow
        )
    )
}

fn ages(policy: &Policy, track: Option<Track>) -> Option<Ages> {
    let male = policy.whole(Key::AgeMaxMale, track);
    let female = policy.whole(Key::AgeMaxFemale, track);
    if male.is_none() && female.is_none() {
        return None;
    }
    Some(Ages {
        male,
        female,
        bound: bound(policy, track),
        rule: policy.rule(Key::AgeMaxMale, track).to_owned(),
    })
}

/// How the policy reads “以下”.
fn bound(policy: &Policy, track: Option<Track>) -> AgeBound {
    let code = policy.codes(Key::AgeBoundMode, track).first();
    AgeBound::named(code.map(String::as_str), is_inclusive(policy, track))
}

/// “以下、以上、满” include their number unless the school says otherwise (I-11).
fn is_inclusive(policy: &Policy, track: Option<Track>) -> bool {
    policy.value(Key::BoundsInclusive, track) != Some(&Value::Flag(false))
}

fn tenure(policy: &Policy, track: Option<Track>) -> Option<Tenure> {
    let years = policy.whole(Key::TenureYearsMin, track);
    let first = |key| policy.codes(key, track).first().map(String::as_str);
    let is_manual = first(Key::TenureRule) == Some("manual");
    if years.is_none() && !is_manual {
        return None;
    }
    let rule = if years.is_some() {
        policy.rule(Key::TenureYearsMin, track)
    } else {
        policy.rule(Key::TenureRule, track)
    };
    let breaks = match policy.value(Key::TenureBreakKinds, track) {
        Some(Value::Codes(codes)) => codes
            .iter()
            .filter_map(|code| CareerKind::from_code(code))
            .collect(),
        _ => vec![CareerKind::Teaching],
    };
    Some(Tenure {
        years,
        count: TenureCount::named(first(Key::TenureCount)),
        is_continuous: policy.value(Key::TenureContinuous, track) != Some(&Value::Flag(false)),
        is_inclusive: is_inclusive(policy, track),
        breaks,
        rule: rule.to_owned(),
    })
}

/// Schools of the town: those whose teachers R109 sends out; unknown when the profile does not say.
fn is_of_town(school: &SchoolFacts) -> Option<bool> {
    let area = school.profile.area?;
    Some(area != Area::Rural)
}

/// What a policy asks of my school, each with whether it is so.
fn scope(policy: &Policy, track: Option<Track>, school: &SchoolFacts) -> Vec<Scope> {
    let mut scope = Vec::new();
    let words = |key: Key| {
        policy
            .given(key, track)
            .map(crate::policy::Given::words)
            .unwrap_or_default()
    };
    let mut add = |key: Key, is_met: Option<bool>, what: &str| {
        scope.push(Scope {
            is_met,
            rule: policy.rule(key, track).to_owned(),
            words: format!("{what}：{}", words(key)),
        });
    };
    let stages = policy.codes(Key::StageScope, track);
    if !stages.is_empty() {
        let is_met = stages_of(school.stage)
            .iter()
            .any(|stage| stages.iter().any(|one| one == stage));
        add(Key::StageScope, Some(is_met), "学段范围");
    }
    let kinds = policy.codes(Key::ObligedSchoolKinds, track);
    if !kinds.is_empty() {
        add(
            Key::ObligedSchoolKinds,
            any_kind(kinds, school),
            "有交流义务的学校",
        );
    }
    if let Some(least) = policy
        .codes(Key::OriginSchoolLevelMin, track)
        .first()
        .and_then(|code| Tier::from_code(code))
    {
        let is_met = school.profile.tier.map(|tier| tier >= least);
        add(Key::OriginSchoolLevelMin, is_met, "派出学校层级不低于");
    }
    scope
}

/// The stages that a school teaches, as codes of [`crate::policy::choices::STAGES`].
pub(crate) fn stages_of(stage: Stage) -> &'static [&'static str] {
    match stage {
        Stage::Kindergarten => &["kindergarten"],
        Stage::Primary => &["primary"],
        Stage::Junior => &["junior"],
        Stage::NineYear => &["primary", "junior"],
        Stage::Senior => &["senior"],
        Stage::Complete => &["junior", "senior"],
    }
}

/// Whether a school is of one of the kinds; unknown when its profile does not say and no kind is certain.
fn any_kind(kinds: &[String], school: &SchoolFacts) -> Option<bool> {
    let answers: Vec<Option<bool>> = kinds.iter().map(|kind| is_kind(kind, school)).collect();
    if answers.contains(&Some(true)) {
        Some(true)
    } else if answers.contains(&None) {
        None
    } else {
        Some(false)
    }
}

/// Whether a school is of a kind of [`crate::policy::choices::SCHOOL_KINDS`].
pub(crate) fn is_kind(kind: &str, school: &SchoolFacts) -> Option<bool> {
    let profile = &school.profile;
    let outside = profile.area.map(|area| area != Area::City);
    match kind {
        "urban" => profile.area.map(|area| area == Area::City),
        "demonstration" => profile.quality.map(|quality| quality == Quality::Good),
        "rural_complete" if school.stage == Stage::Complete => outside,
        "rural_complete" => Some(false),
        "township_centre" => profile
            .tier
            .map(|tier| matches!(tier, Tier::Centre | Tier::CompleteCentre)),
        "rural" => outside,
        "weak" => profile.quality.map(|quality| quality == Quality::Weak),
        "village" => profile
            .tier
            .map(|tier| matches!(tier, Tier::Village | Tier::TeachingPoint)),
        "remote" => profile
            .remoteness
            .map(|remoteness| remoteness != Remoteness::Ordinary),
        "under_establishment" => profile.surplus().map(|surplus| surplus < 0),
        _ => None,
    }
}
