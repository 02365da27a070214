//! F-06 交流（支教）经历证明: the months that count, and what does not (J-8). Nothing for a void posting.

use chrono::NaiveDate;

use super::Issue;
use super::cells::{columns, form, own, school_signs, text, written};
use super::form::{Form, FormCode, Layout, List, Part};
use crate::appraisal::grade::Grade;
use crate::assignment::months::{Served, on_paper};
use crate::assignment::{Assignment, Post};
use crate::exact::Points;
use crate::refusal::Refusal;
use crate::school::{School, Side};
use crate::teacher::Teacher;
use crate::year::{SchoolYear, day_on_paper};

/// The records that a certificate is made of.
#[derive(Debug, Clone, Copy)]
pub struct CertificateRecords<'a> {
    /// Who.
    pub teacher: &'a Teacher,
    /// His posting.
    pub posting: &'a Assignment,
    /// 派出学校.
    pub sending: &'a School,
    /// 受援学校.
    pub host: &'a School,
    /// The months up to [`Self::until`].
    pub service: &'a Served,
    /// Up to and with which day.
    pub until: NaiveDate,
    /// The grades of the years that both schools have signed.
    pub grades: &'a [(SchoolYear, Grade)],
}

/// What stands against a certificate.
///
/// # Errors
/// Every reason.
pub fn judge_certificate(posting: &Assignment, service: &Served) -> Result<(), Vec<Refusal>> {
    let state = posting.state();
    if !state.has_arrived() {
        return Err(vec![Refusal::new(
            "CERTIFICATE-STATE",
            format!("现在是“{}”，没有到岗的不出具经历证明", state.word()),
        )]);
    }
    if service.is_void || service.months.is_zero() {
        return Err(vec![Refusal::new(
            "CERTIFICATE-VOID",
            "没有计入的服务月数（该次交流或学年无效，或刚刚到岗），不出具经历证明",
        )]);
    }
    Ok(())
}

/// The certificate of a posting.
pub fn certificate(records: CertificateRecords<'_>, issue: &Issue) -> Form {
    let mut form = form(
        FormCode::Certificate,
        Layout::Letter,
        issue,
        &records.sending.name,
    );
    let record = &records.teacher.record;
    form.about.clone_from(&record.name);
    let terms = &records.posting.terms;
    let last = terms.last_day().min(records.until);
    // What is certified begins with the day on which he came.
    let arrived = records.posting.arrived_on().unwrap_or(terms.start_on);
    let from = terms.start_on.max(arrived);
    let who = match record.sex {
        Some(sex) => format!("{}，{}", record.name, sex.word()),
        None => record.name.clone(),
    };
    let born = record
        .birth
        .map(|birth| format!("，{}出生", birth.month_on_paper()))
        .unwrap_or_default();
    let credited = if terms.credit == Points::whole(1) {
        String::new()
    } else {
        format!(
            "；按规定折算{}个月（1个月按{}个月计）",
            on_paper(&records.service.credited),
            terms.credit
        )
    };
    let body = format!(
        "兹证明{who}{born}，系{}教师，自{}至{}在{}交流，{}，累计服务{}个月{credited}。",
        records.sending.name,
        day_on_paper(from),
        day_on_paper(last),
        records.host.name,
        posts(records.posting, from, last),
        on_paper(&records.service.months),
    );
    form.parts = vec![
        Part::Paragraph(written("body", "证明内容", body)),
        Part::Paragraph(own("各学年服务与考核情况：")),
        Part::List(years(records)),
        Part::Paragraph(own("特此证明。")),
        Part::Note(counted(records, last)),
        Part::Signatures(vec![
            school_signs(
                Side::Host,
                "受援学校",
                &records.host.name,
                &records.host.principal,
            ),
            school_signs(
                Side::Sending,
                "派出学校",
                &records.sending.name,
                &records.sending.principal,
            ),
        ]),
    ];
    form
}

/// What he did there: one post in the sentence, several with the days of each.
fn posts(posting: &Assignment, first: NaiveDate, last: NaiveDate) -> String {
    let mut held = posting.posts();
    held.retain(|(from, _)| *from <= last);
    if let Some((from, _)) = held.first_mut() {
        *from = first.max(*from);
    }
    let said = |post: &Post| {
        let ways = format!("方式为{}、{}", post.mode.word(), post.post_mode.word());
        text(&post.subject).map_or(ways.clone(), |subject| format!("任教{subject}，{ways}"))
    };
    match held.as_slice() {
        [(_, only)] => said(only),
        several => {
            let ends = several.iter().skip(1).map(|(next, _)| next.pred_opt());
            let lines = several
                .iter()
                .zip(ends.chain([Some(last)]))
                .map(|((from, post), to)| {
                    format!(
                        "{}至{}{}",
                        day_on_paper(*from),
                        day_on_paper(to.unwrap_or(last)),
                        said(post)
                    )
                });
            format!("其中{}", lines.collect::<Vec<_>>().join("；"))
        }
    }
}

/// How the months were counted, with everything that made them fewer.
fn counted(records: CertificateRecords<'_>, last: NaiveDate) -> String {
    let mut note =
        "月数按日历计算，整月计1个月，不足整月按当月天数折算；各学年和合计分别舍去第二位小数。"
            .to_owned();
    let away: Vec<String> = records
        .posting
        .absences()
        .into_iter()
        .filter(|(from, _)| *from <= last)
        .map(|(from, to)| {
            format!(
                "{}至{}",
                day_on_paper(from),
                day_on_paper(to.unwrap_or(last).min(last))
            )
        })
        .collect();
    if !away.is_empty() {
        note.push_str(&format!("{}中止，不计。", away.join("、")));
    }
    if records.service.is_shared {
        note.push_str("同一天在两所以上学校任职的，这一天由各校均分。");
    }
    if records.service.years.iter().any(|year| year.is_void) {
        note.push_str("考核认定无效的学年不计。");
    }
    note.push_str(&format!("统计至{}。本证明涂改无效。", day_on_paper(last)));
    note
}

fn years(records: CertificateRecords<'_>) -> List {
    let rows = records
        .service
        .years
        .iter()
        .map(|year| {
            let grade = records
                .grades
                .iter()
                .find(|(graded, _)| *graded == year.year)
                .map(|(_, grade)| grade.word().to_owned());
            vec![
                Some(year.year.on_paper()),
                Some(if year.is_void {
                    "0".to_owned()
                } else {
                    on_paper(&year.months)
                }),
                grade,
                Some(
                    if year.is_void {
                        "无效，不计"
                    } else {
                        "计入"
                    }
                    .to_owned(),
                ),
            ]
        })
        .collect();
    List {
        place: "years".to_owned(),
        columns: columns(&[
            ("学年", 34, false),
            ("服务月数", 20, false),
            ("学年考核档次", 26, false),
            ("说明", 20, false),
        ]),
        rows,
        totals: vec![vec![
            Some("合计".to_owned()),
            Some(on_paper(&records.service.months)),
            Some(String::new()),
            Some(String::new()),
        ]],
        ..List::default()
    }
}
