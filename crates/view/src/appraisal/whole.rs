//! An appraisal as the page shows it: sheets, indicators, the composition and what is still missing.

use domain::appraisal::State;
use domain::indicator;
use domain::report::side_total;
use domain::school::Side;

use crate::failure::{Refusal, refusals};
use crate::session::count;
use crate::shape;

use super::{HostSheet, SendingSheet};

shape! {
    /// One scored indicator.
    pub struct Indicator {
        /// Code.
        pub code: String,
        /// 一级指标.
        pub group: String,
        /// 指标.
        pub name: String,
        /// 满分, as it stands for this teacher.
        pub max: String,
        /// 德能勤绩廉.
        pub virtue: String,
        /// 评分说明.
        pub guide: String,
        /// True when a high score asks for evidence.
        pub is_evidence_required: bool,
        /// True for the one that may not apply.
        pub may_not_apply: bool,
    }

    /// A source that does not count.
    pub struct Dropped {
        /// Code of the source.
        pub source: String,
        /// Why.
        pub reason: String,
    }

    /// The score of the year and the way to it.
    pub struct Composition {
        /// H.
        pub host: String,
        /// M.
        pub multi_source: Option<String>,
        /// HC.
        pub host_combined: String,
        /// S.
        pub sending: String,
        /// YF.
        pub year_final: String,
        /// Mean of the stages.
        pub stage_mean: Option<String>,
        /// YEAR, two decimals.
        pub year: String,
        /// Code of the suggested grade.
        pub grade: String,
        /// The calculation, line by line.
        pub steps: Vec<String>,
        /// Sources that do not count.
        pub dropped: Vec<Dropped>,
    }

    /// Whether a text of the sending school fits its field on the signed form.
    pub struct Fit {
        /// Name of the field.
        pub field: String,
        /// What people call it.
        pub label: String,
        /// Lines that the text needs.
        pub lines: u32,
        /// Lines that there are.
        pub max_lines: u32,
        /// True when it fits.
        pub fits: bool,
    }

    /// An appraisal as the page shows it.
    pub struct Appraisal {
        /// Id of the posting.
        pub assignment_id: String,
        /// Name of the teacher.
        pub teacher: String,
        /// 派出学校.
        pub sending_school: String,
        /// 受援学校.
        pub host_school: String,
        /// 学年.
        pub year: String,
        /// How far it has come.
        #[cfg_attr(test, ts(type = "'open' | 'host_signed' | 'sending_signed'"))]
        pub state: String,
        /// H1 … H5.
        pub host_indicators: Vec<Indicator>,
        /// S1 … S5.
        pub sending_indicators: Vec<Indicator>,
        /// The host's sheet.
        pub host: HostSheet,
        /// The sending school's sheet.
        pub sending: SendingSheet,
        /// Sum of the host's points, once complete.
        pub host_total: Option<String>,
        /// Sum of the sending school's points, once complete.
        pub sending_total: Option<String>,
        /// The score of the year, once it can be computed.
        pub composition: Option<Composition>,
        /// Why it cannot be computed yet.
        pub missing: Vec<Refusal>,
        /// What the host school lacks before it can sign.
        pub host_signing: Vec<Refusal>,
        /// What the sending school lacks before it can sign.
        pub sending_signing: Vec<Refusal>,
        /// Whether the sending school's texts fit.
        pub fits: Vec<Fit>,
        /// Terms of the year in which the teacher was posted.
        #[cfg_attr(test, ts(type = "('autumn' | 'spring')[]"))]
        pub served_terms: Vec<String>,
        /// When it was read from the records.
        pub saved_at: String,
    }

    /// One row of the list.
    pub struct AppraisalRow {
        /// Id of the posting.
        pub assignment_id: String,
        /// Name of the teacher.
        pub teacher: String,
        /// Initials to search by.
        pub initials: String,
        /// 派出学校.
        pub sending_school: String,
        /// 受援学校.
        pub host_school: String,
        /// How far it has come.
        #[cfg_attr(test, ts(type = "'open' | 'host_signed' | 'sending_signed'"))]
        pub state: String,
        /// Sum of the host's points, once complete.
        pub host_total: Option<String>,
        /// Sum of the sending school's points, once complete.
        pub sending_total: Option<String>,
        /// YEAR.
        pub year_score: Option<String>,
        /// Code of the grade.
        pub grade: Option<String>,
        /// How many things are missing before it can be computed.
        pub n_missing: u32,
    }
}

