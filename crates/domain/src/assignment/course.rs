//! The course of a posting: a step is judged beside the policy and the records, taken, or taken back (D-3).
//!
//! Must never: leave half a step, or let a change stand without its reason and its approval.

use chrono::{Days, Months, NaiveDate};

use super::{Assignment, Event, Post, State, Step, StepForm, goal, guard};
use crate::appraisal::grade::Grade;
use crate::exemption::Consent;
use crate::id::AppraisalId;
use crate::policy::{Key, Policy};
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

    /// What stands against signing the goals as they are.
    ///
    /// # Errors
    /// Every reason.
    pub fn judge_agreement(&self) -> Result<(), Vec<Refusal>> {
        let mut judgement = Judgement::new();
        goal::judge_agreement(&self.goals, &mut judgement);
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
            post_before: form.post.as_ref().map(|_| Post::of(&self.terms)),
            form,
        };
        judgement.pass(())?;
        self.apply(&step);
        self.steps.push(step);
        Ok(self)
    }

    /// Takes the last step back, and answers it.
    ///
    /// # Errors
    /// When there is none.
    pub fn unstepped(mut self) -> Result<(Self, StepForm), Vec<Refusal>> {
        let Some(step) = self.steps.pop() else {
            return Err(vec![Refusal::new(
                "STEP-NONE",
                "还没有登记过步骤，无可撤销",
            )]);
        };
        self.terms.planned_end_on = step.planned_end_before;
        self.terms.actual_end_on = step.actual_end_before;
        if let Some(post) = &step.post_before {
            post.put_into(&mut self.terms);
        }
        Ok((self, step.form))
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

    /// What a policy says against the length of the term; nothing when it fits or the policy says nothing.
    pub fn term_doubt(&self, policy: &Policy) -> Option<String> {
        let track = self.terms.track;
        let end = self.terms.planned_end_on.checked_add_days(Days::new(1))?;
        let is_shorter = |years: u32| {
            let least = self
                .terms
                .start_on
                .checked_add_months(Months::new(12 * years));
            least.is_none_or(|least| end < least)
        };
        let is_longer = |years: u32| {
            let most = self
                .terms
                .start_on
                .checked_add_months(Months::new(12 * years));
            most.is_some_and(|most| end > most)
        };
        // Half a year that counts as a whole one is as good as one (R311).
        let is_credited = self.terms.credit.hundredths() > 100;
        if let Some(least) = policy.whole(Key::TermYearsMin, track)
            && is_shorter(least)
            && !is_credited
        {
            let rule = policy.rule(Key::TermYearsMin, track);
            return Some(format!("期限短于制度规定的{least}年（{rule}）"));
        }
        let most = policy.whole(Key::TermYearsMax, track)?;
        let rule = policy.rule(Key::TermYearsMax, track);
        is_longer(most).then(|| format!("期限长于制度规定的{most}年（{rule}）"))
    }

    /// 第2项、第3项工作目标未达成; empty when all were reached.
    pub fn unmet_words(&self) -> String {
        let numbers: Vec<String> = goal::unmet(&self.goals)
            .iter()
            .map(|number| format!("第{number}项"))
            .collect();
        if numbers.is_empty() {
            String::new()
        } else {
            format!("{}工作目标未达成", numbers.join("、"))
        }
    }

    /// Until when the policy would extend it because goals were not reached (R312); nothing when all were, or the
    /// policy says nothing.
    pub fn proposed_extension(&self, policy: &Policy) -> Option<NaiveDate> {
        let track = self.terms.track;
        if goal::unmet(&self.goals).is_empty() || !policy.says(Key::ExtendOnUnmetGoals, track) {
            return None;
        }
        let months = policy.whole(Key::ExtensionMonthsDefault, track)?;
        // To the last day of a month and not a day later: 31 August and six months is 28 February.
        let next = self.terms.planned_end_on.checked_add_days(Days::new(1))?;
        next.checked_add_months(Months::new(months))?.pred_opt()
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

fn closed(mut form: StepForm) -> StepForm {
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
