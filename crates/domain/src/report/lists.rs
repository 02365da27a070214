//! The lists for the bureau: F-11, F-11b, F-18, F-19, F-20. Their spreadsheet twins have the same columns, because they
//! are made of the same form.
//!
//! Must never: say why somebody is left out (F-18, I-9).

use super::cells::{columns, counting, form, list_signers, number, text};
use super::form::{CellValue, Form, FormCode, Layout, List, Part};
use super::{Cell, Issue};
use crate::assignment::Assignment;
use crate::benefit::{Benefit, Totals};
use crate::candidate::CandidateForm;
use crate::money::Fen;
use crate::need::Need;
use crate::quota::QuotaCheck;
use crate::school::School;
use crate::teacher::Teacher;
use crate::year::SchoolYear;

/// Somebody who is to go.
#[derive(Debug, Clone, Copy)]
pub struct ProposedLine<'a> {
    /// Who.
    pub teacher: &'a Teacher,
    /// As he is put forward; nothing for one who was posted without being a candidate.
    pub form: Option<&'a CandidateForm>,
    /// His posting of the year, where there is one: it tells what his candidacy leaves open.
    pub posting: Option<&'a Assignment>,
    /// Where to; empty while it is open.
    pub to_school: &'a str,
    /// Age on the reference date.
    pub age: Option<u32>,
    /// 本校任教年限.
    pub tenure_years: Option<u32>,
}

/// F-11 拟交流教师名单 (R1001).
pub fn proposed(
    lines: &[ProposedLine<'_>],
    mine: &School,
    year: SchoolYear,
    basis: &[String],
    issue: &Issue,
) -> Form {
    let rows = lines.iter().map(|line| {
        let record = &line.teacher.record;
        let (form, posting) = (line.form, line.posting);
        let track = form
            .and_then(|form| form.track)
            .or_else(|| posting?.terms.track);
        let approval = form
            .and_then(|form| form.approval.as_ref())
            .or_else(|| posting?.approval());
        vec![
            Some(record.name.clone()),
            record.sex.map(|sex| sex.word().to_owned()),
            record.birth.map(|birth| birth.month_on_paper()),
            number(line.age),
            text(&record.subject),
            text(&record.title),
            text(&record.backbone),
            number(line.tenure_years),
            text(line.to_school),
            track.map(|track| track.word().to_owned()),
            form.map(|form| form.channel.word().to_owned()),
            approval.map(|approval| approval.document.clone()),
        ]
    });
    let list = List {
        place: "proposed".to_owned(),
        columns: counting(
            columns(&[
                ("序号", 5, false),
                ("姓名", 10, false),
                ("性别", 5, false),
                ("出生年月", 8, false),
                ("年龄", 5, false),
                ("学科", 7, false),
                ("职称", 10, false),
                ("骨干层次", 11, false),
                ("本校年限", 6, false),
                ("拟去学校", 16, true),
                ("途径", 8, false),
                ("渠道", 8, false),
                ("审批文号", 13, true),
            ]),
            CellValue::Whole,
            &["序号", "年龄", "本校年限"],
        ),
        rows: numbered(rows),
        if_empty: "无".to_owned(),
        ..List::default()
    };
    year_list(FormCode::Proposed, list, mine, year, basis, issue)
}

/// F-11b 名额核对表: numerator and denominator of each quota (B-P.2, 3).
pub fn quotas(
    checks: &[QuotaCheck],
    mine: &School,
    year: SchoolYear,
    basis: &[String],
    issue: &Issue,
) -> Form {
    let rows = checks.iter().map(|check| {
        vec![
            text(&check.name),
            text(&check.rule),
            Some(check.numerator.to_string()),
            number(check.denominator),
            number(check.required_heads),
            number(check.most_heads),
            Some(
                match (check.is_met, check.only_warns) {
                    (None, _) => "—",
                    (Some(true), _) => "达到",
                    (Some(false), true) => "提醒",
                    (Some(false), false) => "未达到",
                }
                .to_owned(),
            ),
            text(&check.message),
        ]
    });
    let list = List {
        place: "quotas".to_owned(),
        columns: counting(
            columns(&[
                ("序号", 5, false),
                ("项目", 24, true),
                ("规则", 8, false),
                ("人数", 7, false),
                ("基数", 7, false),
                ("应有", 7, false),
                ("至多", 7, false),
                ("结果", 9, false),
                ("算式", 36, true),
            ]),
            CellValue::Whole,
            &["序号", "人数", "基数", "应有", "至多"],
        ),
        rows: numbered(rows),
        if_empty: "制度没有名额规定".to_owned(),
        ..List::default()
    };
    year_list(FormCode::Quota, list, mine, year, basis, issue)
}

/// F-18 暂不列入名单: one word for every kind, so that none can be read from another (I-9).
pub fn deferred(
    people: &[(String, String)],
    mine: &School,
    year: SchoolYear,
    basis: &[String],
    issue: &Issue,
) -> Form {
    let rows = people.iter().map(|(name, subject)| {
        vec![
            Some(name.clone()),
            text(subject),
            Some("按规定暂不列入".to_owned()),
            Some(year.on_paper()),
        ]
    });
    let list = List {
        place: "deferred".to_owned(),
        columns: counting(
            columns(&[
                ("序号", 10, false),
                ("姓名", 28, false),
                ("学科", 18, false),
                ("说明", 24, false),
                ("有效学年", 24, false),
            ]),
            CellValue::Whole,
            &["序号"],
        ),
        rows: numbered(rows),
        if_empty: "无".to_owned(),
        ..List::default()
    };
    let mut form = year_list(FormCode::Deferred, list, mine, year, basis, issue);
    form.layout = Layout::Upright;
    form
}

/// F-19 需求调查表 of one host school (R1002).
pub fn needs(needs: &[Need], host: &School, year: SchoolYear, issue: &Issue) -> Form {
    let rows = needs.iter().map(|need| {
        vec![
            Some(need.term.word().to_owned()),
            text(&need.subject),
            text(&need.grade),
            Some(need.heads.to_string()),
            text(&need.requirement),
            Some(need.urgency.word().to_owned()),
            need.surveyed_on.map(|day| day.to_string()),
        ]
    });
    let heads: u32 = needs.iter().map(|need| need.heads).sum();
    let blank = || Some(String::new());
    let list = List {
        place: "needs".to_owned(),
        columns: counting(
            columns(&[
                ("序号", 8, false),
                ("学期", 13, false),
                ("学科", 13, false),
                ("年级", 11, false),
                ("人数", 8, false),
                ("要求", 27, true),
                ("紧急程度", 9, false),
                ("调查日期", 14, false),
            ]),
            CellValue::Whole,
            &["序号", "人数"],
        ),
        rows: numbered(rows),
        totals: vec![vec![
            Some("合计".to_owned()),
            blank(),
            blank(),
            blank(),
            Some(heads.to_string()),
            blank(),
            blank(),
            blank(),
        ]],
        if_empty: "无".to_owned(),
        ..List::default()
    };
    let mut form = year_list(FormCode::Need, list, host, year, &[], issue);
    form.layout = Layout::Upright;
    form
}

/// A benefit with whom it is for.
#[derive(Debug, Clone, Copy)]
pub struct BenefitLine<'a> {
    /// 姓名.
    pub name: &'a str,
    /// 受援学校.
    pub host: &'a str,
    /// What is due and paid.
    pub benefit: &'a Benefit,
}

