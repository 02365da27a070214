//! A posting's own page.

use app::assignment::Page;
use domain::assignment::lead::Lead;
use domain::assignment::months::on_paper;
use domain::assignment::{State, goal};
use domain::id::SchoolId;

use super::{
    AssignmentRow, AssignmentStep, BenefitRow, EventChoice, LivingRow, ServedPosting, SwapRow,
    WorkGoal, swap_row,
};
use crate::paper::PaperRow;
use crate::shape;

shape! {
    /// Everything about one posting.
    pub struct AssignmentPage {
        /// The row of the list.
        pub row: AssignmentRow,
        /// 工作目标.
        pub goals: Vec<WorkGoal>,
        /// True while the goals may be agreed.
        pub may_agree_goals: bool,
        /// True while the schools may say how far the goals have come.
        pub may_judge_goals: bool,
        /// 目标达成率, in per cent; nothing while a goal is not judged.
        pub achievement: Option<String>,
        /// What was registered, oldest first.
        pub steps: Vec<AssignmentStep>,
        /// What can be registered next.
        pub events: Vec<EventChoice>,
        /// What is missing or does not fit.
        pub doubts: Vec<String>,
        /// Until when the policy would extend it, because goals were not reached.
        pub proposed_extension: Option<String>,
        /// Which goals were not reached; empty when all were.
        pub unmet: String,
        /// Months served so far.
        pub served: ServedPosting,
        /// Months when it ends as planned.
        pub planned: ServedPosting,
        /// What its years came to.
        pub years: Vec<YearOutcome>,
        /// Which school leads the appraisal of each calendar year.
        pub leads: Vec<CalendarLead>,
        /// 生活保障.
        pub living: Vec<LivingRow>,
        /// 待遇.
        pub benefits: Vec<BenefitRow>,
        /// 互派与置换.
        pub swap: Option<SwapRow>,
        /// Its papers.
        pub papers: Vec<PaperRow>,
        /// Open items of feedback.
        pub n_open_feedback: u32,
    }

    /// What a year came to.
    pub struct YearOutcome {
        /// Id of the appraisal.
        pub appraisal_id: String,
        /// 学年.
        pub year: String,
        /// Word of the grade; empty while it is not decided.
        pub grade_word: String,
        /// True when both schools have signed.
        pub is_signed: bool,
        /// True when the year is void.
        pub is_void: bool,
    }

    /// Which school leads the appraisal of a calendar year, by days; a day that is shared among schools is divided.
    pub struct CalendarLead {
        /// The calendar year.
        pub year: i32,
        /// Days at the host school.
        pub host_days: String,
        /// Days at other host schools; nothing when there are none.
        pub other_days: Option<String>,
        /// The other days.
        pub sending_days: String,
        /// Who leads; nothing when nobody has more than half.
        #[cfg_attr(test, ts(type = "'host' | 'other' | 'sending' | null"))]
        pub leader: Option<String>,
    }
}

impl CalendarLead {
    fn of(year: i32, lead: &Lead) -> Self {
        Self {
            year,
            host_days: on_paper(&lead.host),
            other_days: (!lead.other.is_zero()).then(|| on_paper(&lead.other)),
            sending_days: on_paper(&lead.sending),
            leader: lead.leader.map(|leader| leader.code().to_owned()),
        }
    }
}

impl AssignmentPage {
    /// A page, for the school `mine`.
    pub fn of(page: &Page, mine: SchoolId) -> Self {
        let assignment = &page.posting.assignment;
        let state: State = assignment.state();
        let voided = assignment.voided_years();
        Self {
            row: AssignmentRow::of(&page.posting, mine),
            goals: assignment.goals.iter().map(WorkGoal::of).collect(),
            may_agree_goals: state.may_agree_goals(),
            may_judge_goals: state.may_judge_goals(),
            achievement: goal::achievement(&assignment.goals).map(|rate| rate.round_half_up(1)),
            steps: assignment.steps.iter().map(AssignmentStep::of).collect(),
            events: page.events.iter().copied().map(EventChoice::of).collect(),
            doubts: page.doubts.clone(),
            proposed_extension: page.proposed_extension.map(|day| day.to_string()),
            unmet: assignment.unmet_words(),
            served: ServedPosting::of(&page.posting, &page.served),
            planned: ServedPosting::of(&page.posting, &page.planned),
            years: page
                .years
                .iter()
                .map(|result| YearOutcome {
                    appraisal_id: result.appraisal.to_string(),
                    year: result.year.to_string(),
                    grade_word: result
                        .grade
                        .map(|grade| grade.word().to_owned())
                        .unwrap_or_default(),
                    is_signed: result.is_signed,
                    is_void: voided.contains(&result.year) || state == State::Voided,
                })
                .collect(),
            leads: page
                .leads
                .iter()
                .map(|(year, lead)| CalendarLead::of(*year, lead))
                .collect(),
            living: page
                .living
                .iter()
                .map(|item| LivingRow::of(item, page.today))
                .collect(),
            benefits: page
                .benefits
                .iter()
                .map(|benefit| BenefitRow::of(benefit, &page.posting))
                .collect(),
            swap: page.swap.as_ref().map(swap_row),
            papers: page.papers.iter().map(PaperRow::of).collect(),
            n_open_feedback: crate::session::count(page.n_open_feedback),
        }
    }
}
