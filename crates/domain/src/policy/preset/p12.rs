//! P12 `study_exchange`: a school's study together: meetings, notes, results on file, attendance.

use super::row::{duty, meeting, policy, text, yes};
use crate::policy::duty::Cadence;
use crate::policy::{DutyRule, Key, Meeting, Policy, PolicyKind};

/// The preset.
pub(super) fn preset() -> Policy {
    Policy {
        description: "每月一次全体学习，每周一次教研组活动，春季学期成果交流；\
            每月一篇读书笔记，每学期不少于4篇；成果申报、登记、归档；缺勤记入考核奖。"
            .to_owned(),
        given: vec![
            text(
                Key::ActivityRequiredFields,
                "内容、主讲人、讨论题",
                "R540",
                "001:689",
            ),
            yes(Key::TripReportBack, "R525", "001:705").noting("向组内教师传达"),
            yes(Key::AchievementArchive, "R1201", "001:719"),
            yes(Key::AttendanceFeedsAward, "R529", "001:725"),
        ],
        duties: duties(),
        meetings: meetings(),
        ..policy(
            "P12",
            "study_exchange",
            "教师学习交流制度",
            PolicyKind::Duties,
            "001:679-725",
        )
    }
}

/// Every month and four a term are both checked: a term has five months (H-20).
fn duties() -> Vec<DutyRule> {
    [
        (
            "reading_note",
            "每月读书笔记、随笔或反思",
            Cadence::Month,
            1,
        ),
        (
            "reading_note_term",
            "全学期读书笔记、随笔或反思",
            Cadence::Term,
            4,
        ),
    ]
    .into_iter()
    .map(|(code, name, cadence, min_count)| DutyRule {
        needs_evidence: true,
        indicator: "H2.2",
        ..duty("R521", "001:711", code, name, cadence, min_count)
    })
    .collect()
}

fn meetings() -> Vec<Meeting> {
    vec![
        meeting(
            "R522",
            "001:683",
            "全体教师学习",
            Cadence::Month,
            "星期一下午",
            "全体教师",
        ),
        meeting(
            "R523",
            "001:687",
            "教研组（备课组）活动",
            Cadence::Week,
            "",
            "教研组教师",
        ),
        meeting(
            "R524",
            "001:695",
            "教科研总结表彰与成果交流",
            Cadence::Year,
            "春季学期",
            "全体教师",
        ),
    ]
}
