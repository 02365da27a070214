//! F-06 交流（支教）经历证明: the months that count, and what does not (J-8). Nothing for a void posting.

use chrono::NaiveDate;

use super::Issue;
use super::cells::{columns, form, own, school_signs, text, written};
use super::form::{Form, FormCode, Layout, List, Part};
use crate::appraisal::grade::Grade;
use crate::assignment::Assignment;
use crate::assignment::months::{Served, on_paper};
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
    let who = match record.sex {
        Some(sex) => format!("{}，{}", record.name, sex.word()),
        None => record.name.clone(),
    };
    let born = record
        .birth
        .map(|birth| format!("，{}出生", birth.month_on_paper()))
        .unwrap_or_default();
    let subject =
        text(&terms.subject).map_or_else(String::new, |subject| format!("任教{subject}，"));
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
        "兹证明{who}{born}，系{}教师，自{}至{}在{}交流，{subject}方式为{}、{}，累计服务{}个月{credited}。",
        records.sending.name,
        day_on_paper(terms.start_on),
        day_on_paper(last),
        records.host.name,
        terms.mode.word(),
        terms.post_mode.word(),
        on_paper(&records.service.months),
    );
    form.parts = vec![
        Part::Paragraph(written("body", "证明内容", body)),
        Part::Paragraph(own("各学年服务与考核情况：")),
        Part::List(years(records)),
        Part::Paragraph(own("特此证明。")),
        Part::Note(format!(
            "月数按日历计算，整月计1个月，不足整月按当月天数折算；中止期间和考核认定无效的学年不计。统计至{}。本证明涂改无效。",
            day_on_paper(last)
        )),
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
        ..List::default()
    }
}
