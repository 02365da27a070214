//! The selection of a year: needs, exemptions, the eligibility run, candidates, quotas and the bureau's lists.

use std::path::Path;

use app::eligibility::Eligibility;
use app::paste::PasteKind;
use app::{
    Failure, Session, bureau, candidate, clock, eligibility, exemption, need, paste, policy, quota,
};
use domain::eligibility::Outcome;
use domain::id::TeacherId;
use domain::refusal::Refusal;
use domain::year::SchoolYear;
use serde_json::{Value, json};

use crate::args::{self, Global, Input};
use crate::output::Answer;
use crate::{argument, form, place};

/// The session, looking at the year that was named.
pub(super) fn open(global: &Global, year: Option<&str>) -> Result<Session, Failure> {
    let session = place::open(global)?;
    Ok(match year {
        Some(year) => session.looking_at(argument::year(year)?),
        None => session,
    })
}

/// The school year that was named, else the one that is worked on; nothing is changed.
fn year_of(session: &Session, year: Option<&str>) -> Result<SchoolYear, Failure> {
    Ok(match year {
        Some(year) => argument::year(year)?,
        None => session.year(),
    })
}

/// Runs, freezes, reports, rechecks and rules.
pub(crate) fn eligibility(global: &Global, what: &args::Eligibility) -> Result<Answer, Failure> {
    match what {
        args::Eligibility::Run {
            year,
            policy,
            freeze,
        } => {
            let mut session = place::open(global)?;
            let year = year_of(&session, year.as_deref())?;
            let chosen = match policy {
                Some(text) => Some(policy::find(&session, text)?.policy),
                None => None,
            };
            let found = if *freeze {
                eligibility::freeze(&mut session, year, chosen, clock::now())?
            } else {
                match chosen {
                    Some(policy) => eligibility::under(&session, year, policy)?,
                    None => eligibility::compute(&session, year)?,
                }
            };
            Ok(said(&found))
        }
        args::Eligibility::Show { year } => {
            let session = place::open(global)?;
            let year = year_of(&session, year.as_deref())?;
            Ok(said(&eligibility::of_year(&session, year)?))
        }
        args::Eligibility::Report { year } => {
            let mut session = place::open(global)?;
            let year = year_of(&session, year.as_deref())?;
            Ok(said(&eligibility::report(
                &mut session,
                year,
                clock::now(),
            )?))
        }
        args::Eligibility::Runs { year } => {
            let session = place::open(global)?;
            let year = year_of(&session, year.as_deref())?;
            let rows: Vec<view::RunRow> = eligibility::runs(&session, year)?
                .iter()
                .map(view::RunRow::of)
                .collect();
            let says = rows
                .iter()
                .map(|row| {
                    format!(
                        "{}  {}  {}  {}  应交流{}人",
                        row.id, row.made_at, row.policy_name, row.state_word, row.counts.must
                    )
                })
                .collect();
            Ok(Answer::new(json!(rows), says))
        }
        args::Eligibility::Recheck { run } => {
            let session = place::open(global)?;
            let view = view::Recheck::of(&eligibility::recheck(
                &session,
                argument::id_at("<RUN>", run, argument::RUN)?,
            )?);
            let says = vec![if view.is_same {
                format!("复算{}人，与冻结时一致", view.n_teachers)
            } else {
                format!("复算与冻结时不一致：{}", view.unlike.join("、"))
            }];
            let is_same = view.is_same;
            Ok(Answer::new(json!(view), says).with_findings(!is_same))
        }
        args::Eligibility::Rule {
            teacher,
            result,
            reason,
            year,
        } => {
            let mut session = open(global, year.as_deref())?;
            let who: TeacherId = argument::id_at("--teacher", teacher, argument::TEACHER)?;
            let outcome = match result.as_str() {
                "none" => None,
                text => Some(Outcome::named(text).ok_or_else(|| {
                    let message =
                        format!("没有“{text}”这种结果，可填：must、may、not；none 为撤销");
                    Refusal::at("INPUT-CHOICE", "--result", message)
                })?),
            };
            let found = eligibility::rule(&mut session, who, outcome, reason, clock::now())?;
            Ok(said(&found))
        }
    }
}

