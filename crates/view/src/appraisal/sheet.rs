//! The two sheets as they are typed.

use std::collections::BTreeMap;

use domain::appraisal as rule;
use domain::appraisal::grade::{Grade, VetoCode};
use domain::refusal::{Judgement, Refusal};
use domain::survey::Source;
use domain::year::Term;

use crate::{read, shape};

shape! {
    /// Points and evidence of one indicator.
    #[serde(default)]
    #[derive(Default)]
    pub struct Score {
        /// `None` while missing.
        pub points: Option<String>,
        /// 佐证.
        pub evidence: String,
    }

    /// How one source came back.
    pub struct Tally {
        /// Code of the source.
        pub source: String,
        /// 0 to 100.
        #[serde(default)]
        pub score: Option<String>,
        /// 发出份数.
        #[serde(default)]
        pub invited: Option<u32>,
        /// 收回份数.
        #[serde(default)]
        pub returned: Option<u32>,
    }

    /// 学期阶段考核得分.
    #[serde(default)]
    #[derive(Default)]
    pub struct Stages {
        /// 秋季.
        pub autumn: Option<String>,
        /// 春季.
        pub spring: Option<String>,
    }

    /// A veto as it was found.
    pub struct Veto {
        /// `V1` … `V5`, `V1-LIGHT`.
        pub code: String,
        /// 事实.
        #[serde(default)]
        pub fact: String,
        /// 文号.
        #[serde(default)]
        pub document: String,
    }

    /// One goal.
    #[serde(default)]
    #[derive(Default)]
    pub struct Goal {
        /// 目标.
        pub text: String,
        /// 权重.
        pub weight: Option<u8>,
        /// 完成度, per cent.
        pub achieved: Option<u8>,
        /// 佐证.
        pub evidence: String,
    }

    /// One duty.
    pub struct DutyCount {
        /// 名称.
        pub name: String,
        /// 完成.
        #[serde(default)]
        pub done: Option<u16>,
        /// 要求.
        #[serde(default)]
        pub required: Option<u16>,
    }

    /// 出勤.
    #[serde(default)]
    #[derive(Default)]
    pub struct Attendance {
        /// 应.
        pub due: Option<u16>,
        /// 实.
        pub present: Option<u16>,
        /// 病.
        pub sick: Option<u16>,
        /// 事.
        pub personal: Option<u16>,
        /// 旷.
        pub unexcused: Option<u16>,
    }

    /// The host school's sheet.
    #[serde(default)]
    pub struct HostSheet {
        /// By indicator code.
        pub scores: BTreeMap<String, Score>,
        /// False when H4.6 does not apply.
        pub is_exam_applicable: bool,
        /// 多元评价.
        pub tallies: Vec<Tally>,
        /// 学期阶段考核.
        pub stages: Stages,
        /// Why a stage is missing.
        pub missing_stage_reason: String,
        /// 否决情形.
        pub vetoes: Vec<Veto>,
        /// 优点.
        pub strengths: String,
        /// 不足.
        pub weaknesses: String,
        /// 建议.
        pub advice: String,
        /// Code of the 建议档次.
        pub proposed_grade: Option<String>,
        /// 考核小组.
        pub members: String,
        /// 校长.
        pub principal: String,
        /// 本人述职.
        pub self_report: String,
        /// 述职日期.
        pub self_report_on: Option<String>,
        /// 出勤.
        pub attendance: Attendance,
        /// 工作目标.
        pub goals: Vec<Goal>,
        /// 履职统计, in the order of the form.
        pub duties: Vec<DutyCount>,
    }

    /// The sending school's sheet.
    #[serde(default)]
    #[derive(Default)]
    pub struct SendingSheet {
        /// By indicator code.
        pub scores: BTreeMap<String, Score>,
        /// 意见.
        pub opinion: String,
        /// 校长.
        pub principal: String,
        /// Code of the decided grade.
        pub grade: Option<String>,
        /// Why it differs from the suggested one.
        pub grade_reason: String,
    }
}

