//! The course of a posting: a step is judged beside the policy and the records, taken, or taken back (D-3).
//!
//! Must never: leave half a step, or let a change of what was approved stand without its reason and its approval;
//! 恢复 and 续任 lead back to what was approved and need neither.

use chrono::NaiveDate;

use super::goal::Goal;
use super::{Assignment, Event, Post, State, Step, StepForm, guard};
use crate::appraisal::grade::Grade;
use crate::exemption::Consent;
use crate::id::AppraisalId;
use crate::policy::Policy;
use crate::refusal::{Judgement, Refusal};
use crate::text::closed_up;
use crate::year::SchoolYear;

/// What a step is judged beside.
#[derive(Debug, Clone, Copy)]
pub struct Beside<'a> {
    /// The policy in force.
    pub policy: &'a Policy,
    /// The day on which it is typed.
    pub today: NaiveDate,
    /// The postings on file of the same teacher.
    pub others: &'a [Assignment],
    /// What his years at this posting came to.
    pub years: &'a [YearResult],
}

/// What a year of a posting came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct YearResult {
    /// The appraisal.
    pub appraisal: AppraisalId,
    /// 学年.
    pub year: SchoolYear,
    /// The grade, once it is decided.
    pub grade: Option<Grade>,
    /// True when both schools have signed it.
    pub is_signed: bool,
}

impl Assignment {
    /// How far it has come.
    pub fn state(&self) -> State {
        let events = self.steps.iter().map(|step| step.form.event);
        events.fold(State::Draft, |state, event| {
            state.after(event).unwrap_or(state)
        })
    }

    /// The last step of a kind.
    pub fn last(&self, event: Event) -> Option<&StepForm> {
        let steps = self.steps.iter().rev().map(|step| &step.form);
        steps.clone().find(|form| form.event == event)
    }

    /// The paper on which the posting rests.
    pub fn approval(&self) -> Option<&Consent> {
        let step = self
            .last(Event::Approve)
            .or_else(|| self.last(Event::Backfill));
        step?.approval.as_ref()
    }

    /// The day on which he came.
    pub fn arrived_on(&self) -> Option<NaiveDate> {
        let step = self
            .last(Event::Arrive)
            .or_else(|| self.last(Event::Backfill));
        Some(step?.on)
    }

    /// The school years whose service is void.
    pub fn voided_years(&self) -> Vec<SchoolYear> {
        let steps = self.steps.iter().map(|step| &step.form);
        steps
            .filter(|form| form.event == Event::VoidYear)
            .filter_map(|form| form.year)
            .collect()
    }

    /// The stretches in which he was away: from the first day of a suspension to the day before he came back, or
    /// without an end.
    pub fn absences(&self) -> Vec<(NaiveDate, Option<NaiveDate>)> {
        let mut found: Vec<(NaiveDate, Option<NaiveDate>)> = Vec::new();
        for form in self.steps.iter().map(|step| &step.form) {
            match (form.event, found.last_mut()) {
                (Event::Suspend, _) => found.push((form.on, None)),
                (Event::Resume, Some((_, open @ None))) => *open = form.on.pred_opt(),
                _ => {}
            }
        }
        found
    }

    /// The posts he had, oldest first, each with its first day: what a change of post replaced, and what came after it.
    /// Whoever came late had none before.
    pub fn posts(&self) -> Vec<(NaiveDate, Post)> {
        let mut posts = Vec::new();
        let start = self.terms.start_on;
        let mut from = self.arrived_on().map_or(start, |day| day.max(start));
        for step in &self.steps {
            if let Some(before) = &step.post_before {
                posts.push((from, before.clone()));
                from = step.form.on;
            }
        }
        posts.push((from, Post::of(&self.terms)));
        // A post that was changed on its own first day was never held.
        let next: Vec<NaiveDate> = posts.iter().skip(1).map(|(from, _)| *from).collect();
        let mut place = 0;
        posts.retain(|(from, _)| {
            let is_held = next.get(place).is_none_or(|next| next > from);
            place += 1;
            is_held
        });
        posts
    }

    /// Goals as the three talk them over. What is no draft must be ready to be signed: its weights make 100, and each
    /// says how it is measured. A list that is emptied is not asked, nor one that was signed.
    ///
    /// # Errors
    /// Every reason why they cannot be kept.
    pub fn with_goals(
        self,
        goals: Vec<Goal>,
        is_draft: bool,
        others: &[Self],
        policy: &Policy,
    ) -> Result<Self, Vec<Refusal>> {
        let is_asked = !is_draft && !goals.is_empty() && self.state().may_agree_goals();
        let typed = Self { goals, ..self };
        let judged = typed.clone().judged(others, policy);
        let mut judgement = Judgement::new();
        if is_asked {
            judgement.take(judged.as_ref().unwrap_or(&typed).judge_agreement());
        }
        match judgement.take(judged) {
            Some(judged) => judgement.pass(judged),
            None => Err(judgement.into_refusals()),
        }
    }

    /// What stands against signing the goals as they are.
    ///
    /// # Errors
    /// Every reason.
    pub fn judge_agreement(&self) -> Result<(), Vec<Refusal>> {
        let mut judgement = Judgement::new();
        super::goal::judge_agreement(&self.goals, self.terms.span(), &mut judgement);
        judgement.pass(())
    }

