//! F-04 and F-06, which are letters.

use super::*;

/// F-04.
pub(crate) fn letter(names: &Names) -> Form {
    let goals = [
        (
            "承担三年级两个班的数学教学，学期末班级平均分不低于全乡同年级平均分",
            "期末统考成绩册，与全乡平均分之差",
            "35%",
            "2027年6月",
        ),
        (
            "每学期上公开课不少于2节，带动本校教师开展同课异构",
            "公开课记录、听课记录",
            "25%",
            "2027年1月、6月",
        ),
        (
            "与2名青年教师结成师徒，每月听课指导不少于4次",
            "帮扶记录、徒弟汇报课",
            "25%",
            "2027年6月",
        ),
        (
            "主持校本研修专题讲座2次",
            "讲稿、签到表",
            "15%",
            "2027年5月",
        ),
    ];
    let rows = goals
        .iter()
        .enumerate()
        .map(|(index, (goal, measure, weight, due))| {
            [(index + 1).to_string().as_str(), goal, measure, weight, due]
                .map(some)
                .to_vec()
        });
    let duties = [
        "每学期完成规定课时，服从受援学校的教学安排和作息制度。",
        "每学期听课不少于15节，参加受援学校全部校本研修活动。",
        "每月与派出学校联系一次，如实报告工作、学习和生活情况。",
        "每学期写一篇教学反思，学年末提交述职报告。",
    ];
    let mut parts = vec![
        Part::Cells(vec![
            vec![item("sending.name", "甲方（派出学校）", names.sending, 1)],
            vec![item("host.name", "乙方（受援学校）", names.host, 1)],
            vec![
                item("teacher.name", "丙方（交流教师）", names.teacher, 1),
                item("teacher.subject", "任教学科", "小学数学", 1),
            ],
            vec![
                item("term", "交流期限", "2026年9月1日至2027年8月31日", 1),
                item("work", "岗位与工作量", "三年级数学，每周14课时", 1),
            ],
        ]),
        heading("一、工作目标"),
        Part::List(List {
            place: "goals".to_owned(),
            columns: vec![
                column("序号", 8, false),
                column("目标", 40, true),
                column("衡量标准", 28, true),
                column("权重", 9, false),
                column("完成时限", 15, false),
            ],
            rows: rows.collect(),
            totals: vec![vec![some("合计"), some(""), some(""), some("100%"), None]],
            if_empty: "无".to_owned(),
            ..List::default()
        }),
        heading("二、丙方职责"),
    ];
    for (index, duty) in (1..).zip(duties) {
        let place = format!("duties.{index}");
        parts.push(fact(
            &place,
            &format!("第{index}项职责"),
            format!("{index}．{duty}"),
        ));
    }
    parts.extend([
        heading("三、甲方与乙方责任"),
        words("甲方保留丙方原岗位和编制，工资、津贴和评优评先待遇不变；每学期至少走访一次，了解丙方的工作和生活。"),
        words("乙方安排丙方的教学岗位和指导任务，提供必要的住宿、伙食和交通条件，负责日常管理和学期阶段考核。"),
        heading("四、考核办法"),
        words("学年考核由乙方与甲方分别评分，乙方占70%，甲方占30%；工作目标完成情况占甲方评分的35分。未完成主要目标的，经三方协商可延长交流期限。"),
        heading("五、三方签字盖章"),
        words("本责任书一式三份，三方各执一份，自签字盖章之日起生效。"),
        Part::Signatures(vec![
            SignPlace {
                place: "signatures.teacher".to_owned(),
                label: "丙方（交流教师）".to_owned(),
                party: names.teacher.to_owned(),
                ..SignPlace::default()
            },
            school_place(names, Side::Host, "乙方（受援学校）"),
            school_place(names, Side::Sending, "甲方（派出学校）"),
        ]),
    ]);
    form(
        names,
        FormCode::Letter,
        Layout::Letter,
        names.teacher,
        parts,
    )
}

/// F-06.
pub(crate) fn certificate(names: &Names) -> Form {
    let text = format!(
        "兹证明{}老师（女，1988年5月出生）由{}选派，自2026年9月1日至2027年8月31日在{}交流任教，担任三年级数学教学工作，累计12个月。",
        names.teacher, names.sending, names.host
    );
    let parts = vec![
        fact("service", "经历", text),
        fact(
            "grades",
            "考核档次",
            "该同志交流期间2026—2027学年年度考核为优秀档次，累计时间不含请假和中断的月份。",
        ),
        words("特此证明。"),
        Part::Signatures(vec![
            school_place(names, Side::Host, "受援学校"),
            school_place(names, Side::Sending, "派出学校"),
        ]),
        Part::Note("本证明用于申报职称和评优评先，涂改无效。".to_owned()),
    ];
    let mut form = form(
        names,
        FormCode::Certificate,
        Layout::Letter,
        names.teacher,
        parts,
    );
    form.subtitle = String::new();
    form.school = names.host.to_owned();
    form
}
