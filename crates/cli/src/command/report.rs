//! Reports: made, signed, verified, printed and taken out of the archive.

use std::path::Path;

use app::printing::{Job, Printing};
use app::report::{self, Made, Subject};
use app::{Failure, Session, clock};
use domain::appraisal::State;
use domain::id::{AssignmentId, TeacherId};
use domain::refusal::Refusal;
use domain::report::FormCode;
use serde_json::{Value, json};

use crate::args::{Archive, Global, Report, Side};
use crate::output::Answer;
use crate::{argument, place};

/// Makes or lists reports.
pub(crate) fn run(global: &Global, what: &Report) -> Result<Answer, Failure> {
    match what {
        Report::Make {
            year,
            form,
            teacher,
            out,
            draft,
        } => make(global, (year, form, teacher.as_deref()), out, *draft),
        Report::List => list(global),
    }
}

fn make(
    global: &Global,
    (year, form, teacher): (&str, &str, Option<&str>),
    out: &Path,
    is_draft: bool,
) -> Result<Answer, Failure> {
    let code = report::code_named(form)?;
    let mut session = place::open(global)?.looking_at(argument::year(year)?);
    let at = clock::now();
    let teacher: Option<TeacherId> = teacher
        .map(|id| argument::id_at("--teacher", id, argument::TEACHER))
        .transpose()?;
    let subjects = report::subjects(&session, code, teacher)?;
    if subjects.is_empty() {
        return Err(Refusal::new(
            "REPORT-NONE",
            format!("该学年没有可以出“{}”的记录", code.word()),
        )
        .into());
    }
    let (mut reports, mut failed, mut says) = (Vec::new(), Vec::new(), Vec::new());
    for subject in subjects {
        let about = report::about(&session, subject)?;
        // One report that cannot be made does not stop the others.
        match made(&mut session, code, subject, is_draft, at) {
            Ok(made) => {
                let number = made
                    .issued
                    .as_ref()
                    .map_or_else(|| draft_number(subject), |issued| issued.number.clone());
                let name = report::export_name(&number, &about, code);
                let path = place::write(out, &name, &made.pdf)?;
                says.push(format!("{about}  {}", path.display()));
                let mut row = json!({
                    "path": path.display().to_string(),
                    "sha256": made.sha256,
                    "teacher": about,
                    "about": about,
                    "number": number,
                    "form": code.code(),
                });
                if code.has_twin() {
                    let twin = report::twin(&session, code, subject, at)?;
                    let name = report::twin_name(session.year(), code, &about);
                    let path = place::write(out, &name, &twin)?;
                    says.push(format!("{about}  {}", path.display()));
                    if let Value::Object(fields) = &mut row {
                        fields.insert("twin".to_owned(), json!(path.display().to_string()));
                    }
                }
                reports.push(row);
            }
            Err(failure) => {
                says.push(format!("{about}  没有生成：{failure}"));
                failed.push(
                    json!({ "teacher": about, "about": about, "message": failure.to_string() }),
                );
            }
        }
    }
    let has_findings = !failed.is_empty();
    let json = json!({ "reports": reports, "failed": failed });
    Ok(Answer::new(json, says).with_findings(has_findings))
}

fn made(
    session: &mut Session,
    code: FormCode,
    subject: Subject,
    is_draft: bool,
    at: clock::At,
) -> Result<Made, Failure> {
    match (code, subject, is_draft) {
        (FormCode::Annual, Subject::Posting(id), true) => report::draft(session, id, at),
        (FormCode::Annual, Subject::Posting(id), false) => report::make(session, id, at),
        (_, _, true) => report::draft_form(session, code, subject, at),
        (_, _, false) => report::make_form(session, code, subject, at),
    }
}

/// A draft has no number yet; two teachers may have one name, so the record tells their files apart.
fn draft_number(subject: Subject) -> String {
    let id = subject.to_string();
    format!(
        "草稿-{}",
        id.get(id.len().saturating_sub(4)..).unwrap_or(&id)
    )
}

fn list(global: &Global) -> Result<Answer, Failure> {
    let session = place::open(global)?;
    let rows: Vec<view::ReportRow> = report::list(&session, clock::now())?
        .iter()
        .map(view::ReportRow::of)
        .collect();
    let says = rows
        .iter()
        .map(|row| {
            let number = row.number.as_deref().unwrap_or("—");
            let score = row.year_score.as_deref().unwrap_or("—");
            let state = State::named(&row.state)
                .map_or_else(|| row.state.clone(), |state| state.word().to_owned());
            format!("{number}  {}  {score}  {state}", row.teacher)
        })
        .collect();
    Ok(Answer::new(json!({ "reports": rows }), says))
}

