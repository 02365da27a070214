//! F-04 工作目标责任书: what both schools and the teacher agree before he goes (R607, R621).

use chrono::{Datelike, NaiveDate};

use super::cells::{columns, form, labelled, number, own, school_signs, text, written};
use super::form::{Form, FormCode, Layout, List, Part, SignPlace};
use super::{Cell, Issue};
use crate::appraisal::Basis;
use crate::assignment::Assignment;
use crate::policy::{Key, Policy};
use crate::school::{School, Side};
use crate::teacher::Teacher;
use crate::year::{SchoolYear, day_on_paper};

/// The records that a letter is made of.
#[derive(Debug, Clone, Copy)]
pub struct LetterRecords<'a> {
    /// 丙方.
    pub teacher: &'a Teacher,
    /// The posting with its goals.
    pub posting: &'a Assignment,
    /// 甲方.
    pub sending: &'a School,
    /// 乙方.
    pub host: &'a School,
    /// The policy in force when he goes.
    pub policy: &'a Policy,
    /// Duties that are switched on: name and how often, `公开课：每月1次`.
    pub duties: &'a [String],
}

/// The letter of a posting.
pub fn letter(records: LetterRecords<'_>, issue: &Issue) -> Form {
    let mut form = form(
        FormCode::Letter,
        Layout::Letter,
        issue,
        &records.sending.name,
    );
    form.about.clone_from(&records.teacher.record.name);
    form.parts = vec![
        Part::Paragraph(written(
            "parties",
            "三方",
            format!(
                "甲方（派出学校）：{}\n乙方（受援学校）：{}\n丙方（交流教师）：{}",
                records.sending.name, records.host.name, records.teacher.record.name
            ),
        )),
        Part::Paragraph(own(
            "为做好教师交流工作，明确工作目标和各方责任，甲、乙、丙三方商定如下：",
        )),
        Part::Heading("一、交流期限与岗位".to_owned()),
        Part::Cells(post(records)),
        Part::Heading("二、工作目标".to_owned()),
        Part::List(goals(records.posting)),
        Part::Heading("三、工作职责".to_owned()),
    ];
    form.parts.extend(duties(records.duties));
    form.parts.push(Part::Heading("四、各方责任".to_owned()));
    form.parts.extend(parties(records));
    form.parts.push(Part::Heading("五、考核办法".to_owned()));
    form.parts.extend(appraisal(records));
    form.parts.push(Part::Paragraph(own(
        "本责任书一式三份，三方各执一份，自三方签字盖章之日起生效。",
    )));
    form.parts.push(Part::Signatures(vec![
        SignPlace {
            place: "signatures.teacher".to_owned(),
            label: "丙方（交流教师）".to_owned(),
            party: records.teacher.record.name.clone(),
            ..SignPlace::default()
        },
        school_signs(
            Side::Host,
            "乙方（受援学校）",
            &records.host.name,
            &records.host.principal,
        ),
        school_signs(
            Side::Sending,
            "甲方（派出学校）",
            &records.sending.name,
            &records.sending.principal,
        ),
    ]));
    form.parts.push(Part::Heading("附：工作配档表".to_owned()));
    form.parts.push(Part::List(timetable(records.posting)));
    form
}

fn post(records: LetterRecords<'_>) -> Vec<Vec<super::Labelled>> {
    let terms = &records.posting.terms;
    let way: Cell = Some(match terms.track {
        Some(track) => format!(
            "{}（{}、{}）",
            track.word(),
            terms.mode.word(),
            terms.post_mode.word()
        ),
        None => format!("{}、{}", terms.mode.word(), terms.post_mode.word()),
    });
    let term = format!(
        "{}至{}",
        day_on_paper(terms.start_on),
        day_on_paper(terms.planned_end_on)
    );
    vec![
        vec![labelled("assignment.term", "交流期限", Some(term), 1)],
        vec![labelled("assignment.way", "交流方式", way, 1)],
        vec![
            labelled("assignment.subject", "任教学科", text(&terms.subject), 1),
            labelled("assignment.classes", "任教班级", text(&terms.classes), 1),
        ],
        vec![
            labelled(
                "assignment.weekly_lessons",
                "周课时",
                number(terms.weekly_lessons),
                1,
            ),
            labelled(
                "assignment.homeroom",
                "班主任",
                terms
                    .is_homeroom
                    .map(|is| if is { "是" } else { "否" }.to_owned()),
                1,
            ),
        ],
    ]
}

