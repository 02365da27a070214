//! A complete form with invented people and schools.

use domain::report::{
    AnnualForm, AssignmentCells, AttendanceCells, DutyRow, FeedbackCells, GoalRow, HostPart,
    ScoreRow, SendingPart, SourceRow, TeacherCells,
};

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn score(group: &str, code: &str, name: &str, max: &str, points: &str, evidence: &str) -> ScoreRow {
    ScoreRow {
        group: group.to_owned(),
        code: code.to_owned(),
        name: name.to_owned(),
        max: max.to_owned(),
        points: some(points),
        evidence: if evidence.is_empty() {
            None
        } else {
            some(evidence)
        },
    }
}

fn duty(name: &str, done: &str, required: &str) -> DutyRow {
    DutyRow {
        name: name.to_owned(),
        done: some(done),
        required: some(required),
    }
}

fn goal(text: &str, weight: &str, achieved: &str, evidence: &str) -> GoalRow {
    GoalRow {
        text: text.to_owned(),
        weight: some(weight),
        achieved: some(achieved),
        evidence: some(evidence),
    }
}

fn source(name: &str, weight: &str, returned: &str, points: &str) -> SourceRow {
    SourceRow {
        name: name.to_owned(),
        weight: some(weight),
        returned: some(returned),
        score: some(points),
    }
}

/// The form.
pub(crate) fn form() -> AnnualForm {
    AnnualForm {
        number: "JL-2026-0001".to_owned(),
        year: "2025—2026学年".to_owned(),
        fingerprint: "1a2b3c4d".to_owned(),
        issued_on: "2026年6月30日".to_owned(),
        is_draft: false,
        is_practice: false,
        teacher: TeacherCells {
            name: "褚喆骉".to_owned(),
            sex: some("男"),
            birth: some("1986年9月"),
            political_status: some("中共党员"),
            education: some("本科（教育学学士）"),
            subject: some("数学"),
            title: some("一级教师（2016年8月）"),
            backbone: some("县级骨干教师"),
        },
        assignment: AssignmentCells {
            sending_school: "示例市第一实验小学".to_owned(),
            host_school: "石桥乡示例九年一贯制学校".to_owned(),
            mode: some("城镇到乡村／支教交流"),
            term: some("2025年9月1日至2026年7月10日"),
            classes: some("五（1）班、五（2）班"),
            weekly_lessons: some("12"),
            homeroom: some("否"),
        },
        attendance: AttendanceCells {
            due: some("196"),
            present: some("194"),
            sick: some("2"),
            personal: some("0"),
            unexcused: some("0"),
        },
        goals: vec![
            goal(
                "带领五年级数学教研组完成“大单元教学设计”四个，并各上一次研讨课",
                "30%",
                "100%",
                "JX-003",
            ),
            goal(
                "与两名青年教师结对，每月听评课不少于两次，期末提交成长记录",
                "40%",
                "92.5%",
                "JX-011、012",
            ),
            goal(
                "任教班级期末合格率较上学年提高5个百分点",
                "30%",
                "80%",
                "CJ-002",
            ),
        ],
        duties: vec![
            duty("公开课", "4", "3"),
            duty("听课", "46", "40"),
            duty("讲座", "2", "2"),
            duty("论文", "1", "1"),
            duty("发表", "0", "1"),
            duty("专刊", "2", "2"),
            duty("结对", "2", "2"),
            duty("培训学时", "72", "72"),
        ],
        self_report: Some(REPORT.to_owned()),
        self_report_on: some("2026年6月20日"),
        host: host(),
        sending: sending(),
        feedback: FeedbackCells {
            summary: some("反馈问题3条，已销号2条"),
            open_items: vec!["宿舍取暖设备需在下学期开学前检修（责任人：后勤处）".to_owned()],
        },
    }
}