/// F-20 津贴补助核算表: due, paid, and the difference (B8).
pub fn benefits(lines: &[BenefitLine<'_>], mine: &School, year: SchoolYear, issue: &Issue) -> Form {
    let money = |amount: Option<Fen>| amount.map(|amount| amount.to_string());
    let rows = lines.iter().map(|line| {
        let benefit = line.benefit;
        vec![
            Some(line.name.to_owned()),
            text(line.host),
            Some(benefit.kind.word().to_owned()),
            Some(format!("{}\n至{}", benefit.from, benefit.to)),
            money(benefit.due),
            money(benefit.paid),
            money(benefit.difference()),
            text(&benefit.basis),
            text(&benefit.note),
        ]
    });
    let totals = Totals::of(lines.iter().map(|line| line.benefit));
    let blank = || Some(String::new());
    let list = List {
        place: "benefits".to_owned(),
        columns: counting(
            counting(
                columns(&[
                    ("序号", 5, false),
                    ("姓名", 10, false),
                    ("受援学校", 14, true),
                    ("项目", 8, false),
                    ("起止日期", 13, false),
                    ("应发（元）", 10, false),
                    ("实发（元）", 10, false),
                    ("差额（元）", 10, false),
                    ("依据", 20, true),
                    ("备注", 10, true),
                ]),
                CellValue::Whole,
                &["序号"],
            ),
            CellValue::Money,
            &["应发（元）", "实发（元）", "差额（元）"],
        ),
        rows: numbered(rows),
        totals: vec![vec![
            Some("合计".to_owned()),
            blank(),
            blank(),
            blank(),
            blank(),
            Some(totals.due.to_string()),
            Some(totals.paid.to_string()),
            Some(totals.difference.to_string()),
            blank(),
            blank(),
        ]],
        if_empty: "无".to_owned(),
        ..List::default()
    };
    let basis = [
        "差额为应发减实发；金额以元为单位，计算到分。".to_owned(),
        totals.left_out(),
    ];
    year_list(FormCode::Benefit, list, mine, year, &basis, issue)
}

fn numbered(rows: impl Iterator<Item = Vec<Cell>>) -> Vec<Vec<Cell>> {
    (1..)
        .zip(rows)
        .map(|(number, row): (usize, _)| {
            std::iter::once(Some(number.to_string()))
                .chain(row)
                .collect()
        })
        .collect()
}

fn year_list(
    code: FormCode,
    list: List,
    school: &School,
    year: SchoolYear,
    basis: &[String],
    issue: &Issue,
) -> Form {
    let mut form = form(code, Layout::Across, issue, &school.name);
    form.subtitle = year.on_paper();
    form.parts.push(Part::List(list));
    let notes = basis.iter().filter(|line| !line.is_empty());
    form.parts
        .extend(notes.map(|line| Part::Note(line.clone())));
    form.parts.push(Part::Signatures(list_signers()));
    form
}
