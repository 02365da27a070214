//! Verifying: any PDF, from anywhere, in plain words.

use domain::school::Side;
use signing::{ChangesAfter, SignatureReport, Status};
use store::IssuedReport;

use crate::failure::Failure;
use crate::school;
use crate::session::Session;

use super::facts::digest_of_bytes;
use super::form::named;
use super::standing::{Standing, standing};

/// What is to be said about a file.
#[derive(Debug, Clone)]
pub struct Verified {
    /// The verdict.
    pub status: Status,
    /// The verdict in plain words.
    pub says: String,
    /// True when the archive holds exactly this file.
    pub is_archived: bool,
    /// How an archived file stands to the records now.
    pub standing: Option<Standing>,
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
    let mut archived = None;
    if let Some(session) = session {
        let reports = session.ledger.reports()?.into_iter();
        if let Some(issued) = reports
            .into_iter()
            .find(|report| report.pdf_sha256 == sha256)
        {
            archived = Some((standing(session, &issued)?, issued));
        }
    }
    // A list has no place for a signature, and is ours all the same.
    let status = match verification.status {
        Status::NotOurs if archived.is_some() => Status::Unsigned,
        status => status,
    };
    let mut says = match (status, &archived) {
        (Status::Intact, Some(_)) => {
            "文件完好：签名有效，内容没有改动，与台账中的存档一致。".to_owned()
        }
        (Status::Intact, None) => "文件完好：签名有效，签名后内容没有改动。".to_owned(),
        (Status::Changed, _) => "文件已被改动：签名之后内容有变化，不能作为凭据。".to_owned(),
        (Status::Unsigned, Some((_, issued))) => unsigned(issued),
        (Status::Unsigned, None) => "文件没有签名。".to_owned(),
        (Status::NotOurs, _) => {
            "不是本台账存档的文件，也没有本程序的签章栏；草稿和从别处来的文件无从核验。".to_owned()
        }
    };
    if let Some((standing, _)) = &archived {
        says.push_str(&standing.says());
    }
    let signatures: Vec<VerifiedSignature> =
        verification.signatures.into_iter().map(in_words).collect();
    Ok(Verified {
        status,
        says,
        is_archived: archived.is_some(),
        standing: archived.map(|(standing, _)| standing),
        signatures,
    })
}

/// A paper of this file that bears no digital signature.
fn unsigned(issued: &IssuedReport) -> String {
    let is_signed_by_both = named(issued).is_some_and(|(code, _)| code.is_signed_by_both());
    let why = if is_signed_by_both {
        "尚未签章"
    } else {
        "打印后手签盖章，没有电子签章"
    };
    format!("本台账出具，编号{}，与存档一致；{why}。", issued.number)
}

fn in_words(report: SignatureReport) -> VerifiedSignature {
    let side = report.side;
    let place = side.map_or("签名", Side::word);
    let state = match (report.intact, report.changes_after) {
        (false, _) => "签名与内容不符，文件已被改动",
        (true, ChangesAfter::Other) => "签名有效，但此后文件被改动过",
        (true, ChangesAfter::FormFilling) => "签名有效；此后只有派出学校按规定填写、签章",
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
