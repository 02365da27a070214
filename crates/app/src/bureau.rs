//! The lists for the bureau as one workbook: who is to go, who meets the conditions, of whom a person must decide,
//! who is left out, the quotas and the dispatch-quality sheet (R1001, F-11, F-11b, F-18).
//!
//! Must never: say why somebody is left out, print what is private to the school, or write an ID number.

use std::collections::HashMap;

use domain::candidate::CandidateForm;
use domain::eligibility::{Outcome, TeacherFacts, Verdict};
use domain::id::TeacherId;
use domain::school::{School, Stage};
use domain::teacher::Teacher;
use domain::year::day_on_paper;
use transfer::export::{self, Table, Value};

use crate::candidate::{self, CandidateLine};
use crate::eligibility::{self, Eligibility};
use crate::failure::Failure;
use crate::quota::{self, QuotaSheet};
use crate::session::Session;
use crate::{school, teacher};

/// The proposed name of the file.
pub fn file_name(session: &Session) -> String {
    // What no file system takes in a name is left out.
    let school: String = session
        .school()
        .name
        .chars()
        .filter(|c| !c.is_control() && !r#"\/:*?"<>|"#.contains(*c))
        .collect();
    format!("{}交流教师选派名单-{school}.xlsx", session.year())
}

/// The workbook of the session's year.
///
/// # Errors
/// When the policy in force says nothing of who goes, or the workbook cannot be made.
pub fn workbook(session: &Session) -> Result<Vec<u8>, Failure> {
    let year = session.year();
    let found = eligibility::of_year(session, year)?;
    let quotas_of_year = quota::sheet(session, year, None)?;
    let posted = Posted::of_year(session)?;
    let is_posted = |who| posted.iter().any(|posted| posted.teacher.id == who);
    // The same people as the quotas count: candidates who go, and whoever has a posting already.
    let (going, listed): (Vec<_>, Vec<_>) = candidate::list(session)?
        .into_iter()
        .partition(|line| line.candidate.form.is_going() || is_posted(line.teacher.id));
    let is_listed = |who| going.iter().any(|line| line.teacher.id == who);
    let chosen = going.iter().map(Chosen::of_line).chain(
        posted
            .iter()
            .filter(|posted| !is_listed(posted.teacher.id))
            .map(Chosen::of_posted),
    );
    let others = listed.iter().map(Chosen::of_line);
    let tables = [
        proposed("拟交流名单", session, chosen, &found),
        proposed("其他候选人", session, others, &found),
        eligible(&found),
        open(&found),
        deferred(session, &found),
        quotas(&quotas_of_year),
        dispatch(session)?,
        basis(session, &found),
    ];
    Ok(export::xlsx(&tables)?)
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

/// Somebody whom my school has posted in the year.
struct Posted {
    teacher: Teacher,
    to_school: String,
}

impl Posted {
    fn of_year(session: &Session) -> Result<Vec<Self>, Failure> {
        quota::posted(session, session.year())?
            .into_iter()
            .map(|posting| {
                Ok(Self {
                    teacher: teacher::get(session, posting.teacher)?,
                    to_school: school::on_file(session, posting.host_school)?.name,
                })
            })
            .collect()
    }
}

/// One line of a list of people: a candidate, or somebody who is posted without having been one.
struct Chosen<'a> {
    teacher: &'a Teacher,
    to_school: &'a str,
    form: Option<&'a CandidateForm>,
    authority: &'a str,
}

impl<'a> Chosen<'a> {
    fn of_line(line: &'a CandidateLine) -> Self {
        Self {
            teacher: &line.teacher,
            to_school: &line.to_school,
            form: Some(&line.candidate.form),
            authority: &line.authority,
        }
    }

    fn of_posted(posted: &'a Posted) -> Self {
        Self {
            teacher: &posted.teacher,
            to_school: &posted.to_school,
            form: None,
            authority: "",
        }
    }
}

fn proposed<'a>(
    name: &str,
    session: &Session,
    people: impl Iterator<Item = Chosen<'a>>,
    found: &Eligibility,
) -> Table {
    let verdicts: HashMap<TeacherId, &Verdict> = found
        .run
        .results
        .iter()
        .map(|(facts, verdict)| (facts.teacher, verdict))
        .collect();
    let rows = (1..)
        .zip(people)
        .map(|(number, one)| {
            let record = &one.teacher.record;
            let verdict = verdicts.get(&one.teacher.id);
            let form = one.form;
            let approval = form.and_then(|form| form.approval.as_ref());
            vec![
                Value::Whole(number),
                Value::text(&record.name),
                known(record.sex.map(|sex| sex.word().to_owned())),
                known(record.birth.map(|birth| birth.month_on_paper())),
                whole(verdict.and_then(|verdict| verdict.age)),
                known(Some(record.subject.clone())),
                known(Some(record.title.clone())),
                known(Some(record.backbone.clone())),
                whole(verdict.and_then(|verdict| verdict.tenure_years)),
                Value::text(&session.school().name),
                known(Some(one.to_school.to_owned())),
                known(form.and_then(|form| Some(form.track?.word().to_owned()))),
                known(form.map(|form| form.channel.word().to_owned())),
                whole(form.and_then(|form| form.batch).map(u32::from)),
                known(verdict.map(|verdict| verdict.outcome.word().to_owned())),
                Value::text(form.map_or("已安排", |form| form.progress().word())),
                known(approval.map(|approval| approval.document.clone())),
                known(Some(one.authority.to_owned())),
            ]
        })
        .collect();
    table(
        name,
        &[
            "序号",
            "姓名",
            "性别",
            "出生年月",
            "年龄",
            "学科",
            "职称",
            "骨干层次",
            "本校任教年限",
            "派出学校",
            "拟去学校",
            "途径",
            "渠道",
            "批次",
            "判定结果",
            "进度",
            "审批文号",
            "审批机关",
        ],
        rows,
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

/// One word for every kind: a list from which the kinds of some can be read tells those of the others (F-18, I-9).
fn deferred(session: &Session, found: &Eligibility) -> Table {
    let rows = with(found, Outcome::Deferred)
        .map(|(number, facts, _)| {
            vec![
                Value::Whole(number),
                Value::text(&facts.name),
                known(Some(facts.subject.clone())),
                Value::text("按规定暂不列入"),
                Value::text(session.year().on_paper()),
            ]
        })
        .collect();
    table(
        "暂不列入名单",
        &["序号", "姓名", "学科", "说明", "有效学年"],
        rows,
    )
}

fn quotas(sheet: &QuotaSheet) -> Table {
    let rows = sheet
        .checks
        .iter()
        .map(|check| {
            vec![
                Value::text(&check.name),
                Value::text(&check.rule),
                Value::Whole(i64::from(check.numerator)),
                whole(check.denominator),
                whole(check.required_heads),
                whole(check.most_heads),
                Value::text(match (check.is_met, check.only_warns) {
                    (None, _) => "—",
                    (Some(true), _) => "达到",
                    (Some(false), true) => "提醒",
                    (Some(false), false) => "未达到",
                }),
                Value::text(&check.message),
            ]
        })
        .collect();
    table(
        "名额核对",
        &[
            "项目",
            "规则",
            "人数",
            "基数",
            "应有人数",
            "至多人数",
            "结果",
            "算式",
        ],
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
