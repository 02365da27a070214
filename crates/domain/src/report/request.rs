//! F-10 教师交流轮岗申请（推荐）审批表: the teacher applies or is put forward, and four write what they think.

use super::Issue;
use super::cells::{form, labelled, number, text};
use super::form::{Form, FormCode, Layout, Opinion, Part};
use crate::candidate::Candidate;
use crate::policy::choices::CONDITIONS;
use crate::school::School;
use crate::teacher::Teacher;
use crate::year::day_on_paper;

/// The records that a request is made of.
#[derive(Debug, Clone, Copy)]
pub struct RequestRecords<'a> {
    /// Who.
    pub teacher: &'a Teacher,
    /// As he is put forward.
    pub candidate: &'a Candidate,
    /// His school.
    pub home: &'a School,
    /// Names of the schools he wishes for, in his order.
    pub wishes: &'a [String],
    /// Name of the school he is meant for; empty when none is.
    pub to_school: &'a str,
    /// Who approves; empty where the policy does not say.
    pub authority: &'a str,
    /// Age on the reference date, and years at his school.
    pub age: Option<u32>,
    /// 本校任教年限.
    pub tenure_years: Option<u32>,
}

/// The request of a candidate.
pub fn request(records: RequestRecords<'_>, issue: &Issue) -> Form {
    let mut form = form(
        FormCode::Request,
        Layout::Upright,
        issue,
        &records.home.name,
    );
    let candidate = &records.candidate.form;
    form.about.clone_from(&records.teacher.record.name);
    form.subtitle = records.candidate.year.on_paper();
    let record = &records.teacher.record;
    let conditions: Vec<&str> = CONDITIONS
        .iter()
        .filter(|(code, _)| candidate.conditions.iter().any(|own| own == code))
        .map(|(_, word)| *word)
        .collect();
    let wishes: Vec<String> = (1..)
        .zip(records.wishes)
        .map(|(number, name): (usize, _)| format!("{number}．{name}"))
        .collect();
    form.parts = vec![
        Part::Cells(vec![
            vec![
                labelled("teacher.name", "姓名", Some(record.name.clone()), 2),
                labelled(
                    "teacher.sex",
                    "性别",
                    record.sex.map(|sex| sex.word().to_owned()),
                    1,
                ),
                labelled(
                    "teacher.birth",
                    "出生年月",
                    record.birth.map(|birth| birth.month_on_paper()),
                    1,
                ),
            ],
            vec![
                labelled("teacher.subject", "任教学科", text(&record.subject), 1),
                labelled("teacher.title", "职称", text(&record.title), 1),
                labelled("teacher.backbone", "骨干层次", text(&record.backbone), 1),
            ],
            vec![
                labelled("teacher.education", "学历", text(&record.education), 1),
                labelled("facts.age", "周岁", number(records.age), 1),
                labelled("facts.tenure", "本校年限", number(records.tenure_years), 1),
            ],
            vec![
                labelled(
                    "candidate.channel",
                    "渠道",
                    Some(candidate.channel.word().to_owned()),
                    1,
                ),
                labelled(
                    "candidate.track",
                    "交流途径",
                    candidate.track.map(|track| track.word().to_owned()),
                    1,
                ),
                labelled(
                    "candidate.applied_on",
                    "申请日期",
                    candidate.applied_on.map(|day| day.to_string()),
                    1,
                ),
            ],
            vec![labelled(
                "candidate.wishes",
                "意向学校",
                text(&wishes.join("\n")),
                1,
            )],
            vec![labelled(
                "candidate.strengths",
                "专长",
                text(&candidate.strengths),
                1,
            )],
            vec![labelled(
                "candidate.conditions",
                "本人确认",
                text(&conditions.join("、")),
                1,
            )],
        ]),
        Part::Opinion(Opinion {
            place: "own".to_owned(),
            label: "本人申请".to_owned(),
            text: candidate
                .applied_on
                .map(|_| "本人自愿申请参加交流轮岗，服从组织安排，以上内容属实。".to_owned()),
            signer: "申请人签名：".to_owned(),
            on: candidate.applied_on.map(day_on_paper),
            has_seal: false,
        }),
        Part::Opinion(Opinion {
            place: "recommendation".to_owned(),
            label: "现学校推荐意见".to_owned(),
            text: text(&candidate.opinion)
                .or_else(|| candidate.recommended_on.map(|_| "同意推荐。".to_owned())),
            signer: "负责人签名：".to_owned(),
            on: candidate.recommended_on.map(day_on_paper),
            has_seal: true,
        }),
        Part::Opinion(Opinion {
            place: "host".to_owned(),
            label: "受援学校意见".to_owned(),
            text: candidate.host_accepts.map(|accepts| {
                let what = if accepts {
                    "同意接收"
                } else {
                    "不予接收"
                };
                match text(records.to_school) {
                    Some(school) => format!("{school}：{what}。"),
                    None => format!("{what}。"),
                }
            }),
            signer: "负责人签名：".to_owned(),
            on: None,
            has_seal: true,
        }),
        Part::Opinion(Opinion {
            place: "approval".to_owned(),
            label: "审批意见".to_owned(),
            text: candidate.approval.as_ref().map(|approval| {
                let to = text(records.to_school)
                    .map(|school| format!("同意到{school}交流"))
                    .unwrap_or_else(|| "同意交流".to_owned());
                format!("{to}（{}）。", approval.document)
            }),
            signer: if records.authority.is_empty() {
                "审批机关：".to_owned()
            } else {
                format!("{}：", records.authority)
            },
            on: candidate
                .approval
                .as_ref()
                .map(|approval| day_on_paper(approval.on)),
            has_seal: true,
        }),
    ];
    form
}
