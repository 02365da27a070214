//! What each school types: its sheet. Nothing here is judged; a sheet may be half full.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::exact::Points;
use crate::survey::Tally;
use crate::year::Term;

use super::grade::{Grade, Veto};

/// Points and evidence of one indicator.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Score {
    /// 得分; `None` while it is missing. Missing is never zero.
    pub points: Option<Points>,
    /// 佐证号 or a word on the evidence.
    pub evidence: String,
}

/// What the host school types.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HostSheet {
    /// Score by indicator code.
    pub scores: BTreeMap<String, Score>,
    /// False when there is no common exam, so that H4.6 does not apply.
    pub is_exam_applicable: bool,
    /// 多元评价.
    pub tallies: Vec<Tally>,
    /// 学期阶段考核得分.
    pub stages: BTreeMap<Term, Points>,
    /// Why a stage that was served has no score; empty when none is missing.
    pub missing_stage_reason: String,
    /// 否决情形.
    pub vetoes: Vec<Veto>,
    /// 优点.
    pub strengths: String,
    /// 不足.
    pub weaknesses: String,
    /// 建议.
    pub advice: String,
    /// 建议档次; the principal decides, the program only suggests.
    pub proposed_grade: Option<Grade>,
    /// 考核小组成员.
    pub members: String,
    /// 校长.
    pub principal: String,
    /// 本人述职.
    pub self_report: String,
    /// 述职日期.
    pub self_report_on: Option<NaiveDate>,
    /// 出勤(应、实、病、事、旷), typed by hand for now.
    pub attendance: Attendance,
    /// 工作目标完成情况, typed by hand for now.
    pub goals: Vec<Goal>,
    /// 履职统计, typed by hand for now: name → (done, required).
    pub duties: BTreeMap<String, DutyCount>,
}

impl Default for HostSheet {
    fn default() -> Self {
        Self {
            scores: BTreeMap::new(),
            is_exam_applicable: true,
            tallies: Vec::new(),
            stages: BTreeMap::new(),
            missing_stage_reason: String::new(),
            vetoes: Vec::new(),
            strengths: String::new(),
            weaknesses: String::new(),
            advice: String::new(),
            proposed_grade: None,
            members: String::new(),
            principal: String::new(),
            self_report: String::new(),
            self_report_on: None,
            attendance: Attendance::default(),
            goals: Vec::new(),
            duties: BTreeMap::new(),
        }
    }
}

/// 出勤, in half days are not kept: whole days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Attendance {
    /// 应出勤.
    pub due: Option<u16>,
    /// 实出勤.
    pub present: Option<u16>,
    /// 病假.
    pub sick: Option<u16>,
    /// 事假.
    pub personal: Option<u16>,
    /// 旷工.
    pub unexcused: Option<u16>,
}

/// One goal of the responsibility letter, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Goal {
    /// 目标.
    pub text: String,
    /// 权重, out of 100.
    pub weight: Option<u8>,
    /// 完成度, per cent.
    pub achieved: Option<u8>,
    /// 佐证号.
    pub evidence: String,
}

/// Done and required number of one duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DutyCount {
    /// 完成.
    pub done: Option<u16>,
    /// 要求.
    pub required: Option<u16>,
}

/// The duties that the form has cells for, in its order.
pub const DUTIES: &[&str] = &[
    "公开课",
    "听课",
    "讲座",
    "论文",
    "发表",
    "专刊",
    "结对",
    "培训学时",
];

/// What the sending school types.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SendingSheet {
    /// Score by indicator code.
    pub scores: BTreeMap<String, Score>,
    /// 意见.
    pub opinion: String,
    /// 校长.
    pub principal: String,
    /// 档次, as decided; `None` takes the suggested one.
    pub grade: Option<Grade>,
    /// Why the decided grade differs from the suggested one.
    pub grade_reason: String,
}
