//! P14 `qibao_meetings`: the meetings of a community school. It is no exchange between schools; its
//! cadences are what is of use here (H-23).

use super::row::{meeting, policy};
use crate::policy::duty::Cadence;
use crate::policy::{Meeting, Policy, PolicyKind};

/// The preset.
pub(super) fn preset() -> Policy {
    Policy {
        description: "社区学校的例会安排：学期、每月、每周五、每季度、开班前、每两个月。\
            只用作会议周期，不是校际交流。"
            .to_owned(),
        meetings: meetings(),
        ..policy(
            "P14",
            "qibao_meetings",
            "七宝社区学校学习交流制度（2005）",
            PolicyKind::Duties,
            "001:801-861",
        )
    }
}

fn meetings() -> Vec<Meeting> {
    [
        ("001:811", "分校校长学习交流", Cadence::Term, "", "分校校长"),
        (
            "001:814",
            "办学干部学习交流",
            Cadence::Month,
            "",
            "分校办学干部",
        ),
        (
            "001:821",
            "全体教师政治学习",
            Cadence::Week,
            "星期五下午",
            "全体教师",
        ),
        (
            "001:834",
            "与讲师团教师座谈",
            Cadence::Quarter,
            "",
            "讲师团教师",
        ),
        (
            "001:836",
            "开班前学习与研究",
            Cadence::Each,
            "开班前",
            "任课教师",
        ),
        (
            "001:841",
            "教学情况学习交流会",
            Cadence::Month,
            "",
            "教务主任、班主任、学科班长",
        ),
        (
            "001:846",
            "校通讯学习交流会",
            Cadence::TwoMonths,
            "",
            "通讯编写人员",
        ),
        (
            "001:853",
            "教研中心组学习交流会",
            Cadence::TwoMonths,
            "",
            "中心组成员",
        ),
    ]
    .into_iter()
    .map(|(place, name, cadence, when, who)| meeting("R527", place, name, cadence, when, who))
    .collect()
}
