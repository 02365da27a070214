//! One form of each kind with invented people and schools, ordinary and with the longest names.

use domain::report::{
    Cell, Column, Form, FormCode, Labelled, Layout, List, Opinion, Part, SignPlace, Written,
};
use domain::school::Side;

/// A name of 50 characters, as long as the records allow.
pub(crate) const LONG_NAME: &str =
    "阿卜杜热西提·买买提明·古丽娜尔·阿依努尔·图尔荪江·萨迪克·帕提古丽·麦麦提艾力·努尔艾合买提翯喆";
/// A school with a name of 60 characters.
pub(crate) const LONG_SCHOOL: &str = "示例省示例自治州石桥土家族苗族自治县清溪河流域第一片区寄宿制民族团结实验九年一贯制学校附属云岭示范教学点及远程协作中心校";

/// The names that stand on a sample.
pub(crate) struct Names {
    /// The teacher.
    pub(crate) teacher: &'static str,
    /// The principal of the host school.
    pub(crate) principal: &'static str,
    /// 受援学校.
    pub(crate) host: &'static str,
    /// 派出学校.
    pub(crate) sending: &'static str,
    /// Lines of a list.
    pub(crate) lines: usize,
}

/// What is usual.
pub(crate) const ORDINARY: Names = Names {
    teacher: "林知夏",
    principal: "贺知松",
    host: "石桥乡示例九年一贯制学校",
    sending: "示例县第一实验小学",
    lines: 8,
};

/// What is hardest to print.
pub(crate) const EXTREME: Names = Names {
    teacher: LONG_NAME,
    principal: LONG_NAME,
    host: LONG_SCHOOL,
    sending: LONG_SCHOOL,
    lines: 60,
};

fn some(text: impl Into<String>) -> Cell {
    Some(text.into())
}

fn form(names: &Names, code: FormCode, layout: Layout, about: &str, parts: Vec<Part>) -> Form {
    Form {
        code,
        subtitle: "2026—2027学年".to_owned(),
        layout,
        number: "JL-2026-0042".to_owned(),
        fingerprint: "1a2b3c4d".to_owned(),
        issued_on: "2026年8月28日".to_owned(),
        is_draft: false,
        is_practice: false,
        school: names.sending.to_owned(),
        about: about.to_owned(),
        parts,
    }
}

/// All of them.
pub(crate) fn all(names: &Names) -> Vec<Form> {
    vec![
        letter(names),
        certificate(names),
        request(names),
        proposed(names),
        quota(names),
        deferred(names),
        need(names),
        benefit(names),
    ]
}

fn item(place: &str, label: &str, text: impl Into<String>, span: u8) -> Labelled {
    Labelled {
        place: place.to_owned(),
        label: label.to_owned(),
        text: some(text),
        span,
    }
}

fn column(name: &str, share: u8, is_text: bool) -> Column {
    Column {
        name: name.to_owned(),
        share,
        is_text,
    }
}

fn heading(text: &str) -> Part {
    Part::Heading(text.to_owned())
}

fn words(text: impl Into<String>) -> Part {
    Part::Paragraph(Written {
        text: text.into(),
        ..Written::default()
    })
}

fn fact(place: &str, label: &str, text: impl Into<String>) -> Part {
    Part::Paragraph(Written {
        place: place.to_owned(),
        label: label.to_owned(),
        text: text.into(),
    })
}

fn school_place(names: &Names, side: Side, label: &str) -> SignPlace {
    let (place, party, name) = match side {
        Side::Host => (
            "signatures.host",
            names.host,
            format!("负责人：{}", names.principal),
        ),
        Side::Sending => (
            "signatures.sending",
            names.sending,
            "负责人：顾明远".to_owned(),
        ),
    };
    SignPlace {
        place: place.to_owned(),
        label: label.to_owned(),
        party: party.to_owned(),
        name: some(name),
        on: some("2026年8月28日"),
        side: Some(side),
        has_seal: true,
    }
}

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

