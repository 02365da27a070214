//! Reports: their list, signing, printing, saving and verifying.

use app::report::{ReportRow as Row, SigningOutcome as Outcome, Standing, Verified};

use crate::failure::{Refusal, refusals};
use crate::session::count;
use crate::shape;

shape! {
    /// One posting's report.
    pub struct ReportRow {
        /// Id of the posting.
        pub assignment_id: String,
        /// Name of the teacher.
        pub teacher: String,
        /// 派出学校.
        pub sending_school: String,
        /// 受援学校.
        pub host_school: String,
        /// How far it has come.
        #[cfg_attr(test, ts(type = "'open' | 'host_signed' | 'sending_signed'"))]
        pub state: String,
        /// Id of the newest revision, once it was drawn.
        pub report_id: Option<String>,
        /// 文书编号.
        pub number: Option<String>,
        /// YEAR.
        pub year_score: Option<String>,
        /// Code of the grade.
        pub grade: Option<String>,
        /// SHA-256 of the newest revision.
        pub sha256: Option<String>,
        /// What the host school lacks before it can sign.
        pub host_ready: Vec<Refusal>,
        /// What the sending school lacks before it can sign.
        pub sending_ready: Vec<Refusal>,
        /// How often it was printed.
        pub n_printed: u32,
        /// Items of feedback that are not closed off.
        pub open_feedback: u32,
    }

    /// A file to look at.
    pub struct Preview {
        /// To fetch it with.
        pub token: String,
        /// Title of the window.
        pub title: String,
    }

    /// A report that was not signed or printed, and why.
    pub struct SigningFailure {
        /// Whose paper, with its form where one person may have several.
        pub teacher: String,
        /// Why.
        pub message: String,
        /// All reasons.
        pub refusals: Vec<Refusal>,
    }

    /// What became of a batch.
    pub struct SigningOutcome {
        /// Whose papers were signed.
        pub signed: Vec<String>,
        /// Those that were not.
        pub failed: Vec<SigningFailure>,
    }

    /// A printer of this computer.
    pub struct Printer {
        /// Its name.
        pub name: String,
        /// True for the one that the system prefers.
        pub is_default: bool,
    }

    /// What was printed.
    pub struct PrintOutcome {
        /// How many reports.
        pub printed: u32,
        /// Those that were not.
        pub failed: Vec<SigningFailure>,
    }

    /// What was saved.
    pub struct SaveOutcome {
        /// How many files; 0 when the user thought better of it.
        pub saved: u32,
        /// Name of the folder, without where it is.
        pub folder: String,
    }

    /// What is to be said about one signature.
    pub struct VerifiedSignature {
        /// Name of its field.
        pub field: String,
        /// Who, as the certificate says.
        pub signer: String,
        /// Whose place it stands in.
        #[cfg_attr(test, ts(type = "'sending' | 'host' | null"))]
        pub side: Option<String>,
        /// When, as the signer says.
        pub signed_at: String,
        /// True when the signed bytes are unchanged.
        pub is_intact: bool,
        /// True when the certificate is in these records.
        pub is_trusted: bool,
        /// True when nothing follows it in the file.
        pub covers_whole_file: bool,
        /// In plain words.
        pub says: String,
    }

    /// What is to be said about a file.
    pub struct Verification {
        /// The verdict.
        #[cfg_attr(test, ts(type = "'intact' | 'changed' | 'unsigned' | 'not_ours'"))]
        pub status: String,
        /// The verdict in plain words.
        pub says: String,
        /// True when the archive holds exactly this file.
        pub is_archived: bool,
        /// False when the archive holds something newer, or the records say something else by now.
        pub is_current: bool,
        /// Its signatures.
        pub signatures: Vec<VerifiedSignature>,
    }
}

impl ReportRow {
    /// A row of the list.
    pub fn of(row: &Row) -> Self {
        let open = &row.open;
        let composition = open.composition.as_ref().ok();
        let grade = composition.map(|composition| open.appraisal.final_grade(composition).code());
        let issued = row.issued.as_ref();
        Self {
            assignment_id: open.appraisal.assignment.to_string(),
            teacher: open.posting.teacher.record.name.clone(),
            sending_school: open.posting.sending_school.name.clone(),
            host_school: open.posting.host_school.name.clone(),
            state: open.appraisal.state.code().to_owned(),
            report_id: issued.map(|issued| issued.id.to_string()),
            number: issued.map(|issued| issued.number.clone()),
            year_score: composition.map(|composition| composition.year.clone()),
            grade: grade.map(str::to_owned),
            sha256: issued.map(|issued| issued.pdf_sha256.clone()),
            host_ready: refusals(&open.host_signing),
            sending_ready: refusals(&open.sending_signing),
            n_printed: issued.map_or(0, |issued| issued.printed),
            open_feedback: count(row.n_open_feedback),
        }
    }
}

impl SigningFailure {
    /// One report that was not done.
    pub fn of(teacher: &str, failure: &app::Failure) -> Self {
        Self {
            teacher: teacher.to_owned(),
            message: failure.to_string(),
            refusals: refusals(&failure.refusals),
        }
    }
}

impl SigningOutcome {
    /// What became of a batch.
    pub fn of(outcome: &Outcome) -> Self {
        Self {
            signed: outcome
                .signed
                .iter()
                .map(|signed| signed.about.clone())
                .collect(),
            failed: outcome
                .failed
                .iter()
                .map(|(teacher, failure)| SigningFailure::of(teacher, failure))
                .collect(),
        }
    }
}

impl Verification {
    /// What is to be said about a file.
    pub fn of(verified: &Verified) -> Self {
        Self {
            status: verified.status_code().to_owned(),
            says: verified.says.clone(),
            is_archived: verified.is_archived,
            is_current: verified.standing.as_ref().is_none_or(Standing::is_current),
            signatures: verified
                .signatures
                .iter()
                .map(|signature| {
                    let report = &signature.report;
                    VerifiedSignature {
                        field: report.field.clone(),
                        signer: report.signer.clone().unwrap_or_default(),
                        side: report.side.map(|side| side.code().to_owned()),
                        signed_at: report
                            .signed_at
                            .map(|at| at.to_rfc3339())
                            .unwrap_or_default(),
                        is_intact: report.intact,
                        is_trusted: report.trusted,
                        covers_whole_file: report.covers_whole_file,
                        says: signature.says.clone(),
                    }
                })
                .collect(),
        }
    }
}
