//! A roster that was read: counts, columns, problems and the teachers in it.

use app::roster::{Action, Preview, Problem};
use domain::teacher::TeacherRecord;

use crate::session::count;
use crate::shape;

shape! {
    /// One thing that is wrong or doubtful.
    pub struct RosterProblem {
        /// Name of the sheet; empty for csv.
        pub sheet: String,
        /// The row that the spreadsheet shows; 0 for the whole file.
        pub row: u32,
        /// Letters and heading.
        pub column: String,
        /// How bad.
        #[cfg_attr(test, ts(type = "'refused' | 'warned'"))]
        pub level: String,
        /// What is wrong.
        pub message: String,
    }

    /// One accepted row.
    pub struct RosterTeacher {
        /// The row that the spreadsheet shows.
        pub row: u32,
        /// 姓名.
        pub name: String,
        /// 性别.
        pub sex: Option<String>,
        /// `1978-05` when the day is unknown.
        pub birth_date: Option<String>,
        /// Masked but for the last four.
        pub id_number_masked: String,
        /// 学科.
        pub subject: String,
        /// 职称.
        pub title: String,
        /// 到本校时间.
        pub joined_school_on: Option<String>,
        /// 骨干.
        pub backbone: String,
        /// What importing it would do.
        #[cfg_attr(test, ts(type = "'add' | 'update' | 'unchanged'"))]
        pub action: String,
    }

    /// What a column was taken for.
    pub struct RosterColumn {
        /// Its letters.
        pub column: String,
        /// Its heading.
        pub heading: String,
        /// Our word for it; `None` when it is not read.
        pub field: Option<String>,
    }

    /// A roster that was read and not yet written.
    pub struct RosterPreview {
        /// To confirm it with.
        pub token: String,
        /// Name of the file.
        pub file_name: String,
        /// Rows that speak of a teacher.
        pub rows: u32,
        /// Rows that would change the records.
        pub accepted: u32,
        /// Accepted rows with a warning.
        pub warned: u32,
        /// Rows that cannot be kept.
        pub refused: u32,
        /// Rows that are on file already.
        pub unchanged: u32,
        /// The columns.
        pub columns: Vec<RosterColumn>,
        /// The problems.
        pub problems: Vec<RosterProblem>,
        /// The accepted rows.
        pub teachers: Vec<RosterTeacher>,
    }

    /// What an import did.
    pub struct RosterImported {
        /// New teachers.
        pub added: u32,
        /// Teachers who were on file and got something better.
        pub updated: u32,
    }
}

impl RosterPreview {
    /// A preview; `token` is what confirms it.
    pub fn of(preview: &Preview, token: &str) -> Self {
        let reading = &preview.reading;
        Self {
            token: token.to_owned(),
            file_name: preview.file_name.clone(),
            rows: count(reading.counts.rows),
            accepted: count(preview.n_accepted()),
            warned: count(preview.n_warned()),
            refused: count(reading.counts.refused),
            unchanged: count(preview.n_unchanged()),
            columns: reading
                .columns
                .iter()
                .map(|column| RosterColumn {
                    column: column.letters.clone(),
                    heading: column.heading.clone(),
                    field: column.field.map(|field| field.word().to_owned()),
                })
                .collect(),
            problems: reading.problems.iter().map(RosterProblem::of).collect(),
            teachers: preview
                .actions
                .iter()
                .map(|(row, action)| RosterTeacher::of(*row, action))
                .collect(),
        }
    }
}

impl RosterProblem {
    /// A problem.
    pub fn of(problem: &Problem) -> Self {
        Self {
            sheet: problem.sheet.clone(),
            row: problem.row,
            column: problem.column.clone(),
            level: problem.level.code().to_owned(),
            message: problem.message.clone(),
        }
    }
}

impl RosterTeacher {
    fn of(row: u32, action: &Action) -> Self {
        let word = match action {
            Action::Add(_) => "add",
            Action::Update(_) => "update",
            Action::Unchanged(_) => "unchanged",
        };
        Self::of_record(row, action.record(), word)
    }

    /// A row whose action is known.
    pub fn of_record(row: u32, record: &TeacherRecord, action: &str) -> Self {
        Self {
            row,
            name: record.name.clone(),
            sex: record.sex.map(|sex| sex.word().to_owned()),
            birth_date: record.birth.map(|birth| birth.to_string()),
            id_number_masked: record.masked_id_number(),
            subject: record.subject.clone(),
            title: record.title.clone(),
            joined_school_on: record.joined_school_on.map(|day| day.to_string()),
            backbone: record.backbone.clone(),
            action: action.to_owned(),
        }
    }
}

impl RosterImported {
    /// What an import did.
    pub fn of(imported: app::roster::Imported) -> Self {
        Self {
            added: count(imported.added),
            updated: count(imported.updated),
        }
    }
}
