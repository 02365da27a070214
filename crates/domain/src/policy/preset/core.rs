//! What holds beside every preset: parameters, duties and meetings of rules that belong to no single scheme
//! (the pairs of teachers, the pairs of schools, the year's summary, the two papers).
//!
//! A policy's own value comes first; these stand where it says nothing.

use super::row::{codes, duty, meeting, ours, text, yes};
use crate::exact::Points;
use crate::policy::duty::Cadence;
use crate::policy::{DutyRule, Given, Key, Meeting, Value};

/// Core parameters.
pub fn core_given() -> Vec<Given> {
    let mut given = weights();
    given.extend(appraisal());
    given.extend(pairs());
    given.extend(office());
    given
}

/// 双重管理 and the credit of terms.
pub(super) fn weights() -> Vec<Given> {
    let decimal = |key, hundredths, rule| {
        ours(
            key,
            Value::Decimal(Points::from_hundredths(hundredths)),
            rule,
        )
    };
    let order_only = "原文只定以受援学校为主、派出学校为辅，比例为程序默认（001:71）";
    vec![
        decimal(Key::WeightHost, 70, "R601").noting(order_only),
        decimal(Key::WeightSending, 30, "R601").noting(order_only),
        decimal(Key::TermCreditFactor, 100, "R311").noting("按实际月数，不折算"),
    ]
}

/// 考核及其运用.
fn appraisal() -> Vec<Given> {
    vec![
        codes(
            Key::ResultUsedFor,
            &["title", "post", "honour"],
            "R612",
            "001:233",
        ),
        yes(Key::FeedsPerformancePay, "R615", "002:5"),
        ours(Key::BenefitsRequireGrade, Value::code("qualified"), "R620")
            .noting("原文只说待遇与考核结果挂钩（003:243），档次为程序默认"),
        yes(Key::ResultAnalysis, "R623", "003:345"),
        Given::blank(Key::PromoServiceMonthsMin, "R705", "003:227")
            .noting("研究文章的建议，没有写明年限"),
        yes(Key::KeepOriginalPost, "R714", "003:235").noting("研究文章的建议"),
        yes(Key::PrivacyGuard, "R1204", "001:153"),
    ]
}

/// 师徒结对与校际结对.
fn pairs() -> Vec<Given> {
    vec![
        text(
            Key::PairCycleSteps,
            "师傅上示范课→徒弟上公开课→师傅点评→徒弟反思并改教案",
            "R511",
            "003:77",
        ),
        yes(Key::PairPlanRequired, "R1105", "003:83")
            .noting("长期规划和学期计划，收录存档（R1203，003:85）"),
        yes(Key::MidtermCheckRequired, "R513", "003:89").noting("并留存过程性材料"),
        yes(Key::PairSameSubjectWarning, "R1104", "003:103"),
        text(
            Key::MutualVisits,
            "领导互访、教师互访、学生互访",
            "R538",
            "003:405",
        ),
    ]
}

/// 组织与联系.
fn office() -> Vec<Given> {
    vec![
        yes(Key::PlanAndTimetableRequired, "R621", "003:243").noting("责任书和时间表"),
        yes(Key::LeadingGroup, "R1004", "002:3"),
        yes(Key::NeedsSurveyAtTermStart, "R1002", "002:4").noting("科目、人数、要求"),
        yes(Key::MobilisationMeeting, "R1005", "002:5").noting("每年至少一次"),
        codes(
            Key::ContactKinds,
            &["guidance", "talk", "care", "support"],
            "R1008",
            "002:8",
        ),
    ]
}

/// Core duties of the teacher. What the schools do stands in [`core_meetings`], which says who.
pub fn core_duties() -> Vec<DutyRule> {
    let shown = |indicator, is_on, duty| DutyRule {
        needs_evidence: true,
        indicator,
        is_on,
        ..duty
    };
    let off = |duty| DutyRule {
        is_on: false,
        ..duty
    };
    vec![
        shown(
            "H2.2",
            true,
            duty(
                "R510",
                "003:25",
                "mutual_listening",
                "互相听课",
                Cadence::Month,
                1,
            ),
        ),
        shown(
            "H2.2",
            false,
            duty(
                "R512",
                "003:93",
                "weekly_reflection",
                "每周反思",
                Cadence::Week,
                1,
            ),
        ),
        shown(
            "H2.2",
            false,
            duty(
                "R512",
                "003:93",
                "term_reflection_paper",
                "教学反思论文",
                Cadence::Term,
                1,
            ),
        ),
        off(duty(
            "R514",
            "003:97",
            "multimedia_lesson",
            "每节课使用多媒体",
            Cadence::Each,
            0,
        )),
        shown(
            "H4.1",
            true,
            duty(
                "R515",
                "003:329",
                "three_lessons",
                "开门课、推门课、出门课",
                Cadence::Term,
                3,
            ),
        ),
        off(duty(
            "R914",
            "001:117",
            "pupil_opinion",
            "征求学生意见",
            Cadence::Term,
            1,
        )),
    ]
}

/// Core meetings, and what two schools in a pair do again and again.
pub fn core_meetings() -> Vec<Meeting> {
    let mut meetings = vec![
        meeting("R526", "001:93", "教师交流会", Cadence::Week, "", "教师"),
        meeting(
            "R1003",
            "002:4",
            "行政例会研究交流工作",
            Cadence::Week,
            "",
            "学校班子成员",
        ),
        // 定期 in the source: once a term is this program's reading.
        meeting(
            "R1010",
            "002:5",
            "座谈会、业务学习会",
            Cadence::Term,
            "",
            "交流教师",
        ),
        meeting(
            "R516",
            "003:327",
            "教改、科研信息交流",
            Cadence::Month,
            "",
            "结对两校",
        ),
        meeting(
            "R517",
            "003:295",
            "协商结对工作",
            Cadence::Term,
            "",
            "两校负责人",
        ),
        meeting(
            "R518",
            "003:467",
            "结对经验交流会",
            Cadence::Year,
            "",
            "结对学校",
        ),
    ];
    // The source names three kinds of visit and no number; once a term each is this program's reading.
    for (name, who) in [
        ("领导互访", "两校领导"),
        ("教师互访", "两校教师"),
        ("学生互访", "两校学生"),
    ] {
        meetings.push(meeting("R538", "003:405", name, Cadence::Term, "", who));
    }
    meetings
}
