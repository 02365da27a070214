//! The people and schools of the practice school. All of them are invented; their names hold the
//! characters that records of real people so often fail on.

/// A school of the practice year.
pub(super) struct PracticeSchool {
    pub(super) name: &'static str,
    pub(super) short_name: &'static str,
    pub(super) stage: &'static str,
    pub(super) principal: &'static str,
}

/// The first one is mine.
pub(super) const SCHOOLS: &[PracticeSchool] = &[
    PracticeSchool { name: "样例市实验小学", short_name: "实验小学", stage: "小学", principal: "顾砚之" },
    PracticeSchool { name: "样例市石桥镇中心小学", short_name: "石桥小学", stage: "小学", principal: "贺知松" },
    PracticeSchool { name: "样例市柳林乡九年一贯制学校", short_name: "柳林学校", stage: "九年一贯制", principal: "祁望舒" },
    PracticeSchool { name: "样例市东山教学点", short_name: "东山教学点", stage: "小学", principal: "欧阳若谷" },
];

/// One exchange teacher of the practice year.
pub(super) struct PracticePerson {
    pub(super) name: &'static str,
    pub(super) sex: &'static str,
    pub(super) birth: &'static str,
    pub(super) subject: &'static str,
    pub(super) title: &'static str,
    pub(super) title_awarded: &'static str,
    pub(super) backbone: &'static str,
    pub(super) education: &'static str,
    pub(super) joined_school_on: &'static str,
    /// Index into [`SCHOOLS`] of the sending and of the host school.
    pub(super) way: (usize, usize),
    pub(super) classes: &'static str,
    pub(super) weekly_lessons: u8,
    /// How much of the full points he gets, in per cent.
    pub(super) level: i32,
    /// 秋季, 春季.
    pub(super) stages: (&'static str, &'static str),
    /// Pupils' forms: invited, returned.
    pub(super) pupils: (u32, u32),
    /// False where there is no common exam.
    pub(super) is_exam_applicable: bool,
    /// What he is remembered for, as a phrase.
    pub(super) merit: &'static str,
}

#[expect(clippy::too_many_arguments, reason = "one line of a table")]
const fn person(
    name: &'static str,
    sex: &'static str,
    birth: &'static str,
    subject: &'static str,
    title: (&'static str, &'static str),
    backbone: &'static str,
    joined_school_on: &'static str,
    way: (usize, usize),
    classes: &'static str,
    weekly_lessons: u8,
    level: i32,
    stages: (&'static str, &'static str),
    pupils: (u32, u32),
    is_exam_applicable: bool,
    merit: &'static str,
) -> PracticePerson {
    PracticePerson {
        name,
        sex,
        birth,
        subject,
        title: title.0,
        title_awarded: title.1,
        backbone,
        education: "本科",
        joined_school_on,
        way,
        classes,
        weekly_lessons,
        level,
        stages,
        pupils,
        is_exam_applicable,
        merit,
    }
}

/// Everybody on exchange in the practice year.
pub(super) const PEOPLE: &[PracticePerson] = &[
    person("王翯", "女", "1986-03", "语文", ("一级教师", "2014年12月"), "县级骨干", "2012-09-01", (0, 1), "三(1)班", 14, 93, ("91", "93.5"), (46, 45), true, "带出两节县级优质课"),
    person("李喆", "男", "1990-10", "数学", ("一级教师", "2019年11月"), "校级骨干", "2015-09-01", (0, 1), "五(2)班", 13, 88, ("86", "88"), (52, 50), true, "把错题档案用到了全年级"),
    person("赵堃", "女", "1979-11", "英语", ("高级教师", "2016年12月"), "县级教学能手", "2008-09-01", (0, 1), "五、六年级", 15, 96, ("93", "95"), (48, 48), true, "建起全镇的英语教研日"),
    person("陈㛃", "女", "1992-10", "科学", ("二级教师", "2018年8月"), "", "2016-09-01", (0, 1), "四至六年级", 16, 84, ("82", "85"), (50, 41), false, "用废旧材料做成十二套实验器材"),
    person("马犇骉", "男", "1984-05", "体育与健康", ("一级教师", "2013年12月"), "县级骨干", "2010-09-01", (0, 2), "七、八年级", 16, 90, ("88.5", "91"), (60, 55), false, "组织了第一届乡村足球联赛"),
    person("周𬱟", "女", "1988-01", "音乐", ("一级教师", "2017年12月"), "校级骨干", "2013-09-01", (0, 2), "一至四年级", 15, 86, ("85", "86"), (44, 40), false, "从零排成一支四十人的合唱队"),
    person("林頔", "女", "1994-06", "美术", ("二级教师", "2020年8月"), "", "2018-09-01", (0, 2), "三至六年级", 16, 79, ("78", "80"), (47, 30), false, "把剪纸编成十六课时的校本教材"),
    person("阿依努尔·买合木提江", "女", "1987-12", "数学", ("一级教师", "2016年11月"), "市级学科带头人", "2014-09-01", (0, 2), "七(1)班", 12, 97, ("94", "96"), (43, 43), true, "与四位青年教师同课异构十八次"),
    person("覃骦", "男", "1981-07", "信息科技", ("高级教师", "2020年12月"), "县级骨干", "2009-09-01", (0, 3), "五、六年级", 14, 82, ("80", "83"), (12, 9), false, "修好了全部闲置的平板和网络"),
    person("叶之蘅", "女", "1991-09", "道德与法治", ("一级教师", "2021年11月"), "校级骨干", "2017-09-01", (0, 3), "三至六年级", 13, 74, ("72", "75"), (18, 17), true, "记下一百二十次家访"),
    person("龚玥", "女", "1995-02", "语文", ("二级教师", "2020年8月"), "", "2019-09-01", (0, 3), "复式班", 15, 66, ("65", "68"), (16, 16), true, "为复式班写出整学期的教学设计"),
    person("尉迟澍泽", "男", "1983-08", "语文", ("高级教师", "2019年12月"), "县级教学能手", "2011-09-01", (1, 0), "四(3)班", 13, 91, ("90", "90.5"), (49, 47), true, "带来乡土阅读课程"),
    person("苗翀", "男", "1989-04", "数学", ("一级教师", "2018年11月"), "校级骨干", "2015-09-01", (2, 0), "六(1)班", 13, 87, ("85", "87.5"), (51, 44), true, "把跟岗笔记整理成校本培训材料"),
    person("戚祎", "女", "1993-03", "英语", ("二级教师", "2019年8月"), "", "2017-09-01", (2, 0), "三年级", 14, 81, ("79.5", "82"), (50, 46), true, "为低年级编了三十首英语童谣"),
];

/// Teachers of my school who stay at home this year.
pub(super) const AT_HOME: &[(&str, &str, &str, &str, &str)] = &[
    ("秦子衿", "女", "1985-06", "语文", "一级教师"),
    ("万俟山", "男", "1978-02", "数学", "高级教师"),
    ("闫婳", "女", "1996-11", "英语", "三级教师"),
    ("孟觉晓", "男", "1990-07", "科学", "一级教师"),
    ("苏祎然", "女", "1982-09", "语文", "高级教师"),
    ("欧阳崟", "男", "1987-01", "体育与健康", "一级教师"),
    ("简凝", "女", "1994-04", "音乐", "二级教师"),
    ("骆尧", "男", "1980-12", "数学", "一级教师"),
];
