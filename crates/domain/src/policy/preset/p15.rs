//! P15 `five_evaluations`: five evaluations of a teacher by teaching week, with trained raters and a follow-up
//! file (A-43, E-16, E-17).

use super::row::{duty, meeting, ours, policy, yes};
use crate::policy::duty::Cadence;
use crate::policy::{DutyRule, Key, PlannedSurvey, Policy, PolicyKind, Value};
use crate::year::Term;

/// Days before a pupils' survey by which the pupils are trained (R910).
const PUPILS_LEAD_DAYS: u32 = 7;

/// The preset.
pub(super) fn preset() -> Policy {
    Policy {
        description:
            "全年五项考评：课堂专业能力（学标准、培训、听课、评课、写反思后由教研组长定级）、\
            教学清晰性、学生满意度、教师自评、互评及年级组评价。\
            评价者先培训，结果核实信度后反馈；问题突出的写反思，跟踪评价。"
                .to_owned(),
        given: vec![
            yes(Key::TeacherEFile, "R1202", "004:80"),
            yes(Key::ClarityParentAssisted, "R908", "004:94")
                .noting("限小学；只录入统计数，不联网投票"),
            yes(Key::ClarityBySubject, "R909", "004:94"),
            yes(Key::CredibilityCheck, "R911", "004:102"),
            yes(Key::ReflectionRequired, "R912", "004:102"),
            ours(Key::FollowUpThreshold, Value::Whole(75), "R912").noting("原文没有分数线"),
        ],
        // Only for a teacher of a laboratory: a school that sends one switches it on.
        duties: vec![DutyRule {
            is_on: false,
            ..duty(
                "R536",
                "004:116",
                "lab_open_rate",
                "实验开出率（实验教师）",
                Cadence::Term,
                0,
            )
        }],
        meetings: vec![meeting(
            "R910",
            "004:100",
            "评价者培训",
            Cadence::Term,
            "每学期1至2次",
            "教研组长和全体教师",
        )],
        surveys: surveys(),
        ..policy(
            "P15",
            "five_evaluations",
            "附校 5次考评",
            PolicyKind::Surveys,
            "004:72-122",
        )
    }
}

fn surveys() -> Vec<PlannedSurvey> {
    let both_terms = |rule, name, weeks, raters, instrument| PlannedSurvey {
        rule,
        place: "004:96",
        name,
        weeks,
        term: None,
        raters,
        instrument,
        training_lead_days: 0,
    };
    vec![
        both_terms(
            "R902",
            "教师课堂专业能力考评",
            (1, 13),
            "教研组长",
            "教师课堂教学能力评价量化表",
        ),
        // Once a year, as a rule in spring.
        PlannedSurvey {
            term: Some(Term::Spring),
            training_lead_days: PUPILS_LEAD_DAYS,
            ..both_terms(
                "R903",
                "课堂教学清晰性考评",
                (4, 5),
                "学生",
                "教师教学清晰性调查表",
            )
        },
        PlannedSurvey {
            training_lead_days: PUPILS_LEAD_DAYS,
            ..both_terms(
                "R904",
                "学生对教师满意度调查",
                (13, 13),
                "学生",
                "学生对教师满意度调查表",
            )
        },
        both_terms(
            "R905",
            "教师自评",
            (14, 14),
            "教师本人",
            "学期中期教师自评量化表",
        ),
        both_terms(
            "R906",
            "教师互评及年级组评价",
            (18, 19),
            "同行、年级组",
            "学期末教师互评及年级组评价表",
        ),
    ]
}
