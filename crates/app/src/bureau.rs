//! The lists for the bureau as one workbook: who is to go, who meets the conditions, of whom a person must decide,
//! who is left out, the quotas and the dispatch-quality sheet (R1001, F-11, F-11b, F-18).
//!
//! Must never: say why somebody is left out, print what is private to the school, or write an ID number.

use domain::assignment::Assignment;
use domain::candidate::CandidateForm;
use domain::eligibility::{Outcome, TeacherFacts, Verdict};
use domain::report::{Form, Issue, ProposedLine};
use domain::school::{School, Stage};
use domain::teacher::Teacher;
use domain::text::is_steering;
use domain::year::day_on_paper;
use transfer::export::{self, Table, Value};

use crate::candidate::{self, CandidateLine};
use crate::clock::At;
use crate::eligibility::{self, Eligibility};
use crate::failure::Failure;
use crate::session::Session;
use crate::{quota, report, school, teacher};

/// The proposed name of the file.
pub fn file_name(session: &Session) -> String {
    // What no file system takes in a name is left out.
    let school: String = session
        .school()
        .name
        .chars()
        .filter(|c| !is_steering(*c) && !r#"\/:*?"<>|"#.contains(*c))
        .collect();
    format!("{}交流教师选派名单-{school}.xlsx", session.year())
}

/// The workbook of the session's year. The lists that are papers too are those papers' tables.
///
/// # Errors
/// When the policy in force says nothing of who goes, or the workbook cannot be made.
pub fn workbook(session: &Session, at: At) -> Result<Vec<u8>, Failure> {
    let found = eligibility::of_year(session, session.year())?;
    let issue = report::draft_issue(session, at);
    let people = People::of_year(session)?;
    let mut tables = report::tables(&form_of(session, &people.going, &found, &issue));
    rename(&mut tables, "拟交流名单");
    let mut others = report::tables(&form_of(session, &people.others, &found, &issue));
    rename(&mut others, "其他候选人");
    let mut deferred = report::tables(&deferred_form(session, &issue)?);
    rename(&mut deferred, "暂不列入名单");
    let mut quotas = report::tables(&quota_form(session, &issue)?);
    rename(&mut quotas, "名额核对");
    tables.append(&mut others);
    tables.extend([eligible(&found), open(&found)]);
    tables.append(&mut deferred);
    tables.append(&mut quotas);
    tables.extend([dispatch(session)?, basis(session, &found)]);
    Ok(export::xlsx(&tables)?)
}

fn rename(tables: &mut [Table], name: &str) {
    for table in tables {
        name.clone_into(&mut table.name);
    }
}

/// F-11 拟交流教师名单: the same people as the quotas count.
///
/// # Errors
/// When the policy in force says nothing of who goes.
pub(crate) fn proposed_form(session: &Session, issue: &Issue) -> Result<Form, Failure> {
    let found = eligibility::of_year(session, session.year())?;
    let people = People::of_year(session)?;
    Ok(form_of(session, &people.going, &found, issue))
}

/// F-11b 名额核对表.
///
/// # Errors
/// When the records cannot be read.
pub(crate) fn quota_form(session: &Session, issue: &Issue) -> Result<Form, Failure> {
    let sheet = quota::sheet(session, session.year(), None)?;
    let basis = [format!("依据：{}", sheet.policy_name)];
    Ok(domain::report::quotas(
        &sheet.checks,
        session.school(),
        session.year(),
        &basis,
        issue,
    ))
}

/// F-18 暂不列入名单.
///
/// # Errors
/// When the policy in force says nothing of who goes.
pub(crate) fn deferred_form(session: &Session, issue: &Issue) -> Result<Form, Failure> {
    let found = eligibility::of_year(session, session.year())?;
    let people: Vec<(String, String)> = with(&found, Outcome::Deferred)
        .map(|(_, facts, _)| (facts.name.clone(), facts.subject.clone()))
        .collect();
    let basis = [format!("依据：{}", found.policy.name)];
    Ok(domain::report::deferred(
        &people,
        session.school(),
        session.year(),
        &basis,
        issue,
    ))
}

fn form_of(session: &Session, people: &[Chosen], found: &Eligibility, issue: &Issue) -> Form {
    let lines: Vec<ProposedLine<'_>> = people
        .iter()
        .map(|one| {
            let verdict = found.run.verdict(one.teacher.id);
            ProposedLine {
                teacher: &one.teacher,
                form: one.form.as_ref(),
                posting: one.posting.as_ref(),
                to_school: &one.to_school,
                age: verdict.and_then(|verdict| verdict.age),
                tenure_years: verdict.and_then(|verdict| verdict.tenure_years),
            }
        })
        .collect();
    let heading = found.run.heading(&found.policy);
    domain::report::proposed(&lines, session.school(), session.year(), &heading, issue)
}

/// One who is to go: a candidate, or somebody who is posted without having been one.
struct Chosen {
    teacher: Teacher,
    to_school: String,
    form: Option<CandidateForm>,
    posting: Option<Assignment>,
}

/// Candidates who go and whoever has a posting already; and the other candidates.
struct People {
    going: Vec<Chosen>,
    others: Vec<Chosen>,
}

impl People {
    fn of_year(session: &Session) -> Result<Self, Failure> {
        let mut posted = Vec::new();
        for posting in quota::posted(session, session.year())? {
            posted.push(Chosen {
                teacher: teacher::get(session, posting.teacher)?,
                to_school: school::on_file(session, posting.host_school)?.name,
                form: None,
                posting: Some(posting),
            });
        }
        let posting_of = |who| posted.iter().find(|posted| posted.teacher.id == who);
        let chosen = |line: CandidateLine| {
            let posted = posting_of(line.teacher.id);
            Chosen {
                // Where he was posted to stands even where his candidacy left it open.
                to_school: match posted {
                    Some(posted) if line.to_school.is_empty() => posted.to_school.clone(),
                    _ => line.to_school,
                },
                posting: posted.and_then(|posted| posted.posting.clone()),
                teacher: line.teacher,
                form: Some(line.candidate.form),
            }
        };
        let stayed = quota::stayed(session, session.year())?;
        let goes = |line: &CandidateLine| {
            line.candidate.form.is_going() && !stayed.contains(&line.teacher.id)
        };
        let (going, others): (Vec<_>, Vec<_>) = candidate::list(session)?
            .into_iter()
            .partition(|line| goes(line) || posting_of(line.teacher.id).is_some());
        let others: Vec<Chosen> = others.into_iter().map(chosen).collect();
        let mut going: Vec<Chosen> = going.into_iter().map(chosen).collect();
        posted.retain(|one| !going.iter().any(|line| line.teacher.id == one.teacher.id));
        going.append(&mut posted);
        Ok(Self { going, others })
    }
}

fn table(name: &str, headings: &[&str], rows: Vec<Vec<Value>>) -> Table {
    Table {
        name: name.to_owned(),
        headings: headings.iter().map(|text| (*text).to_owned()).collect(),
        rows,
    }
}

/// What is unknown is a dash, never a zero.
fn known(text: Option<String>) -> Value {
    Value::text(
        text.filter(|text| !text.is_empty())
            .unwrap_or_else(|| "—".to_owned()),
    )
}

fn whole(number: Option<u32>) -> Value {
    number.map_or_else(
        || Value::text("—"),
        |number| Value::Whole(i64::from(number)),
    )
}

fn eligible(found: &Eligibility) -> Table {
    let rows = (1..)
        .zip(found.meeting())
        .map(|(number, (facts, verdict))| {
            vec![
                Value::Whole(number),
                Value::text(&facts.name),
                known(facts.sex.map(|sex| sex.word().to_owned())),
                known(facts.birth.map(|birth| birth.to_string())),
                whole(verdict.age),
                known(facts.joined_school_on.map(|day| day.to_string())),
                whole(verdict.tenure_years),
                known(Some(facts.subject.clone())),
                known(Some(facts.title.clone())),
                known(verdict.track.map(|track| track.word().to_owned())),
                Value::text(reasons(verdict)),
            ]
        })
        .collect();
    table(
        "符合条件名单",
        &[
            "序号",
            "姓名",
            "性别",
            "出生日期",
            "年龄",
            "到本校时间",
            "本校任教年限",
            "学科",
            "职称",
            "途径",
            "依据",
        ],
        rows,
    )
}

/// Why, without what is private to the school.
fn reasons(verdict: &Verdict) -> String {
    let lines: Vec<String> = verdict
        .reasons
        .iter()
        .filter(|reason| !reason.is_private)
        .map(|reason| {
            if reason.rule.is_empty() {
                reason.message.clone()
            } else {
                format!("{}（{}）", reason.message, reason.rule)
            }
        })
        .collect();
    lines.join("；")
}

/// Those with an outcome, with their number.
fn with(
    found: &Eligibility,
    outcome: Outcome,
) -> impl Iterator<Item = (i64, &TeacherFacts, &Verdict)> {
    let chosen = found
        .run
        .results
        .iter()
        .filter(move |(_, verdict)| verdict.outcome == outcome);
    (1..)
        .zip(chosen)
        .map(|(number, (facts, verdict))| (number, facts, verdict))
}

fn open(found: &Eligibility) -> Table {
    let rows = with(found, Outcome::Manual)
        .map(|(number, facts, verdict)| {
            vec![
                Value::Whole(number),
                Value::text(&facts.name),
                known(Some(facts.subject.clone())),
                Value::text(reasons(verdict)),
            ]
        })
        .collect();
    table(
        "须人工判定名单",
        &["序号", "姓名", "学科", "待定事项"],
        rows,
    )
}

fn dispatch(session: &Session) -> Result<Table, Failure> {
    let sheet = quota::dispatch(session)?;
    let pct = |pct: Option<String>| pct.map_or_else(|| Value::text("—"), Value::Decimal);
    let mut rows: Vec<Vec<Value>> = sheet
        .shares
        .iter()
        .map(|share| {
            vec![
                Value::text(share.name),
                Value::Whole(i64::from(share.sent)),
                Value::Whole(i64::from(share.of_sent)),
                pct(share.sent_pct()),
                Value::Whole(i64::from(share.own)),
                Value::Whole(i64::from(share.of_own)),
                pct(share.own_pct()),
                whole(share.sample_pct),
            ]
        })
        .collect();
    rows.extend(
        sheet
            .doubts
            .iter()
            .filter(|doubt| !doubt.is_private)
            .map(|doubt| {
                vec![Value::text(format!(
                    "提醒：{}，{}",
                    doubt.name, doubt.message
                ))]
            }),
    );
    Ok(table(
        "选派质量",
        &[
            "项目",
            "拟交流人数",
            "拟交流合计",
            "占比（%）",
            "全校人数",
            "全校合计",
            "占比（%）",
            "资料样本（%）",
        ],
        rows,
    ))
}

/// By which rule, on which day, and how far the run is: what a reader checks first.
fn basis(session: &Session, found: &Eligibility) -> Table {
    let mut lines = found.run.heading(&found.policy);
    let school: &School = session.school();
    lines.insert(0, format!("{}，{}", school.name, session.year().on_paper()));
    lines.push(format!("资格判定：{}", found.run.state.word()));
    if let Some(made) = found.kept_at {
        lines.push(format!("冻结于{}", day_on_paper(made.date())));
    }
    if found.is_stale {
        lines.push("冻结之后资料有变动，现在判定的结果会有不同，报送前请重新冻结".to_owned());
    }
    if !found.policy.is_complete {
        lines.push("所用制度为节录，条款不全".to_owned());
    }
    if school.stage == Stage::Kindergarten || school.stage == Stage::Senior {
        lines.push("本校不在义务教育阶段，不作国家底线核对".to_owned());
    }
    let rows = lines
        .into_iter()
        .map(|line| vec![Value::text(line)])
        .collect();
    table("依据", &["说明"], rows)
}