fn said(found: &Eligibility) -> Answer {
    let view = view::Eligibility::of(found);
    let mut says = view.heading.clone();
    says.extend(view.results.iter().map(|row| {
        let age = row.age.map_or("—".to_owned(), |age| age.to_string());
        let tenure = row
            .tenure_years
            .map_or("—".to_owned(), |years| years.to_string());
        // What is private to the principal stands in --json, for the one teacher, and not in a list.
        let why = row.reasons.iter().find(|reason| !reason.is_private);
        let why = why.map_or("", |reason| reason.message.as_str());
        format!(
            "{}  {age}岁  {tenure}年  {}  {why}",
            row.name, row.result_word
        )
    }));
    says.push(format!(
        "应交流{}人，须人工判定{}人，暂不列入{}人，可自愿{}人，不符合{}人",
        view.counts.must,
        view.counts.manual,
        view.counts.deferred,
        view.counts.may,
        view.counts.not
    ));
    Answer::new(json!(view), says)
}

/// The quotas of a year.
pub(crate) fn quota(
    global: &Global,
    year: Option<&str>,
    policy: Option<&str>,
) -> Result<Answer, Failure> {
    let session = place::open(global)?;
    let year = year_of(&session, year)?;
    let chosen = match policy {
        Some(text) => Some(policy::find(&session, text)?.policy),
        None => None,
    };
    let view = view::Quota::of(&quota::sheet(&session, year, chosen)?);
    let says = view
        .checks
        .iter()
        .map(|check| {
            let met = match check.met {
                Some(true) => "达到",
                Some(false) if check.only_warns => "提醒",
                Some(false) => "未达到",
                None => "—",
            };
            format!("{met}  {}（{}）：{}", check.name, check.rule, check.message)
        })
        .collect();
    Ok(Answer::new(json!(view), says))
}

/// Needs, exemptions and candidates: listed, added from JSON, pasted from a table, removed.
pub(crate) fn noun(global: &Global, noun: Noun, what: &args::Selected) -> Result<Answer, Failure> {
    match what {
        args::Selected::List { year } => {
            let session = open(global, year.as_deref())?;
            let rows = noun.rows(&session)?;
            let says = rows
                .iter()
                .map(|row| {
                    let text = |name: &str| match row.get(name) {
                        Some(Value::String(text)) => text.clone(),
                        Some(Value::Number(number)) => number.to_string(),
                        _ => String::new(),
                    };
                    let who = if text("teacher").is_empty() {
                        text("host_school")
                    } else {
                        text("teacher")
                    };
                    let more: Vec<String> = noun
                        .told()
                        .iter()
                        .map(|name| text(name))
                        .filter(|text| !text.is_empty())
                        .collect();
                    format!("{}  {who}  {}", text("id"), more.join("  "))
                })
                .collect();
            Ok(Answer::new(Value::Array(rows), says))
        }
        args::Selected::Add { year, input } => {
            let mut session = open(global, year.as_deref())?;
            let row = noun.add(&mut session, input)?;
            Ok(Answer::new(row, vec!["已登记".to_owned()]))
        }
        args::Selected::Paste {
            file,
            year,
            dry_run,
        } => paste(
            global,
            PasteKind::named(noun.code())?,
            file,
            year.as_deref(),
            *dry_run,
        ),
        args::Selected::Remove { id } => {
            let mut session = place::open(global)?;
            noun.remove(&mut session, id)?;
            Ok(Answer::new(
                json!({ "removed": id.len() }),
                vec![format!("已删除{}条", id.len())],
            ))
        }
    }
}

/// Rows of a table: shown, and kept unless it is only a trial.
pub(super) fn paste(
    global: &Global,
    kind: PasteKind,
    file: &Path,
    year: Option<&str>,
    is_dry_run: bool,
) -> Result<Answer, Failure> {
    let mut session = open(global, year)?;
    let text = String::from_utf8(place::read(file)?).map_err(|_| {
        Failure::refused(Refusal::at(
            "PASTE-TEXT",
            "file",
            "文件不是UTF-8文本，请另存为UTF-8后再粘贴",
        ))
    })?;
    let pasted = paste::read(&session, kind, &text, clock::now())?;
    if !is_dry_run {
        paste::confirm(&mut session, &pasted, clock::now())?;
    }
    let view = view::Pasted::of(&pasted, "");
    let mut says: Vec<String> = pasted
        .rows
        .iter()
        .map(|row| line(row, is_dry_run))
        .collect();
    let verb = if is_dry_run { "可写入" } else { "写入" };
    says.push(format!(
        "{verb}{}行，未变{}行，未写入{}行",
        pasted.n_accepted(),
        pasted.n_unchanged(),
        pasted.n_refused()
    ));
    if pasted.n_refused() > 0 {
        let did = if is_dry_run {
            "不会写入"
        } else {
            "没有写入"
        };
        says.push(format!("有问题的行{did}，改正后可以再粘贴"));
    }
    let has_refused = view.refused > 0;
    let mut json = json!(view);
    if let Value::Object(fields) = &mut json {
        fields.remove("token");
    }
    Ok(Answer::new(json, says).with_findings(has_refused))
}