impl Default for HostSheet {
    fn default() -> Self {
        Self::of(&rule::HostSheet::default())
    }
}

fn scores_of(scores: &BTreeMap<String, rule::Score>) -> BTreeMap<String, Score> {
    scores
        .iter()
        .map(|(code, score)| {
            let points = score.points.map(|points| points.to_string());
            (
                code.clone(),
                Score {
                    points,
                    evidence: score.evidence.clone(),
                },
            )
        })
        .collect()
}

fn read_scores(
    side: &str,
    scores: &BTreeMap<String, Score>,
    judgement: &mut Judgement,
) -> BTreeMap<String, rule::Score> {
    scores
        .iter()
        .map(|(code, score)| {
            let place = format!("{side}.{code}");
            let points = read::points(score.points.as_deref(), &place, judgement);
            let evidence = score.evidence.trim().to_owned();
            (code.clone(), rule::Score { points, evidence })
        })
        .collect()
}

impl HostSheet {
    /// The sheet on file.
    pub fn of(sheet: &rule::HostSheet) -> Self {
        let stage = |term| sheet.stages.get(&term).map(ToString::to_string);
        Self {
            scores: scores_of(&sheet.scores),
            is_exam_applicable: sheet.is_exam_applicable,
            tallies: Source::ALL
                .iter()
                .map(|source| tally_of(*source, sheet))
                .collect(),
            stages: Stages {
                autumn: stage(Term::Autumn),
                spring: stage(Term::Spring),
            },
            missing_stage_reason: sheet.missing_stage_reason.clone(),
            vetoes: sheet
                .vetoes
                .iter()
                .map(|veto| Veto {
                    code: veto.code.code().to_owned(),
                    fact: veto.fact.clone(),
                    document: veto.document.clone(),
                })
                .collect(),
            strengths: sheet.strengths.clone(),
            weaknesses: sheet.weaknesses.clone(),
            advice: sheet.advice.clone(),
            proposed_grade: sheet.proposed_grade.map(|grade| grade.code().to_owned()),
            members: sheet.members.clone(),
            principal: sheet.principal.clone(),
            self_report: sheet.self_report.clone(),
            self_report_on: sheet.self_report_on.map(|day| day.to_string()),
            attendance: Attendance {
                due: sheet.attendance.due,
                present: sheet.attendance.present,
                sick: sheet.attendance.sick,
                personal: sheet.attendance.personal,
                unexcused: sheet.attendance.unexcused,
            },
            goals: sheet
                .goals
                .iter()
                .map(|goal| Goal {
                    text: goal.text.clone(),
                    weight: goal.weight,
                    achieved: goal.achieved,
                    evidence: goal.evidence.clone(),
                })
                .collect(),
            duties: rule::DUTIES
                .iter()
                .map(|name| {
                    let count = sheet.duties.get(*name).copied().unwrap_or_default();
                    DutyCount {
                        name: (*name).to_owned(),
                        done: count.done,
                        required: count.required,
                    }
                })
                .collect(),
        }
    }