fn goals(posting: &Assignment) -> List {
    let rows = (1..)
        .zip(&posting.goals)
        .map(|(line, goal): (usize, _)| {
            vec![
                Some(line.to_string()),
                text(&goal.text),
                text(&goal.measure),
                text(&goal.target),
                Some(format!("{}%", goal.weight)),
                goal.due_on.map(short_day),
                text(&goal.evidence),
            ]
        })
        .collect();
    List {
        place: "goals".to_owned(),
        columns: columns(&[
            ("序号", 7, false),
            ("工作目标", 26, true),
            ("衡量标准", 20, true),
            ("目标值", 11, false),
            ("权重", 8, false),
            ("完成时限", 14, false),
            ("佐证材料", 14, true),
        ]),
        rows,
        if_empty: "尚未商定".to_owned(),
        ..List::default()
    }
}

/// A day in a narrow column: `2027.6.30`.
fn short_day(day: NaiveDate) -> String {
    format!("{}.{}.{}", day.year(), day.month(), day.day())
}

fn duties(switched_on: &[String]) -> Vec<Part> {
    let mut lines = vec![
        "服从乙方教学安排，承担与所任岗位相应的工作量，遵守两校规章制度和师德规范。".to_owned(),
        "参加乙方教研活动，发挥示范引领作用，与乙方教师结对互助。".to_owned(),
    ];
    lines.extend(switched_on.iter().map(|duty| format!("{duty}。")));
    lines.push("按时提交工作总结和佐证材料，接受两校考核。".to_owned());
    (1..)
        .zip(lines)
        .map(|(number, line): (usize, _)| {
            let place = format!("duties.{number}");
            Part::Paragraph(written(
                &place,
                &format!("第{number}项职责"),
                format!("{number}．{line}"),
            ))
        })
        .collect()
}

/// What each party does. What the sending school keeps for him is what the policy asks of it or the posting notes, and
/// never what was refused him.
fn parties(records: LetterRecords<'_>) -> Vec<Part> {
    let policy = records.policy;
    let track = records.posting.terms.track;
    let living = if policy.says(Key::HostMustSettleLiving, track) {
        "妥善安排并解决好丙方的食宿等生活问题"
    } else {
        "为丙方提供必要的工作和生活条件"
    };
    let keeping = &records.posting.keeping;
    let kept: Vec<&str> = [
        (
            keeping.is_post_kept,
            Key::KeepOriginalPost,
            "保留丙方原工作岗位",
        ),
        (
            keeping.is_pay_unchanged,
            Key::PayRelationUnchanged,
            "丙方的人事、工资关系和福利待遇不变",
        ),
        (
            keeping.is_contract_unchanged,
            Key::ContractUnchanged,
            "丙方的聘用合同不变",
        ),
    ]
    .into_iter()
    .filter(|(noted, key, _)| noted.unwrap_or_else(|| policy.says(*key, track)))
    .map(|(.., words)| words)
    .collect();
    let kept = if kept.is_empty() {
        String::new()
    } else {
        format!("{}；", kept.join("，"))
    };
    let lines = [
        format!("甲方：{kept}做好对丙方的指导、沟通、关爱和支持，每学期走访或联系乙方。"),
        format!(
            "乙方：负责丙方的日常管理和考核，一视同仁地安排工作、培训和评优；{living}；\
             每学期向甲方反馈丙方的工作情况。"
        ),
        "丙方：履行岗位职责，努力完成工作目标，不得无故提前离岗。".to_owned(),
    ];
    (1..)
        .zip(lines)
        .map(|(number, line): (usize, _)| {
            let place = format!("parties.{number}");
            Part::Paragraph(written(&place, &format!("第{number}方责任"), line))
        })
        .collect()
}