fn host() -> HostPart {
    HostPart {
        scores: vec![
            score("师德", "H1.1", "职业道德（十项准则）", "8", "7.5", ""),
            score(
                "师德",
                "H1.2",
                "服从安排、团结协作、遵守制度",
                "4",
                "3.8",
                "",
            ),
            score("师德", "H1.3", "关爱学生（含谈话）", "3", "3", "TH-001"),
            score("能力", "H2.1", "课堂教学专业能力", "10", "8.5", "KT-004"),
            score(
                "能力",
                "H2.2",
                "教学常规（备课、听课、作业、反思）",
                "8",
                "7.2",
                "CG-002",
            ),
            score("能力", "H2.3", "教学清晰性", "4", "3.6", "WJ-001"),
            score("能力", "H2.4", "培训学习", "3", "3", "PX-001"),
            score("勤", "H3.1", "出勤", "8", "7.8", "KQ-001"),
            score("勤", "H3.2", "工作量", "5", "4.5", "KB-001"),
            score("勤", "H3.3", "临时任务", "2", "2", ""),
            score(
                "绩（引领与效果）",
                "H4.1",
                "公开课、示范课、汇报课",
                "6",
                "6",
                "JX-003",
            ),
            score(
                "绩（引领与效果）",
                "H4.2",
                "教研引领（讲座、联合教研、课题）",
                "6",
                "5.2",
                "JX-007",
            ),
            score(
                "绩（引领与效果）",
                "H4.3",
                "师徒结对与受援校教师成长",
                "10",
                "8.4",
                "JX-011、012",
            ),
            score(
                "绩（引领与效果）",
                "H4.4",
                "论文、总结、资源共享",
                "4",
                "2.6",
                "LW-001",
            ),
            score(
                "绩（引领与效果）",
                "H4.5",
                "受援校教学理念、方式的改变",
                "4",
                "3.2",
                "JX-015",
            ),
            score(
                "绩（引领与效果）",
                "H4.6",
                "学业质量（增值）",
                "10",
                "5.1",
                "CJ-002",
            ),
            score("廉", "H5", "廉洁从教", "5", "5", ""),
        ],
        total: some("86.40"),
        sources: vec![
            source("受援校领导", "30%", "5/5", "88"),
            source("同行年级组", "25%", "12/13", "85"),
            source("学生", "25%", "42/45", "90.5"),
            source("家长", "10%", "40/45", "87"),
            source("自评", "10%", "1/1", "92"),
        ],
        multi_source: some("88.175"),
        source_notes: Vec::new(),
        stages: some("秋季 84　春季 88"),
        strengths: some(
            "褚喆骉老师带领五年级数学组完成4个大单元设计，上研讨课4节，全年听评课46节；所带两名徒弟一人获乡优质课二等奖。课堂提问面广，作业批改及时，五（2）班期末合格率由81%升至89%。",
        ),
        weaknesses: some(
            "论文只完成校内交流，未公开发表；对学困生的分层作业坚持得不够，五（1）班仍有6人未达合格线。",
        ),
        advice: some(
            "下学期把大单元设计整理成校本资源包，留给教研组；建议每周固定一次学困生面批。",
        ),
        proposed_grade: some("合格"),
        members: some("樊昱、鲍静怡、苗堃、翁翯、李㛃、周𬱟、阿依古丽·买买提"),
        principal: some("鲁犇"),
        signed_on: some("2026年6月30日"),
    }
}

fn sending() -> SendingPart {
    SendingPart {
        scores: vec![
            score(
                "派出学校",
                "S1",
                "工作目标责任书完成情况",
                "35",
                "31.5",
                "ZR-001",
            ),
            score(
                "派出学校",
                "S2",
                "学期小结、按期汇报与双校联系",
                "15",
                "12",
                "",
            ),
            score(
                "派出学校",
                "S3",
                "对受援学校材料的核验（师德、考勤、佐证）",
                "20",
                "18",
                "",
            ),
            score("派出学校", "S4", "支教工作总结质量", "15", "11.5", ""),
            score(
                "派出学校",
                "S5",
                "反哺原校（汇报、资源带回、原校任务）",
                "15",
                "9",
                "",
            ),
        ],
        total: some("82.00"),
        opinion: some(
            "经核对出勤、听课与结对记录共27份，与受援学校所报一致。褚喆骉同志能按期汇报，全年返校汇报3次，带回大单元设计4个并在我校五年级组试用。论文未发表，反哺原校的微课只完成2节，均已在复评中扣分。同意受援学校的考核意见。",
        ),
        calculation: some(CALCULATION),
        year_score: some("85.62"),
        grade: some("合格"),
        vetoes: some("无"),
        principal: some("钱頔"),
        signed_on: some("2026年7月5日"),
    }
}

const REPORT: &str = "一年来，我服从两校安排，承担五年级两个班的数学教学，周课时12节。我认真学习党的教育方针，遵守受援学校各项规章制度，全年出勤194天，其中病假2天已补课。\n在教学上，我坚持以学生为中心，认真备课、上课、批改作业，带领教研组完成《小数除法》《多边形的面积》等四个大单元设计，每个单元上一次研讨课（其中一次获“优秀课例”）。全年听评课46节，每节课都与授课教师当面交流。\n在结对帮扶上，我与两名青年教师签订师徒协议，按“备课—上课—研讨—改进”四步循环，每月不少于两次。翁老师在乡优质课评比中获二等奖，苗老师能独立主持教研活动。\n在育人上，我与学生谈话86人次，家访17户。五（2）班期末合格率由81%升至89%，较上学年提高8个百分点；五（1）班提高3.5个百分点，未达到目标，主要是分层作业坚持得不够。\n不足之处：论文只在校内交流，未能公开发表；带回原校的微课只完成2节。今后我将把大单元设计整理成资源包，留给受援学校教研组，并在原校继续推广。\n";

const CALCULATION: &str = "受援学校评分 H=86.4\n\
    多元评价 M=受援校领导88×30%+同行85×25%+学生90.5×25%+家长87×10%+自评92×10%=88.175\n\
    受援学校综合 HC=0.7×86.4+0.3×88.175=86.9325\n\
    学年终结 YF=0.7×86.9325+0.3×82=85.45275\n\
    年度得分 YEAR=0.3×86+0.7×85.45275=85.616925≈85.62\n\
    建议档次:合格";