    /// Takes a step.
    ///
    /// # Errors
    /// Every reason why it cannot be taken; nothing is half-done.
    pub fn stepped(mut self, form: StepForm, beside: Beside<'_>) -> Result<Self, Vec<Refusal>> {
        let form = closed(form);
        let mut judgement = Judgement::new();
        let state = self.state();
        if state.after(form.event).is_none() {
            judgement.refuse(
                "STEP-ORDER",
                "event",
                format!(
                    "现在是“{}”，不能登记“{}”{}",
                    state.word(),
                    form.event.word(),
                    next_words(state)
                ),
            );
        }
        guard::judge_papers(&form, beside.today, &mut judgement);
        self.judge_day(&form, &mut judgement);
        self.judge_guard(&form, beside, &mut judgement);
        let step = Step {
            planned_end_before: self.terms.planned_end_on,
            actual_end_before: self.terms.actual_end_on,
            post_before: (form.event == Event::ChangePost).then(|| Post::of(&self.terms)),
            form,
        };
        let can_be = state.after(step.form.event).is_some() && step.form.on >= self.terms.start_on;
        self.apply(&step);
        self.steps.push(step);
        if can_be {
            self.judge_years(beside.years, "on", &mut judgement);
        }
        judgement.pass(self)
    }

    /// A year that was appraised stays a year of the posting: its form is signed, or will be.
    fn judge_years(&self, years: &[YearResult], place: &str, judgement: &mut Judgement) {
        for result in years
            .iter()
            .filter(|result| !self.terms.touches(result.year))
        {
            judgement.refuse(
                "STEP-APPRAISED",
                place,
                format!(
                    "这条交流安排已有{}的考核，这样登记以后，那一学年就不在交流期限之内了",
                    result.year.on_paper()
                ),
            );
        }
    }

    /// Takes the last step back, and answers it. What it replaced comes back; what was typed since then stays.
    ///
    /// # Errors
    /// When there is none, when one of the teacher's `others` now takes the time that would come back with it, or when
    /// one of his appraised `years` would no longer be a year of the posting.
    pub fn unstepped(
        mut self,
        others: &[Self],
        years: &[YearResult],
    ) -> Result<(Self, StepForm), Vec<Refusal>> {
        let Some(step) = self.steps.pop() else {
            return Err(vec![Refusal::new(
                "STEP-NONE",
                "还没有登记过步骤，没有可以撤销的",
            )]);
        };
        match step.form.event {
            Event::Extend => self.terms.planned_end_on = step.planned_end_before,
            Event::EndEarly | Event::Recall | Event::Complete => {
                self.terms.actual_end_on = step.actual_end_before;
            }
            _ => {}
        }
        if let Some(post) = &step.post_before {
            post.put_into(&mut self.terms);
        }
        let mut judgement = Judgement::new();
        self.judge_overlap(others, "steps", &mut judgement);
        self.judge_years(years, "steps", &mut judgement);
        judgement.require(
            years.is_empty() || self.state().has_arrived(),
            "STEP-APPRAISED",
            "steps",
            &format!(
                "这条交流安排已有学年考核，不能撤销“{}”",
                step.form.event.word()
            ),
        );
        judgement.pass((self, step.form))
    }

    fn apply(&mut self, step: &Step) {
        let form = &step.form;
        match form.event {
            Event::Extend => {
                if let Some(until) = form.until {
                    self.terms.planned_end_on = until;
                }
            }
            Event::EndEarly | Event::Recall => self.terms.actual_end_on = Some(form.on),
            Event::Complete => {
                self.terms.actual_end_on =
                    form.until.filter(|day| *day != self.terms.planned_end_on);
            }
            Event::ChangePost => {
                if let Some(post) = &form.post {
                    post.put_into(&mut self.terms);
                }
            }
            _ => {}
        }
    }
}

/// What comes next, for whoever tried something else.
fn next_words(state: State) -> String {
    let events = state.events();
    if events.is_empty() {
        return "；这条安排已经办结".to_owned();
    }
    let words: Vec<&str> = events.iter().map(|event| event.word()).collect();
    format!("；可登记：{}", words.join("、"))
}

/// Closes up the texts, and drops what its event does not ask for and nobody would judge.
fn closed(mut form: StepForm) -> StepForm {
    let event = form.event;
    let asks = |events: &[Event]| events.contains(&event);
    form.signatures = form.signatures.filter(|_| asks(&[Event::SignGoals]));
    let until = asks(&[Event::Suspend, Event::Extend, Event::Complete]);
    form.until = form.until.filter(|_| until);
    form.post = form.post.filter(|_| asks(&[Event::ChangePost]));
    form.notice = form.notice.filter(|_| asks(&[Event::RefuseToGo]));
    if !asks(&[Event::RefuseToGo]) {
        form.second.clear();
    }
    let appraisal = asks(&[Event::VoidYear, Event::VoidWhole]);
    form.appraisal = form.appraisal.filter(|_| appraisal);
    form.year = form.year.filter(|_| asks(&[Event::VoidYear]));
    for text in [&mut form.by, &mut form.reason, &mut form.second] {
        *text = closed_up(text);
    }
    for paper in [&mut form.approval, &mut form.notice].into_iter().flatten() {
        paper.document = closed_up(&paper.document);
    }
    if let Some(signed) = &mut form.signatures {
        signed.host = closed_up(&signed.host);
        signed.sending = closed_up(&signed.sending);
    }
    if let Some(post) = &mut form.post {
        post.subject = closed_up(&post.subject);
        post.classes = closed_up(&post.classes);
    }
    form
}