fn indicators(side: Side, is_exam_applicable: bool) -> Vec<Indicator> {
    indicator::of(side)
        .iter()
        .map(|known| Indicator {
            code: known.code.to_owned(),
            group: known.group.to_owned(),
            name: known.name.to_owned(),
            max: indicator::max_points(known, is_exam_applicable)
                .unwrap_or(known.max)
                .to_string(),
            virtue: known.virtue.to_owned(),
            guide: known.guide.to_owned(),
            is_evidence_required: known.is_evidence_required,
            may_not_apply: known.code == indicator::MAY_NOT_APPLY,
        })
        .collect()
}

impl Composition {
    /// A composition as the page shows it.
    pub fn of(composition: &domain::appraisal::composition::Composition) -> Self {
        let host = &composition.host;
        Self {
            host: host.host.to_string(),
            multi_source: host.multi_source.as_ref().map(ToString::to_string),
            host_combined: host.host_combined.to_string(),
            sending: composition.sending.to_string(),
            year_final: composition.year_final.to_string(),
            stage_mean: composition.stage_mean.as_ref().map(ToString::to_string),
            year: composition.year.clone(),
            grade: composition.grade.code().to_owned(),
            steps: composition.steps.clone(),
            dropped: host
                .dropped
                .iter()
                .map(|dropped| Dropped {
                    source: dropped.source.code().to_owned(),
                    reason: dropped.reason.clone(),
                })
                .collect(),
        }
    }
}

impl Appraisal {
    /// An appraisal as the page shows it.
    pub fn of(open: &app::appraisal::OpenAppraisal) -> Self {
        let appraisal = &open.appraisal;
        let sheet = &appraisal.host;
        let missing = open
            .composition
            .as_ref()
            .err()
            .map_or(&[][..], Vec::as_slice);
        Self {
            assignment_id: appraisal.assignment.to_string(),
            teacher: open.posting.teacher.record.name.clone(),
            sending_school: open.posting.sending_school.name.clone(),
            host_school: open.posting.host_school.name.clone(),
            year: appraisal.year.to_string(),
            state: appraisal.state.code().to_owned(),
            host_indicators: indicators(Side::Host, sheet.is_exam_applicable),
            sending_indicators: indicators(Side::Sending, true),
            host: HostSheet::of(sheet),
            sending: SendingSheet::of(&appraisal.sending),
            host_total: side_total(Side::Host, &sheet.scores, sheet.is_exam_applicable)
                .map(|total| total.to_string()),
            sending_total: side_total(Side::Sending, &appraisal.sending.scores, true)
                .map(|total| total.to_string()),
            composition: open.composition.as_ref().ok().map(Composition::of),
            missing: refusals(missing),
            host_signing: refusals(&open.host_signing),
            sending_signing: refusals(&open.sending_signing),
            fits: open
                .fits
                .iter()
                .map(|(field, fit)| Fit {
                    field: field.name.clone(),
                    label: field.label.clone(),
                    lines: count(fit.lines),
                    max_lines: count(fit.max_lines),
                    fits: fit.fits,
                })
                .collect(),
            served_terms: open
                .served
                .iter()
                .map(|term| term.code().to_owned())
                .collect(),
            saved_at: open.at.to_rfc3339(),
        }
    }
}

impl AppraisalRow {
    /// The row of an appraisal.
    pub fn of(open: &app::appraisal::OpenAppraisal) -> Self {
        let whole = Appraisal::of(open);
        let final_grade = open
            .composition
            .as_ref()
            .ok()
            .map(|composition| open.appraisal.final_grade(composition).code().to_owned());
        Self {
            initials: domain::teacher::pinyin_initials(&whole.teacher),
            assignment_id: whole.assignment_id,
            teacher: whole.teacher,
            sending_school: whole.sending_school,
            host_school: whole.host_school,
            state: whole.state,
            host_total: whole.host_total,
            sending_total: whole.sending_total,
            year_score: whole.composition.map(|composition| composition.year),
            grade: final_grade,
            n_missing: count(match open.appraisal.state {
                State::Open => open.host_signing.len(),
                State::HostSigned => open.sending_signing.len(),
                State::SendingSigned => 0,
            }),
        }
    }
}
