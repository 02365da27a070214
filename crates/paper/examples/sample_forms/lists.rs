//! F-11, F-11b, F-18 and F-20: a line for each teacher or each quota.

use super::*;

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
