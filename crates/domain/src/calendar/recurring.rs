//! What recurs: surveys by teaching week (B9), duties and meetings by their cadence (B5, R527, R1003).

use chrono::{Days, NaiveDate};

use super::Calendar;
use super::deadline::Due;
use crate::policy::Policy;
use crate::policy::duty::{Cadence, PlannedSurvey};
use crate::year::Term;

/// The code of a survey begins so; then the rule and the term.
const SURVEY: &str = "survey-";
/// The code of its raters' training.
const TRAINING: &str = "training-";

/// Something that a policy asks for again and again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recurring {
    /// What.
    pub what: String,
    /// How often.
    pub cadence: Cadence,
    /// When in that span; empty when it is not said.
    pub when: String,
    /// How many times in that span; 0 when it is only to be done.
    pub min_count: u32,
    /// Who; empty when it is not said.
    pub who: String,
    /// The rule behind it.
    pub rule: String,
}

/// True for the code of a survey or of its training.
pub(super) fn is_survey(code: &str) -> bool {
    code.strip_prefix(SURVEY)
        .or_else(|| code.strip_prefix(TRAINING))
        .and_then(|rest| rest.rsplit_once('-'))
        .is_some_and(|(rule, term)| rule.starts_with('R') && Term::from_code(term).is_some())
}

impl Calendar {
    /// The surveys of a policy, each due on the Sunday of its last week, and the training before it.
    pub(super) fn surveys(&self, policy: &Policy) -> Vec<Due> {
        let mut all = Vec::new();
        for survey in &policy.surveys {
            for term in Term::ALL {
                if survey.term.is_none_or(|own| own == term) {
                    all.extend(self.survey(survey, term));
                }
            }
        }
        all
    }

    fn survey(&self, survey: &PlannedSurvey, term: Term) -> Vec<Due> {
        let plan = self.term(term);
        let opens = plan.week_from(survey.weeks.0);
        let closes = plan.week_from(survey.weeks.1) + Days::new(6);
        let code = |head: &str| format!("{head}{}-{}", survey.rule, term.code());
        let what = format!(
            "{}（{}第{}周）",
            survey.name,
            term.word(),
            weeks_on_paper(survey.weeks)
        );
        let mut all = vec![self.due(
            &code(SURVEY),
            (&what, survey.raters, survey.rule, ""),
            closes,
        )];
        if survey.training_lead_days > 0 {
            let on: NaiveDate = opens - Days::new(u64::from(survey.training_lead_days));
            let what = format!("{}：培训评价者", survey.name);
            all.push(self.due(&code(TRAINING), (&what, survey.raters, "R910", ""), on));
        }
        all
    }
}

fn weeks_on_paper((first, last): (u32, u32)) -> String {
    if first == last {
        first.to_string()
    } else {
        format!("{first}—{last}")
    }
}

/// Duties that are on, and meetings, of a policy.
pub fn recurring(policy: &Policy) -> Vec<Recurring> {
    let duties = policy
        .duties
        .iter()
        .filter(|duty| duty.is_on)
        .map(|duty| Recurring {
            what: duty.name.to_owned(),
            cadence: duty.cadence,
            when: String::new(),
            min_count: duty.min_count,
            who: "交流教师".to_owned(),
            rule: duty.rule.to_owned(),
        });
    let meetings = policy.meetings.iter().map(|meeting| Recurring {
        what: meeting.name.to_owned(),
        cadence: meeting.cadence,
        when: meeting.when.to_owned(),
        min_count: 1,
        who: meeting.who.to_owned(),
        rule: meeting.rule.to_owned(),
    });
    duties.chain(meetings).collect()
}