/// Signs a report file and writes it back to its place.
pub(crate) fn sign(global: &Global, file: &Path, side: Side) -> Result<Answer, Failure> {
    let bytes = place::read(file)?;
    let mut session = place::open(global)?;
    let passphrase = place::key_passphrase(global, &session)?;
    let side = match side {
        Side::Host => domain::school::Side::Host,
        Side::Sending => domain::school::Side::Sending,
    };
    let signed = report::sign_file(&mut session, side, &bytes, &passphrase, clock::now())?;
    app::export::write(file, &signed.pdf)?;
    let says = vec![format!(
        "{}已签章：{}  {}",
        side.word(),
        signed.about,
        file.display()
    )];
    let json = json!({
        "path": file.display().to_string(),
        "teacher": signed.about,
        "about": signed.about,
        "number": signed.issued.number,
        "side": side.code(),
        "sha256": signed.issued.pdf_sha256,
    });
    Ok(Answer::new(json, says))
}

/// Verifies any PDF; with `--data` the certificates in the records are trusted.
pub(crate) fn verify(global: &Global, file: &Path) -> Result<Answer, Failure> {
    let bytes = place::read(file)?;
    let session = match &global.data {
        Some(_) => Some(place::open(global)?),
        None => None,
    };
    let verified = report::verify(session.as_ref(), &bytes)?;
    let view = view::Verification::of(&verified);
    let signatures: Vec<Value> = view
        .signatures
        .iter()
        .map(|signature| {
            json!({
                "field": signature.field,
                "signer": signature.signer,
                "side": signature.side,
                "signed_at": signature.signed_at,
                "intact": signature.is_intact,
                "trusted": signature.is_trusted,
                "covers_whole_file": signature.covers_whole_file,
                "says": signature.says,
            })
        })
        .collect();
    let mut says = vec![view.says.clone()];
    says.extend(
        view.signatures
            .iter()
            .map(|signature| format!("  {}", signature.says)),
    );
    let json = json!({
        "status": view.status,
        "says": view.says,
        "archived": view.is_archived,
        "is_current": view.is_current,
        "signatures": signatures,
    });
    Ok(Answer::new(json, says).with_findings(view.status != "intact"))
}

/// Lists the archive, or takes all of it out.
pub(crate) fn archive(global: &Global, what: &Archive) -> Result<Answer, Failure> {
    let session = place::open(global)?;
    let mut rows = Vec::new();
    let mut says = Vec::new();
    for archived in report::list_archive(&session)? {
        let mut row = json!({
            "id": archived.issued.id.to_string(),
            "number": archived.issued.number,
            "teacher": archived.about,
            "about": archived.about,
            "form": archived.issued.form,
            "year": archived.issued.year.to_string(),
            "revision": archived.issued.revision,
            "sha256": archived.issued.pdf_sha256,
            "issued_on": archived.issued.issued_on.to_string(),
            "signatures": archived.n_signatures(),
        });
        let mut line = format!("{}  {}", archived.issued.number, archived.about);
        if let Archive::Export { out } = what {
            let name = archived.file_name();
            let path = place::write(out, &name, &archived.pdf(&session)?)?;
            line = format!("{line}  {}", path.display());
            if let Value::Object(fields) = &mut row {
                fields.insert("path".to_owned(), json!(path.display().to_string()));
            }
        }
        rows.push(row);
        says.push(line);
    }
    Ok(Answer::new(json!(rows), says))
}

/// Prints the archived report of a posting.
pub(crate) fn print(
    global: &Global,
    id: &str,
    printer: Option<&str>,
    copies: u8,
) -> Result<Answer, Failure> {
    let mut session = place::open(global)?;
    let id: AssignmentId = argument::id_at("--assignment", id, argument::ASSIGNMENT)?;
    let at = clock::now();
    let archived = report::archived(&session, id, at)?;
    let printers = app::printing::of_this_system();
    let job = Job {
        printer: chosen(&*printers, printer)?,
        copies: u16::from(copies),
        is_duplex: true,
        title: archived.issued.number.clone(),
    };
    printers.print(&archived.pdf(&session)?, &job)?;
    report::note_printed(&mut session, archived.issued.id, at)?;
    let says = vec![format!("已送打印机：{} {copies}份", archived.about)];
    Ok(Answer::new(
        json!({ "printed": 1, "number": archived.issued.number }),
        says,
    ))
}

/// The named printer, or the one that the system prefers.
fn chosen(printers: &dyn Printing, printer: Option<&str>) -> Result<String, Failure> {
    if let Some(printer) = printer {
        return Ok(printer.to_owned());
    }
    let preferred = printers
        .list()?
        .into_iter()
        .find(|printer| printer.is_default);
    match preferred {
        Some(printer) => Ok(printer.name),
        None => Err(Refusal::at(
            "PRINT-PRINTER",
            "--printer",
            "系统没有默认打印机，请用 --printer 指明",
        )
        .into()),
    }
}
