//! Papers besides F-01: what can be made, what was issued, and whose signature comes next.

use app::report::{Paper, Standing};

use crate::report::SigningFailure;
use crate::shape;

shape! {
    /// A paper that can be made or was issued.
    pub struct PaperRow {
        /// Number of the form, such as `F-04`.
        pub form: String,
        /// Its name.
        pub form_word: String,
        /// What it is about, for programs: `posting:<id>`, `candidate:<id>`, `school:<id>` or `year`.
        pub subject: String,
        /// Whose name, or which list.
        pub about: String,
        /// Id of the newest revision; nothing before it is issued.
        pub report_id: Option<String>,
        /// 文书编号.
        pub number: Option<String>,
        /// Which revision.
        pub revision: Option<u32>,
        /// The date on it.
        pub issued_on: Option<String>,
        /// Who signed last.
        #[cfg_attr(test, ts(type = "'sending' | 'host' | null"))]
        pub signed_by: Option<String>,
        /// Whose signature comes next; nothing when it is signed with ink or by both, or the records have outrun it.
        #[cfg_attr(test, ts(type = "'sending' | 'host' | null"))]
        pub next_side: Option<String>,
        /// Name of the school whose key signs next.
        pub next_school: Option<String>,
        /// What came after it: a newer paper, or records that say something else now; empty while it holds.
        pub since: String,
        /// How often it was printed.
        pub n_printed: u32,
        /// True for a list that also goes out as a spreadsheet.
        pub has_twin: bool,
    }

    /// What became of a batch of papers.
    pub struct PaperOutcome {
        /// Issued.
        pub made: Vec<PaperRow>,
        /// Not issued: who and why.
        pub failed: Vec<SigningFailure>,
    }
}

impl PaperRow {
    /// A paper of the list.
    pub fn of(paper: &Paper) -> Self {
        let issued = paper.issued.as_ref();
        let signed_by = issued.and_then(|issued| issued.side);
        let next = paper.next.as_ref();
        Self {
            form: paper.code.code().to_owned(),
            form_word: paper.code.word().to_owned(),
            subject: paper.subject.to_string(),
            about: paper.about.clone(),
            report_id: issued.map(|issued| issued.id.to_string()),
            number: issued.map(|issued| issued.number.clone()),
            revision: issued.map(|issued| issued.revision),
            issued_on: issued.map(|issued| issued.issued_on.to_string()),
            signed_by: signed_by.map(|side| side.code().to_owned()),
            next_side: next.map(|turn| turn.side.code().to_owned()),
            next_school: next.map(|turn| turn.school.clone()),
            since: paper
                .standing
                .as_ref()
                .map_or_else(String::new, Standing::says),
            n_printed: issued.map_or(0, |issued| issued.printed),
            has_twin: paper.code.has_twin(),
        }
    }
}
