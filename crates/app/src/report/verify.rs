//! Verifying: any PDF, from anywhere, in plain words.

use domain::school::Side;
use signing::{ChangesAfter, SignatureReport, Status};

use crate::failure::Failure;
use crate::school;
use crate::session::Session;

use super::facts::digest_of_bytes;

/// What is to be said about a file.
#[derive(Debug, Clone)]
pub struct Verified {
    /// The verdict.
    pub status: Status,
    /// The verdict in plain words.
    pub says: String,
    /// True when the archive holds exactly this file.
    pub is_archived: bool,
    /// Its signatures, in the order in which they were made.
    pub signatures: Vec<VerifiedSignature>,
}

/// What is to be said about one signature.
#[derive(Debug, Clone)]
pub struct VerifiedSignature {
    /// What the signature itself tells.
    pub report: SignatureReport,
    /// In plain words.
    pub says: String,
}

/// Verifies a file; without an open file of records no certificate is trusted.
///
/// # Errors
/// When the file cannot be read as a PDF at all.
pub fn verify(session: Option<&Session>, bytes: &[u8]) -> Result<Verified, Failure> {
    let trusted = session
        .map(school::certificates)
        .transpose()?
        .unwrap_or_default();
    let verification = signing::verify(bytes, &trusted)?;
    let sha256 = digest_of_bytes(bytes);
    let is_archived = match session {
        Some(session) => session
            .ledger
            .reports()?
            .iter()
            .any(|report| report.pdf_sha256 == sha256),
        None => false,
    };
    let signatures: Vec<VerifiedSignature> =
        verification.signatures.into_iter().map(in_words).collect();
    let says = match verification.status {
        Status::Intact if is_archived => "文件完好：签名有效，内容没有改动，与台账中的存档一致。",
        Status::Intact => "文件完好：签名有效，签名后内容没有改动。",
        Status::Changed => "文件已被改动：签名之后内容有变化，不能作为凭据。",
        Status::Unsigned => "文件没有签名。",
        Status::NotOurs => "这不是本程序出具的报告。",
    };
    Ok(Verified {
        status: verification.status,
        says: says.to_owned(),
        is_archived,
        signatures,
    })
}

fn in_words(report: SignatureReport) -> VerifiedSignature {
    let side = report.side;
    let place = side.map_or("签名", Side::word);
    let state = match (report.intact, report.changes_after) {
        (false, _) => "签名与内容不符，文件已被改动",
        (true, ChangesAfter::Other) => "签名有效，但此后文件被改动过",
        (true, ChangesAfter::FormFilling) => "签名有效；此后只填写了派出学校的栏目",
        (true, ChangesAfter::None) => "签名有效，此后没有改动",
    };
    let trust = if report.trusted {
        "签名证书已在本台账登记"
    } else {
        "签名证书未在本台账登记，请与对方学校核对证书指纹"
    };
    let signer = report.signer.as_deref().unwrap_or("签名人不明");
    let says = format!("{place}（{signer}）：{state}；{trust}。");
    VerifiedSignature { report, says }
}

impl Verified {
    /// The verdict's code, for scripts.
    pub fn status_code(&self) -> &'static str {
        match self.status {
            Status::Intact => "intact",
            Status::Changed => "changed",
            Status::Unsigned => "unsigned",
            Status::NotOurs => "not_ours",
        }
    }
}