fn opinion(place: &str, label: &str, text: Cell, signer: &str, has_seal: bool) -> Part {
    Part::Opinion(Opinion {
        place: place.to_owned(),
        label: label.to_owned(),
        on: text.is_some().then(|| "2026年6月20日".to_owned()),
        text,
        signer: signer.to_owned(),
        has_seal,
    })
}

/// F-10.
pub(crate) fn request(names: &Names) -> Form {
    let reason = "本人在现学校任教已满六年，愿意到乡村学校工作，为当地孩子上好每一节数学课。";
    let times = if names.lines > 20 { 30 } else { 1 };
    let parts = vec![
        Part::Cells(vec![
            vec![
                item("teacher.name", "姓名", names.teacher, 2),
                item("teacher.sex", "性别", "女", 1),
                item("teacher.birth", "出生年月", "1988年5月", 1),
            ],
            vec![
                item("teacher.education", "学历", "大学本科", 1),
                item("teacher.subject", "任教学科", "小学数学", 1),
                item("teacher.political", "政治面貌", "中共党员", 1),
            ],
            vec![
                item(
                    "teacher.title",
                    "专业技术职务及取得时间",
                    "一级教师（2018年12月）",
                    1,
                ),
                Labelled {
                    text: None,
                    ..item("teacher.backbone", "骨干层次", "", 1)
                },
            ],
            vec![
                item("sending.name", "现学校", names.sending, 1),
                item("years", "本校任教年限", "6学年", 1),
            ],
            vec![
                item("wish.1", "第一志愿", names.host, 1),
                item("wish.2", "第二志愿", "云岭镇示例中心小学", 1),
            ],
            vec![item("term", "拟交流期限", "2026年9月1日至2027年8月31日", 1)],
        ]),
        opinion(
            "reason",
            "申请理由",
            some(reason.repeat(times)),
            "申请人签名：",
            false,
        ),
        opinion(
            "sending.opinion",
            "现学校推荐意见",
            some("该同志师德良好，教学能力强，符合交流条件，同意推荐。"),
            "负责人签名：",
            true,
        ),
        opinion("host.opinion", "受援学校意见", None, "负责人签名：", true),
        opinion(
            "bureau.opinion",
            "教育主管部门审批意见",
            None,
            "负责人签名：",
            true,
        ),
        Part::Note("本表一式三份：教师档案、派出学校、受援学校各一份。".to_owned()),
    ];
    form(
        names,
        FormCode::Request,
        Layout::Upright,
        names.teacher,
        parts,
    )
}

fn surname(index: usize) -> String {
    let [first, last] = ["林周郑许韩冯邓曹彭曾", "知夏安然明远思齐若晴"]
        .map(|text| text.chars().nth(index % 10).unwrap_or('林'));
    format!(
        "{first}{last}{}",
        ["", "宁", "舟"].get(index % 3).unwrap_or(&"")
    )
}

fn name_of(names: &Names, index: usize) -> String {
    if index % 10 == 3 {
        names.teacher.to_owned()
    } else {
        surname(index)
    }
}

/// Those who answer for a list. Its school stands on top, so nobody has a full name.
fn answer() -> Part {
    let place = |place: &str, label: &str, has_seal: bool| SignPlace {
        place: place.to_owned(),
        label: label.to_owned(),
        has_seal,
        ..SignPlace::default()
    };
    Part::Signatures(vec![
        place("signatures.filled", "填表人", false),
        place("signatures.checked", "审核人", false),
        place("signatures.head", "学校负责人", true),
    ])
}

