//! What the people of the practice year wrote about it. Every text is made from facts of one person, so
//! that no two are alike.

use super::people::PracticePerson;

/// 本人述职, three paragraphs.
pub(super) fn self_report(person: &PracticePerson, host: &str, ordinal: usize) -> String {
    let observed = 38 + ordinal * 3;
    let open = 3 + ordinal % 4;
    let talks = 60 + ordinal * 7;
    format!(
        "一年来，我到{host}任教{subject}（{classes}），每周{lessons}课时，与受援学校教师同备课、同上课、同评课。开学第一周我走访了所带班级，摸清学情后与教研组商定了全年计划，按月检查、按月改进。全年听课{observed}节，上公开课{open}节，与学生谈话{talks}人次，所有记录都有佐证可查。\n这一年做得最用心的一件事，是{merit}。起初老师们顾虑多，我先做给大家看，再陪着大家做，最后由大家自己做。两位青年教师与我结成师徒，从说课、磨课、上课到反思走完四轮，能够独立承担校级研究课。期末时，受援学校教研组把这些做法写进了下学期的计划。\n不足之处也很清楚：对学习困难学生的跟踪不够细，几次家访没有及时写成记录；与派出学校的联系集中在学期末，平时偏少。回校以后，我将把这一年的课例、反思和资料整理成册，在校本教研中作两次汇报，把带回来的办法用在自己的课堂上。",
        subject = person.subject,
        classes = person.classes,
        lessons = person.weekly_lessons,
        merit = person.merit,
    )
}

/// 受援学校评语: 优点, 不足, 建议.
pub(super) fn host_comments(person: &PracticePerson, ordinal: usize) -> (String, String, String) {
    let open = 3 + ordinal % 4;
    (
        format!(
            "{name}老师服从安排，按时到岗，{classes}{subject}课教学扎实，全年上公开课{open}节，{merit}，对本校教研带动明显。",
            name = person.name,
            classes = person.classes,
            subject = person.subject,
            merit = person.merit,
        ),
        format!(
            "第{}周前后的单元检测分析交得偏晚，跟踪辅导记录还可以更细。",
            6 + ordinal
        ),
        format!(
            "建议下学期把{}学科的师徒结对扩大到{}人，并留下完整的课例资料。",
            person.subject,
            2 + ordinal % 3
        ),
    )
}

/// 派出学校意见.
pub(super) fn sending_opinion(person: &PracticePerson, ordinal: usize) -> String {
    format!(
        "经核对责任书、考勤与佐证材料，{}老师交流期间与我校联系{}次，按期提交小结，目标完成情况属实。同意受援学校评价。",
        person.name,
        4 + ordinal % 5
    )
}

/// 主要贡献 and 改变与成效 of the feedback.
pub(super) fn feedback_texts(person: &PracticePerson, ordinal: usize) -> (String, String) {
    (
        format!(
            "{}。参加集体备课{}次，指导青年教师{}人。",
            person.merit,
            16 + ordinal,
            1 + ordinal % 3
        ),
        format!(
            "{}教研组由每月一次活动改为每周一次，本学期形成课例{}个。",
            person.subject,
            4 + ordinal % 6
        ),
    )
}
