//! Reports: the facts that stand on a form, as text, ready to be drawn.
//!
//! A form is made of facts that were fixed at one moment. They are kept with the paper, their fingerprint
//! is printed on it, and a form is never drawn again to prove that it is genuine.
//!
//! Must never: compute a score, choose a font, know a page.

/// `None` prints as “—”: what is missing is never shown as zero.
pub type Cell = Option<String>;

/// The facts of F-01 交流教师年度(学年)考核表(双校).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AnnualForm {
    /// 文书编号, unique in the school's records, for example `JL-2026-0001`.
    pub number: String,
    /// 学年, for example `2025—2026学年`.
    pub year: String,
    /// First 8 hex digits of the SHA-256 over the host facts; printed in the footer.
    pub fingerprint: String,
    /// 填表日期, a fact and not the time of printing, for example `2026年6月30日`.
    pub issued_on: String,
    /// True draws the whole form with the sending part as text and the watermark 草稿, and no fields.
    pub is_draft: bool,
    /// True for the practice school: the form says that it is a sample.
    pub is_practice: bool,
    /// The teacher, as he stood on file at that moment.
    pub teacher: TeacherCells,
    /// The posting.
    pub assignment: AssignmentCells,
    /// 出勤.
    pub attendance: AttendanceCells,
    /// 工作目标完成情况; empty prints one row of “—”.
    pub goals: Vec<GoalRow>,
    /// 履职统计, in the order of the form.
    pub duties: Vec<DutyRow>,
    /// 本人述职; paragraphs are separated by line feeds.
    pub self_report: Cell,
    /// 述职日期.
    pub self_report_on: Cell,
    /// What the host school says.
    pub host: HostPart,
    /// What the sending school says. On a formal form it is filled in and signed afterwards.
    pub sending: SendingPart,
    /// 反馈问题 n 条,已销号 m 条, and the open ones by name.
    pub feedback: FeedbackCells,
}

/// 教师基本情况.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TeacherCells {
    /// 姓名, never shortened.
    pub name: String,
    /// 性别.
    pub sex: Cell,
    /// 出生年月.
    pub birth: Cell,
    /// 政治面貌.
    pub political_status: Cell,
    /// 学历.
    pub education: Cell,
    /// 任教学科.
    pub subject: Cell,
    /// 专业技术职务及取得时间.
    pub title: Cell,
    /// 骨干层次.
    pub backbone: Cell,
}

/// 交流情况.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AssignmentCells {
    /// 派出学校.
    pub sending_school: String,
    /// 受援学校.
    pub host_school: String,
    /// 交流类型/方式.
    pub mode: Cell,
    /// 起止时间.
    pub term: Cell,
    /// 担任班级.
    pub classes: Cell,
    /// 周课时.
    pub weekly_lessons: Cell,
    /// 是否班主任.
    pub homeroom: Cell,
}

/// 出勤(天).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AttendanceCells {
    /// 应出勤.
    pub due: Cell,
    /// 实出勤.
    pub present: Cell,
    /// 病假.
    pub sick: Cell,
    /// 事假.
    pub personal: Cell,
    /// 旷工.
    pub unexcused: Cell,
}

/// One line of 工作目标完成情况.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GoalRow {
    /// 目标.
    pub text: String,
    /// 权重.
    pub weight: Cell,
    /// 完成度.
    pub achieved: Cell,
    /// 佐证号.
    pub evidence: Cell,
}

/// One cell of 履职统计: n of the required number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DutyRow {
    /// 公开课, 听课, 讲座, ….
    pub name: String,
    /// 完成.
    pub done: Cell,
    /// 要求.
    pub required: Cell,
}

/// 受援学校.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HostPart {
    /// 评分表: one row per scored indicator, in the order of the scheme.
    pub scores: Vec<ScoreRow>,
    /// 受援学校评分合计.
    pub total: Cell,
    /// 多元评价: one row per source.
    pub sources: Vec<SourceRow>,
    /// 多元评价得分 and what was left out, for example “家长问卷未组织,已按比例折算”.
    pub multi_source: Cell,
    /// Remarks on sources that do not count.
    pub source_notes: Vec<String>,
    /// 学期阶段考核 (秋季, 春季), for example `秋季 84  春季 88`.
    pub stages: Cell,
    /// 优点.
    pub strengths: Cell,
    /// 不足.
    pub weaknesses: Cell,
    /// 建议.
    pub advice: Cell,
    /// 建议档次.
    pub proposed_grade: Cell,
    /// 考核小组成员.
    pub members: Cell,
    /// 校长姓名 (printed beside the line for his signature).
    pub principal: Cell,
    /// 日期.
    pub signed_on: Cell,
}

/// One line of a score table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ScoreRow {
    /// Group of the indicator, for example `师德`; equal neighbours share one merged cell.
    pub group: String,
    /// H1.1, S3, ….
    pub code: String,
    /// 指标.
    pub name: String,
    /// 满分.
    pub max: String,
    /// 得分; `不适用` where the indicator does not apply.
    pub points: Cell,
    /// 佐证号.
    pub evidence: Cell,
}

/// One line of 多元评价.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SourceRow {
    /// 来源.
    pub name: String,
    /// 权重, as it counted.
    pub weight: Cell,
    /// 有效份数, for example `42/45`.
    pub returned: Cell,
    /// 得分.
    pub score: Cell,
}

/// 派出学校.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SendingPart {
    /// S1 … S5, always all rows; `points` is what is filled in.
    pub scores: Vec<ScoreRow>,
    /// 派出学校评分合计.
    pub total: Cell,
    /// 派出学校意见.
    pub opinion: Cell,
    /// 综合得分计算行, lines separated by line feeds.
    pub calculation: Cell,
    /// 综合得分 YEAR, two decimals.
    pub year_score: Cell,
    /// 档次.
    pub grade: Cell,
    /// 否决情形.
    pub vetoes: Cell,
    /// 校长姓名.
    pub principal: Cell,
    /// 日期.
    pub signed_on: Cell,
}

/// 受援学校反馈.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FeedbackCells {
    /// 反馈问题 n 条,已销号 m 条.
    pub summary: Cell,
    /// The items that are still open, one line each.
    pub open_items: Vec<String>,
}

/// A fact of a form: where it stands (`teacher.name`, `host.scores.H1.1.points`) and what it says.
pub type Fact = (String, String);

mod annual;
mod cells;
mod certificate;
mod facts;
mod form;
mod letter;
mod lists;
mod request;

pub use annual::{AnnualRecords, Issue, side_total};
pub use certificate::{CertificateRecords, certificate, judge_certificate};
pub use form::{
    CellValue, Column, Form, FormCode, Labelled, Layout, List, Opinion, Part, SignPlace, Written,
};
pub use letter::{LetterRecords, letter};
pub use lists::{BenefitLine, ProposedLine, benefits, deferred, needs, proposed, quotas};
pub use request::{RequestRecords, request};
