//! How an issued paper stands to the records as they are now: whether it still says what they say.
//!
//! Must never: change a paper. What was issued stays as it was; it is told what came after it.

use domain::report::FormCode;
use store::IssuedReport;

use super::build;
use super::facts::facts_text;
use super::form::{Subject, formal, named, stays_as_signed};
use crate::failure::Failure;
use crate::session::Session;

/// How an issued paper stands to the records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// It says what the records say, as far as they can be asked.
    Current,
    /// The same paper was signed or drawn again: the file of a later revision is the one that holds.
    Renewed,
    /// Another paper of the same form about the same was issued after it.
    Replaced(String),
    /// The records were changed after it was issued, and now say something else.
    Outdated,
}

impl Standing {
    /// True while it is the paper to show.
    pub fn is_current(&self) -> bool {
        *self == Self::Current
    }

    /// What came after it, as a sentence; empty when nothing did.
    pub fn says(&self) -> String {
        match self {
            Self::Current => String::new(),
            Self::Renewed => "同一编号此后又有签章或更新，请以最新的文件为准。".to_owned(),
            Self::Replaced(number) => format!("此后另出了{number}，请以新的为准。"),
            Self::Outdated => {
                "出具以后台账有变动，现在的内容与这份不同，不能再作为现状的凭据。".to_owned()
            }
        }
    }
}

/// How an issued paper stands to the records now. What an annual form says is sealed with its appraisal; an
/// application and a survey say what somebody said on a day; the lists of another year than the session's are not
/// asked again.
///
/// # Errors
/// When the records cannot be read.
pub(super) fn standing(session: &Session, issued: &IssuedReport) -> Result<Standing, Failure> {
    let Some((code, subject)) = named(issued) else {
        return Ok(Standing::Current);
    };
    let all = session.ledger.reports()?;
    let is_renewed = all
        .iter()
        .any(|other| other.number == issued.number && other.revision > issued.revision);
    if is_renewed {
        return Ok(Standing::Renewed);
    }
    let is_of_same = |other: &&IssuedReport| {
        other.form == issued.form
            && subject.is_of(other)
            && (code == FormCode::Letter || other.year == issued.year)
            && other.number != issued.number
            && other.id > issued.id
    };
    if let Some(newer) = all.iter().filter(is_of_same).max_by_key(|other| other.id) {
        return Ok(Standing::Replaced(newer.number.clone()));
    }
    if says_the_same(session, code, subject, issued)? {
        Ok(Standing::Current)
    } else {
        Ok(Standing::Outdated)
    }
}

/// True when the form would say the same if it were made now, counting up to its own day.
fn says_the_same(
    session: &Session,
    code: FormCode,
    subject: Subject,
    issued: &IssuedReport,
) -> Result<bool, Failure> {
    let is_asked = match subject {
        Subject::Posting(_) => true,
        Subject::Year => issued.year == session.year(),
        Subject::Candidate(_) | Subject::School(_) => false,
    };
    if code == FormCode::Annual || !is_asked {
        return Ok(true);
    }
    let day = issued.issued_on;
    let now = build::judge(session, code, subject, day)
        .and_then(|()| formal(session, code, subject, &issued.number, day, day));
    match now {
        Ok(form) => Ok(facts_text(&form.facts()) == issued.facts
            || issued.side.is_some() && stays_as_signed(session, code, subject)?),
        // What could not be issued any more does not say what the records say.
        Err(failure) if failure.is_refusal() => Ok(false),
        Err(failure) => Err(failure),
    }
}