/// F-11.
pub(crate) fn proposed(names: &Names) -> Form {
    let rows = (0..names.lines).map(|index| {
        let number = (index + 1).to_string();
        [
            number.as_str(),
            &name_of(names, index),
            if index % 3 == 0 { "男" } else { "女" },
            "1986-04",
            "小学数学",
            "一级教师",
            if index % 4 == 0 {
                "县级骨干"
            } else {
                "—"
            },
            "8",
            names.host,
            "定期交流",
            "2026-09至2027-08",
            "本人申请",
        ]
        .map(some)
        .to_vec()
    });
    let columns = [
        ("序号", 5, false),
        ("姓名", 12, true),
        ("性别", 5, false),
        ("出生年月", 9, false),
        ("任教学科", 9, false),
        ("职称", 9, false),
        ("骨干层次", 9, false),
        ("本校学年数", 7, false),
        ("拟受援学校", 24, true),
        ("交流方式", 9, false),
        ("起止时间", 12, false),
        ("备注", 10, true),
    ];
    let mut rows: Vec<Vec<Cell>> = rows.collect();
    if let Some(cell) = rows.first_mut().and_then(|row| row.last_mut()) {
        *cell = None;
    }
    let total = format!("{}人", names.lines);
    let mut totals = vec![some("合计"), some(""), some(""), some(total)];
    totals.extend(vec![some(""); 8]);
    let parts = vec![
        Part::List(List {
            place: "people".to_owned(),
            columns: columns
                .map(|(name, share, text)| column(name, share, text))
                .to_vec(),
            rows,
            totals: vec![totals],
            if_empty: "无".to_owned(),
            ..List::default()
        }),
        Part::Note("注：年龄计算到2026年8月31日；骨干层次以在有效期内的证书为准。".to_owned()),
        answer(),
    ];
    form(
        names,
        FormCode::Proposed,
        Layout::Across,
        names.sending,
        parts,
    )
}

/// F-11b.
pub(crate) fn quota(names: &Names) -> Form {
    let rows = [
        [
            "交流人数占符合条件教师比例",
            "≥10%",
            "27",
            "3",
            "11.1%",
            "达到",
        ],
        ["骨干教师占交流教师比例", "≥20%", "3", "1", "33.3%", "达到"],
        [
            "市级以上骨干占骨干比例",
            "≥30%",
            "7",
            "2",
            "28.6%",
            "未达到",
        ],
    ];
    let mut rows: Vec<Vec<Cell>> = rows.iter().map(|row| row.map(some).to_vec()).collect();
    rows.push(vec![
        some("正副校长交流比例"),
        some("≤30%"),
        None,
        None,
        None,
        some("未核对"),
    ]);
    let list = |heading: &str, rows: Vec<Vec<Cell>>| List {
        place: "quota".to_owned(),
        heading: heading.to_owned(),
        columns: [
            ("指标", 40, true),
            ("要求", 12, false),
            ("基数", 12, false),
            ("人数", 12, false),
            ("比例", 12, false),
            ("结论", 14, false),
        ]
        .map(|(name, share, text)| column(name, share, text))
        .to_vec(),
        rows,
        totals: Vec::new(),
        if_empty: "本校无此项要求".to_owned(),
    };
    let mut second = list("二、按学段核对", Vec::new());
    second.place = "stages".to_owned();
    let parts = vec![
        Part::List(list("一、名额核对", rows)),
        Part::List(second),
        Part::Note("注：基数为2026年8月31日在岗且符合交流条件的教师。".to_owned()),
        Part::Signatures(vec![school_place(names, Side::Sending, "学校负责人")]),
    ];
    form(
        names,
        FormCode::Quota,
        Layout::Upright,
        names.sending,
        parts,
    )
}

/// F-18.
pub(crate) fn deferred(names: &Names) -> Form {
    let reasons = [
        "孕期、哺乳期",
        "患病，经核实暂不宜交流",
        "离法定退休年龄不足规定年限",
        "正在承担重点课题",
    ];
    let rows = (0..names.lines)
        .map(|index| {
            [
                (index + 1).to_string(),
                name_of(names, index),
                "小学语文".to_owned(),
                reasons
                    .get(index % 4)
                    .map_or_else(String::new, |&reason| reason.to_owned()),
                "2027年8月31日".to_owned(),
                "学校会议研究".to_owned(),
            ]
            .map(some)
            .to_vec()
        })
        .collect();
    let parts = vec![
        Part::List(List {
            place: "people".to_owned(),
            columns: [
                ("序号", 7, false),
                ("姓名", 18, true),
                ("任教学科", 12, false),
                ("暂缓类别", 34, true),
                ("暂缓至", 16, false),
                ("认定方式", 16, false),
            ]
            .map(|(name, share, text)| column(name, share, text))
            .to_vec(),
            rows,
            if_empty: "无".to_owned(),
            ..List::default()
        }),
        Part::Note("注：只列类别，不列病情等个人情况。".to_owned()),
        answer(),
    ];
    form(
        names,
        FormCode::Deferred,
        Layout::Across,
        names.sending,
        parts,
    )
}

