//! The file of records: made, checked, its history; and the practice school.

use std::path::Path;

use app::practice::{self, Extent};
use app::session::{LEDGER_FILE, NewLedger, PRACTICE_FILE};
use app::{Failure, Session, clock, report};
use domain::coded::words_and_codes;
use domain::refusal::Refusal;
use domain::report::FormCode;
use domain::school::Stage;
use serde_json::{Value, json};

use crate::args::Global;
use crate::output::{Answer, Bar};
use crate::{argument, place};

/// Makes the practice school and its whole year, and writes its reports.
pub(crate) fn demo(global: &Global, out: &Path) -> Result<Answer, Failure> {
    let ledger = out.join(PRACTICE_FILE);
    if ledger.exists() {
        let message = format!("“{}”里已有样例学校，请换一个空文件夹", out.display());
        return Err(Refusal::new("DEMO-EXISTS", message).into());
    }
    place::make_folder(out)?;
    let at = clock::now();
    let mut bar = Bar::new(global.json);
    let (session, signed) = practice::build(&ledger, Extent::Complete, at, &mut bar)?;
    drop(bar);
    let rows = report::list(&session, at)?;
    let mut reports = Vec::new();
    let mut says = vec![format!("样例学校：{}", ledger.display())];
    for signed in &signed {
        let row = rows
            .iter()
            .find(|row| Some(row.open.appraisal.assignment) == signed.issued.assignment)
            .ok_or_else(|| Failure::broken("DEMO", "样例学校的报告没有存档"))?;
        let composition = row.open.composition.clone()?;
        let grade = row.open.appraisal.final_grade(&composition);
        let name = report::export_name(&signed.issued.number, &signed.about, FormCode::Annual);
        let path = place::write(&out.join("reports"), &name, &signed.pdf)?;
        says.push(format!(
            "{}  {}  {}  {}",
            signed.about,
            composition.year,
            grade.word(),
            path.display()
        ));
        reports.push(json!({
            "path": path.display().to_string(),
            "teacher": signed.about,
            "host_school": row.open.posting.host_school.name,
            "sending_school": row.open.posting.sending_school.name,
            "year_score": composition.year,
            "grade": grade.word(),
            "signatures": report::verify(Some(&session), &signed.pdf)?.signatures.len(),
        }));
    }
    let mut certificates = Vec::new();
    for (school, pem) in app::school::export_certificates(&session, None)? {
        let path = place::write(
            &out.join("certificates"),
            &format!("{school}.pem"),
            pem.as_bytes(),
        )?;
        certificates.push(path.display().to_string());
    }
    let json = json!({
        "data": ledger.display().to_string(),
        "reports": reports,
        "certificates": certificates,
    });
    Ok(Answer::new(json, says))
}

/// Makes a file of records.
pub(crate) fn init(
    global: &Global,
    school: &str,
    year: &str,
    stage: &str,
) -> Result<Answer, Failure> {
    let Some(folder) = &global.data else {
        return Err(Refusal::at("DATA-NONE", "--data", "请用 --data 指明台账所在文件夹").into());
    };
    if folder.is_file() {
        let message = format!(
            "“{}”已是文件；新建台账请用 --data 指明文件夹",
            folder.display()
        );
        return Err(Refusal::at("DATA-FILE", "--data", message).into());
    }
    let Some(stage) = Stage::named(stage) else {
        let message = format!(
            "没有“{stage}”这个学段，可填：{}",
            words_and_codes::<Stage>()
        );
        return Err(Refusal::at("INPUT-CHOICE", "--stage", message).into());
    };
    let new = NewLedger {
        school: school.to_owned(),
        stage,
        year: argument::year(year)?,
    };
    let ledger = folder.join(LEDGER_FILE);
    let session = Session::create(&ledger, place::passphrase(global)?, &new, clock::now())?;
    let json = json!({
        "data": ledger.display().to_string(),
        "school": session.school().id.to_string(),
    });
    let says = vec![
        format!("已建立台账：{}", ledger.display()),
        "请牢记口令：忘记口令就打不开台账，数据无法找回。".to_owned(),
    ];
    Ok(Answer::new(json, says))
}

/// Checks the whole file.
pub(crate) fn check(global: &Global) -> Result<Answer, Failure> {
    let session = place::open(global)?;
    let report = session.check()?;
    let faults: Vec<Value> = report
        .faults
        .iter()
        .map(|fault| json!({ "message": fault.message }))
        .collect();
    let says = if report.is_whole() {
        vec![format!(
            "台账完好：操作记录{}条，首尾相连。",
            report.log_rows
        )]
    } else {
        report
            .faults
            .iter()
            .map(|fault| fault.message.clone())
            .collect()
    };
    let json = json!({
        "whole": report.is_whole(),
        "log_rows": report.log_rows,
        "head": report.head.hash_hex(),
        "faults": faults,
    });
    Ok(Answer::new(json, says).with_findings(!report.is_whole()))
}

/// The history, newest first.
pub(crate) fn history(global: &Global) -> Result<Answer, Failure> {
    let session = place::open(global)?;
    let mut rows = Vec::new();
    let mut before = None;
    loop {
        let page = app::history::list(&session, before)?;
        let Some(last) = page.last() else { break };
        before = Some(last.head.seq);
        rows.extend(page.iter().map(view::LogRow::of));
    }
    let says = rows
        .iter()
        .map(|row| format!("{:>6}  {}  {}  {}", row.seq, row.at, row.what, row.about))
        .collect();
    Ok(Answer::new(json!(rows), says))
}