/// What became of a pasted row, or would become of it.
fn line(row: &paste::Row, is_dry_run: bool) -> String {
    let did = match (&row.record, row.is_unchanged, row.is_known, is_dry_run) {
        (None, ..) => format!("未写入：{}", row.problems.join("；")),
        (Some(_), true, ..) => "未变".to_owned(),
        (Some(_), false, true, true) => "可更正".to_owned(),
        (Some(_), false, true, false) => "已更正".to_owned(),
        (Some(_), false, false, true) => "可登记".to_owned(),
        (Some(_), false, false, false) => "已登记".to_owned(),
    };
    match row.about.as_str() {
        "" => format!("第{}行{did}", row.number),
        about => format!("第{}行（{about}）{did}", row.number),
    }
}

/// What is listed, added and removed alike.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Noun {
    Need,
    Exemption,
    Candidate,
}

impl Noun {
    fn code(self) -> &'static str {
        match self {
            Self::Need => "need",
            Self::Exemption => "exemption",
            Self::Candidate => "candidate",
        }
    }

    /// What a line tells of each besides the name.
    fn told(self) -> &'static [&'static str] {
        match self {
            Self::Need => &["subject", "grade", "heads", "requirement"],
            Self::Exemption => &["applied_on", "effect_word"],
            Self::Candidate => &["subject", "result_word", "progress_word", "to_school"],
        }
    }

    fn rows(self, session: &Session) -> Result<Vec<Value>, Failure> {
        Ok(match self {
            Self::Need => each(&need::list(session)?, |line| json!(view::NeedRow::of(line))),
            Self::Exemption => each(&exemption::list(session)?, |line| {
                json!(view::ExemptionRow::of(line))
            }),
            Self::Candidate => each(&candidate::list(session)?, |line| {
                json!(view::CandidateRow::of(line))
            }),
        })
    }

    fn add(self, session: &mut Session, input: &Input) -> Result<Value, Failure> {
        let at = clock::now();
        let year = session.year();
        let rows = self.rows(session)?;
        let on_file = |id: &str| {
            let known = rows
                .into_iter()
                .find(|row| row.get("id").and_then(Value::as_str) == Some(id));
            Ok(known)
        };
        Ok(match self {
            Self::Need => {
                let form: view::NeedForm = form::read_over(place::input(input)?, &[], on_file)?;
                let typed = form.read(clock::new_id(at)?, year)?;
                json!(view::NeedRow::of(&need::save(session, typed, at)?))
            }
            Self::Exemption => {
                let form: view::ExemptionForm =
                    form::read_over(place::input(input)?, &[], on_file)?;
                let typed = form.read(clock::new_id(at)?, year)?;
                json!(view::ExemptionRow::of(&exemption::save(
                    session, typed, at
                )?))
            }
            Self::Candidate => {
                let form: view::CandidateForm =
                    form::read_over(place::input(input)?, &[], on_file)?;
                let typed = form.read(clock::new_id(at)?, year)?;
                json!(view::CandidateRow::of(&candidate::save(
                    session, typed, at
                )?))
            }
        })
    }

    fn remove(self, session: &mut Session, ids: &[String]) -> Result<(), Failure> {
        let at = clock::now();
        match self {
            Self::Need => need::remove(session, &argument::ids(ids, argument::NEED)?, at),
            Self::Exemption => {
                exemption::remove(session, &argument::ids(ids, argument::EXEMPTION)?, at)
            }
            Self::Candidate => {
                candidate::remove(session, &argument::ids(ids, argument::CANDIDATE)?, at)
            }
        }
    }
}

fn each<T>(lines: &[T], of: impl Fn(&T) -> Value) -> Vec<Value> {
    lines.iter().map(of).collect()
}

/// The dispatch-quality sheet and the workbook for the bureau.
pub(crate) fn lists(global: &Global, year: Option<&str>, out: &Path) -> Result<Answer, Failure> {
    let session = open(global, year)?;
    let path = place::write(
        out,
        &bureau::file_name(&session),
        &bureau::workbook(&session, clock::now())?,
    )?;
    let dispatch = view::Dispatch::of(&quota::dispatch(&session)?);
    let path = path.display().to_string();
    let says = vec![format!("已写出：{path}")];
    Ok(Answer::new(
        json!({ "path": path, "dispatch": dispatch }),
        says,
    ))
}