/// F-19.
pub(crate) fn need(names: &Names) -> Form {
    let subjects = ["数学", "英语", "音乐", "科学", "信息科技", "体育"];
    let rows = (0..names.lines.min(30))
        .map(|index| {
            [
                (index + 1).to_string().as_str(),
                subjects.get(index % 6).unwrap_or(&"数学"),
                "小学三至六年级",
                "1",
                "一级教师以上，有班主任经历，能带2名青年教师",
                "2026年9月",
            ]
            .map(some)
            .to_vec()
        })
        .collect();
    let parts = vec![
        Part::Cells(vec![
            vec![
                item("host.name", "受援学校", names.host, 2),
                item("host.kind", "学校类别", "乡村小规模学校", 1),
            ],
            vec![
                item("host.classes", "班级数", "9", 1),
                item("host.pupils", "学生数", "186", 1),
                item("host.teachers", "在岗教师", "17", 1),
            ],
            vec![item(
                "host.life",
                "生活保障",
                "有教师周转房3间，可提供食宿；距县城26公里，每日有班车。",
                1,
            )],
        ]),
        Part::List(List {
            place: "needs".to_owned(),
            heading: "教师需求".to_owned(),
            columns: [
                ("序号", 7, false),
                ("学科", 10, false),
                ("学段", 18, false),
                ("人数", 8, false),
                ("要求", 42, true),
                ("到岗时间", 14, false),
            ]
            .map(|(name, share, text)| column(name, share, text))
            .to_vec(),
            rows,
            totals: vec![vec![
                some("合计"),
                some(""),
                some(""),
                some("8"),
                some(""),
                some(""),
            ]],
            if_empty: "本学年无需求".to_owned(),
        }),
        opinion(
            "host.words",
            "学校说明",
            some("数学、英语教师长期不足，希望安排能承担两个年级教学并带动校本研修的教师。"),
            "校长签名：",
            true,
        ),
    ];
    let mut form = form(names, FormCode::Need, Layout::Upright, names.host, parts);
    form.school = names.host.to_owned();
    form
}

/// F-20.
pub(crate) fn benefit(names: &Names) -> Form {
    let rows = (0..names.lines)
        .map(|index| {
            [
                (index + 1).to_string().as_str(),
                &name_of(names, index),
                names.host,
                "二类乡村学校",
                "2026-09至2027-06",
                "10",
                "432.00",
                "4320.00",
                "3888.00",
                "432.00",
                "基本360元，年限加20%",
            ]
            .map(some)
            .to_vec()
        })
        .collect();
    let columns = [
        ("序号", 5, false),
        ("姓名", 12, true),
        ("受援学校", 22, true),
        ("类别", 10, false),
        ("起止月份", 13, false),
        ("月数", 6, false),
        ("月标准（元）", 9, false),
        ("应发（元）", 10, false),
        ("实发（元）", 10, false),
        ("差额（元）", 10, false),
        ("计算说明", 19, true),
    ];
    let mut totals = vec![some("合计")];
    totals.extend(vec![some(""); 4]);
    totals.extend([
        some("80"),
        some(""),
        some("34560.00"),
        some("31104.00"),
        some("3456.00"),
        some(""),
    ]);
    let parts = vec![
        Part::List(List {
            place: "benefits".to_owned(),
            columns: columns
                .map(|(name, share, text)| column(name, share, text))
                .to_vec(),
            rows,
            totals: vec![totals],
            if_empty: "无".to_owned(),
            ..List::default()
        }),
        Part::Note("注：年限加发按每满三年10%计，以县里文件为准。".to_owned()),
        answer(),
    ];
    form(
        names,
        FormCode::Benefit,
        Layout::Across,
        names.sending,
        parts,
    )
}