    /// The sheet that was typed.
    ///
    /// # Errors
    /// What could not be read.
    pub fn read(&self) -> Result<rule::HostSheet, Vec<Refusal>> {
        let mut judgement = Judgement::new();
        let mut stages = BTreeMap::new();
        for (term, text) in [
            (Term::Autumn, &self.stages.autumn),
            (Term::Spring, &self.stages.spring),
        ] {
            let place = format!("stages.{}", term.code());
            if let Some(points) = read::points(text.as_deref(), &place, &mut judgement) {
                stages.insert(term, points);
            }
        }
        let sheet = rule::HostSheet {
            scores: read_scores("host", &self.scores, &mut judgement),
            is_exam_applicable: self.is_exam_applicable,
            tallies: read_tallies(&self.tallies, &mut judgement),
            stages,
            missing_stage_reason: self.missing_stage_reason.trim().to_owned(),
            vetoes: self
                .vetoes
                .iter()
                .filter_map(|veto| {
                    let code = read::choice(&veto.code, VetoCode::named, "vetoes", &mut judgement)?;
                    Some(rule::grade::Veto {
                        code,
                        fact: veto.fact.trim().to_owned(),
                        document: veto.document.trim().to_owned(),
                    })
                })
                .collect(),
            strengths: self.strengths.clone(),
            weaknesses: self.weaknesses.clone(),
            advice: self.advice.clone(),
            proposed_grade: read::optional_choice(
                self.proposed_grade.as_deref(),
                Grade::named,
                "host.proposed_grade",
                &mut judgement,
            ),
            members: self.members.trim().to_owned(),
            principal: self.principal.trim().to_owned(),
            self_report: self.self_report.clone(),
            self_report_on: read::date(
                self.self_report_on.as_deref(),
                "host.self_report_on",
                &mut judgement,
            ),
            attendance: rule::Attendance {
                due: self.attendance.due,
                present: self.attendance.present,
                sick: self.attendance.sick,
                personal: self.attendance.personal,
                unexcused: self.attendance.unexcused,
            },
            goals: self
                .goals
                .iter()
                .map(|goal| rule::Goal {
                    text: goal.text.trim().to_owned(),
                    weight: goal.weight,
                    achieved: goal.achieved,
                    evidence: goal.evidence.trim().to_owned(),
                })
                .collect(),
            duties: self
                .duties
                .iter()
                .filter(|duty| duty.done.is_some() || duty.required.is_some())
                .map(|duty| {
                    let count = rule::DutyCount {
                        done: duty.done,
                        required: duty.required,
                    };
                    (duty.name.clone(), count)
                })
                .collect(),
        };
        judgement.pass(sheet)
    }
}

fn tally_of(source: Source, sheet: &rule::HostSheet) -> Tally {
    let tally = sheet.tallies.iter().find(|tally| tally.source == source);
    Tally {
        source: source.code().to_owned(),
        score: tally
            .and_then(|tally| tally.score)
            .map(|score| score.to_string()),
        invited: tally.and_then(|tally| tally.invited),
        returned: tally.and_then(|tally| tally.returned),
    }
}

fn read_tallies(tallies: &[Tally], judgement: &mut Judgement) -> Vec<domain::survey::Tally> {
    tallies
        .iter()
        .filter_map(|tally| {
            let place = format!("sources.{}", tally.source);
            let source = read::choice(&tally.source, Source::named, &place, judgement)?;
            let score = read::points(tally.score.as_deref(), &place, judgement);
            let is_empty = score.is_none() && tally.invited.is_none() && tally.returned.is_none();
            (!is_empty).then_some(domain::survey::Tally {
                source,
                score,
                invited: tally.invited,
                returned: tally.returned,
            })
        })
        .collect()
}

impl SendingSheet {
    /// The sheet on file.
    pub fn of(sheet: &rule::SendingSheet) -> Self {
        Self {
            scores: scores_of(&sheet.scores),
            opinion: sheet.opinion.clone(),
            principal: sheet.principal.clone(),
            grade: sheet.grade.map(|grade| grade.code().to_owned()),
            grade_reason: sheet.grade_reason.clone(),
        }
    }

    /// The sheet that was typed.
    ///
    /// # Errors
    /// What could not be read.
    pub fn read(&self) -> Result<rule::SendingSheet, Vec<Refusal>> {
        let mut judgement = Judgement::new();
        let sheet = rule::SendingSheet {
            scores: read_scores("sending", &self.scores, &mut judgement),
            opinion: self.opinion.clone(),
            principal: self.principal.trim().to_owned(),
            grade: read::optional_choice(
                self.grade.as_deref(),
                Grade::named,
                "sending.grade",
                &mut judgement,
            ),
            grade_reason: self.grade_reason.trim().to_owned(),
        };
        judgement.pass(sheet)
    }
}
