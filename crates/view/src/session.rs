//! The start screen, the open session and the first screen.

use crate::shape;

shape! {
    /// What the start screen knows.
    pub struct StartState {
        /// True when there is a file of records to open.
        pub has_ledger: bool,
        /// Its name.
        pub ledger_name: String,
        /// Version of the program.
        pub version: String,
    }

    /// The open file of records.
    pub struct Session {
        /// Id of my school.
        pub school_id: String,
        /// Its name.
        pub school_name: String,
        /// School year that is worked on.
        pub year: String,
        /// True for the practice school.
        pub is_practice: bool,
    }

    /// One step of the year's end.
    pub struct Step {
        /// The screen it is done on.
        pub step: String,
        /// Its name.
        pub title: String,
        /// How many are done.
        pub done: u32,
        /// Of how many.
        pub total: u32,
        /// How far it is.
        #[cfg_attr(test, ts(type = "'done' | 'doing' | 'locked'"))]
        pub state: String,
        /// Why it is locked.
        pub why: String,
    }

    /// One thing to do.
    pub struct Todo {
        /// What.
        pub text: String,
        /// The screen it is done on.
        pub step: String,
        /// The posting it is about.
        pub assignment_id: Option<String>,
    }

    /// The first screen.
    pub struct Overview {
        /// School year.
        pub year: String,
        /// The year's end.
        pub steps: Vec<Step>,
        /// What is to be done.
        pub todos: Vec<Todo>,
        /// Teachers on file.
        pub n_teachers: u32,
        /// Postings of the year.
        pub n_assignments: u32,
    }

    /// One row of the history.
    pub struct LogRow {
        /// Number of the row.
        #[cfg_attr(test, ts(type = "number"))]
        pub seq: u64,
        /// When.
        pub at: String,
        /// What was done.
        pub what: String,
        /// To whom or what.
        pub about: String,
    }
}

/// A count for the page.
pub(crate) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

impl Session {
    /// The open session.
    pub fn of(session: &app::Session) -> Self {
        Self {
            school_id: session.school().id.to_string(),
            school_name: session.school().name.clone(),
            year: session.year().to_string(),
            is_practice: session.is_practice(),
        }
    }
}

impl Overview {
    /// The first screen.
    pub fn of(session: &app::Session, overview: &app::overview::Overview) -> Self {
        Self {
            year: session.year().to_string(),
            steps: overview.steps.iter().map(step_of).collect(),
            todos: overview
                .todos
                .iter()
                .map(|todo| Todo {
                    text: todo.text.clone(),
                    step: todo.step.to_owned(),
                    assignment_id: todo.assignment.map(|id| id.to_string()),
                })
                .collect(),
            n_teachers: count(overview.n_teachers),
            n_assignments: count(overview.n_assignments),
        }
    }
}

fn step_of(step: &app::overview::Step) -> Step {
    let state = match (step.why_locked.is_empty(), step.is_done()) {
        (false, _) => "locked",
        (true, true) => "done",
        (true, false) => "doing",
    };
    Step {
        step: step.step.to_owned(),
        title: step.title.to_owned(),
        done: count(step.done),
        total: count(step.total),
        state: state.to_owned(),
        why: step.why_locked.clone(),
    }
}

impl LogRow {
    /// A row of the log, its deed in the user's words.
    pub fn of(row: &app::history::LogRow) -> Self {
        Self {
            seq: row.head.seq,
            at: row.at.to_string(),
            what: row.op.word().to_owned(),
            about: row.about.clone(),
        }
    }
}