fn appraisal(records: LetterRecords<'_>) -> Vec<Part> {
    let policy = records.policy;
    let track = records.posting.terms.track;
    let basis = Basis::of(policy);
    let how = format!(
        "考核以乙方为主、甲方为辅，乙方权重{}，甲方权重{}；包括学期阶段考核、学年终结考核和期满考核，\
         期满时逐项认定工作目标的完成情况。",
        basis.weight_host, basis.weight_sending
    );
    let unmet = if policy.says(Key::ExtendOnUnmetGoals, track) {
        match policy.whole(Key::ExtensionMonthsDefault, track) {
            Some(months) => format!(
                "期满考核未达成工作目标的，适当延长交流期限，一般延长{months}个月，报审批机关批准后执行。"
            ),
            None => "期满考核未达成工作目标的，适当延长交流期限，报审批机关批准后执行。".to_owned(),
        }
    } else {
        "期满考核未达成工作目标的，由三方商定补救办法；需要延长交流期限的，报审批机关批准后执行。"
            .to_owned()
    };
    let mut parts = vec![
        Part::Paragraph(written("appraisal.how", "考核办法", how)),
        Part::Paragraph(written("appraisal.unmet", "未达成目标", unmet)),
    ];
    if policy.says(Key::VoidOnFail, track) {
        parts.push(Part::Paragraph(written(
            "appraisal.void",
            "考核不合格",
            "学年考核不合格的，该次交流视作无效，不计算交流时间。".to_owned(),
        )));
    }
    parts
}

/// What is to be done by when: goals with their days, the appraisals of each year, the end.
fn timetable(posting: &Assignment) -> List {
    let terms = &posting.terms;
    let mut lines: Vec<(NaiveDate, String, String, &str)> = vec![(
        terms.start_on,
        month(terms.start_on),
        "到岗，核对生活保障事项".to_owned(),
        "乙方、丙方",
    )];
    for goal in &posting.goals {
        if let Some(due) = goal.due_on {
            lines.push((due, month(due), format!("完成：{}", goal.text), "丙方"));
        }
    }
    let first = SchoolYear::of(terms.start_on).map_or(0, SchoolYear::first_year);
    let last = SchoolYear::of(terms.planned_end_on).map_or(0, SchoolYear::first_year);
    for year in first..=last {
        for (day, what, who) in [
            (
                NaiveDate::from_ymd_opt(year + 1, 1, 15),
                "秋季学期阶段考核，受援学校反馈",
                "乙方",
            ),
            (
                NaiveDate::from_ymd_opt(year + 1, 6, 30),
                "工作总结，学年终结考核",
                "三方",
            ),
        ] {
            if let Some(day) =
                day.filter(|day| (terms.start_on..=terms.planned_end_on).contains(day))
            {
                lines.push((day, month(day), what.to_owned(), who));
            }
        }
    }
    lines.push((
        terms.planned_end_on,
        month(terms.planned_end_on),
        "期满考核，逐项认定工作目标".to_owned(),
        "三方",
    ));
    lines.sort_by_key(|(day, ..)| *day);
    List {
        place: "timetable".to_owned(),
        columns: columns(&[
            ("时间", 20, false),
            ("工作内容", 60, true),
            ("责任方", 20, false),
        ]),
        rows: lines
            .into_iter()
            .map(|(_, when, what, who)| vec![Some(when), Some(what), Some(who.to_owned())])
            .collect(),
        ..List::default()
    }
}

fn month(day: NaiveDate) -> String {
    format!("{}年{}月", day.year(), day.month())
}
