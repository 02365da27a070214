//! F-10 and F-19, where schools write what they think.

use super::*;

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
