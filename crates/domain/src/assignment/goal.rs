//! The work goals that both schools and the teacher agree before he goes (R607, F-04), and how far they have come.

use chrono::NaiveDate;

use crate::coded::coded;
use crate::exact::Exact;
use crate::refusal::Judgement;
use crate::school::Side;
use crate::text::closed_up;

/// One goal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goal {
    /// 目标.
    pub text: String,
    /// 衡量标准.
    pub measure: String,
    /// 目标值, such as `8节`.
    pub target: String,
    /// 权重, of 100 for all goals together.
    pub weight: u8,
    /// 完成时限.
    pub due_on: Option<NaiveDate>,
    /// 佐证材料: what will show it.
    pub evidence: String,
    /// 受援学校认定.
    pub host: Option<GoalVerdict>,
    /// 派出学校认定.
    pub sending: Option<GoalVerdict>,
}

/// What a school says of a goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GoalVerdict {
    /// 达成、部分达成、未达成.
    pub result: GoalResult,
    /// 完成度, in per cent.
    pub achieved: u8,
}

coded! {
    /// 认定结果.
    GoalResult {
        /// 达成
        Met = "met", "达成";
        /// 部分达成
        Partly = "partly", "部分达成";
        /// 未达成
        Missed = "missed", "未达成";
    }
}

/// Most goals of one posting.
const MOST_GOALS: usize = 12;
/// Most characters of 佐证材料: the annual form takes it over and has no more room.
const EVIDENCE: usize = 60;

impl Goal {
    /// The verdict of a side.
    pub fn verdict(&self, side: Side) -> Option<GoalVerdict> {
        match side {
            Side::Host => self.host,
            Side::Sending => self.sending,
        }
    }

    /// True when both schools have said how far it has come.
    pub fn is_judged(&self) -> bool {
        self.host.is_some() && self.sending.is_some()
    }

    /// 完成度: the mean where both schools have spoken, else what the one has said (E-2); nothing while nobody has.
    pub fn achieved(&self) -> Option<Exact> {
        let said: Vec<i64> = [self.host, self.sending]
            .into_iter()
            .flatten()
            .map(|verdict| i64::from(verdict.achieved))
            .collect();
        let count = i64::try_from(said.len()).ok().filter(|count| *count > 0)?;
        Some(Exact::ratio(said.iter().sum(), count))
    }

    /// True when it was not reached. The host school manages day by day, so its word goes first (R601); the sending
    /// school's holds while the host has said nothing.
    pub fn is_unmet(&self) -> bool {
        self.host
            .or(self.sending)
            .is_some_and(|verdict| verdict.result != GoalResult::Met)
    }

    /// True when the schools do not say the same, in the word or in the per cent.
    pub fn is_disputed(&self) -> bool {
        matches!((self.host, self.sending), (Some(host), Some(sending)) if host != sending)
    }

    /// True when what was agreed is the same, whatever the schools say of it.
    pub fn is_same_agreement(&self, other: &Self) -> bool {
        let bare = |goal: &Self| Self {
            host: None,
            sending: None,
            ..goal.clone()
        };
        bare(self) == bare(other)
    }
}

/// 目标达成率: what the schools found, weighed. Nothing while a goal is not judged at all.
pub fn achievement(goals: &[Goal]) -> Option<Exact> {
    let mut sum = Exact::zero();
    for goal in goals {
        sum = sum + goal.achieved()? * Exact::ratio(i64::from(goal.weight), 100);
    }
    (!goals.is_empty()).then_some(sum)
}

/// The numbers, from 1, of the goals that were not reached.
pub fn unmet(goals: &[Goal]) -> Vec<usize> {
    (1..)
        .zip(goals)
        .filter(|(_, goal)| goal.is_unmet())
        .map(|(number, _)| number)
        .collect()
}

/// Judges goals as they were typed and closes up their texts. That the weights make 100 is asked when they are agreed
/// and when they are signed: half a list is kept as a draft.
pub(super) fn judge(goals: &mut [Goal], judgement: &mut Judgement) {
    judgement.require(
        goals.len() <= MOST_GOALS,
        "GOAL-COUNT",
        "goals",
        "工作目标最多12项",
    );
    for (number, goal) in (1..).zip(goals) {
        let place = |field: &str| format!("goals.{number}.{field}");
        for (text, field, limit) in [
            (&mut goal.text, "text", 200),
            (&mut goal.measure, "measure", 200),
            (&mut goal.target, "target", 40),
            (&mut goal.evidence, "evidence", EVIDENCE),
        ] {
            *text = closed_up(text);
            if text.chars().count() > limit {
                judgement.refuse(
                    "GOAL-LENGTH",
                    &place(field),
                    format!("第{number}项目标的内容过长，最多{limit}个字"),
                );
            }
        }
        if goal.text.is_empty() {
            judgement.refuse(
                "GOAL-TEXT",
                &place("text"),
                format!("第{number}项目标没有内容"),
            );
        }
        if !(1..=100).contains(&goal.weight) {
            judgement.refuse(
                "GOAL-WEIGHT",
                &place("weight"),
                format!("第{number}项目标的权重应在1到100之间"),
            );
        }
        for (verdict, field) in [(goal.host, "host"), (goal.sending, "sending")] {
            let Some(verdict) = verdict else { continue };
            if verdict.achieved > 100 {
                judgement.refuse(
                    "GOAL-ACHIEVED",
                    &place(field),
                    format!("第{number}项目标的完成度应在0到100之间"),
                );
            }
            if (verdict.result == GoalResult::Met) != (verdict.achieved == 100) {
                judgement.refuse(
                    "GOAL-ACHIEVED",
                    &place(field),
                    format!("第{number}项目标：认定为达成的，完成度为100；没有达成的，应小于100"),
                );
            }
        }
    }
}

/// What stands against signing the goals.
pub(super) fn judge_agreement(
    goals: &[Goal],
    (start, end): (NaiveDate, NaiveDate),
    judgement: &mut Judgement,
) {
    judgement.require(
        !goals.is_empty(),
        "GOAL-NONE",
        "goals",
        "还没有工作目标，签订责任书前至少要有一项",
    );
    let sum: u32 = goals.iter().map(|goal| u32::from(goal.weight)).sum();
    if !goals.is_empty() && sum != 100 {
        judgement.refuse(
            "GOAL-SUM",
            "goals",
            format!("各项目标的权重合计为{sum}，应为100"),
        );
    }
    for (number, goal) in (1..).zip(goals) {
        if goal.measure.is_empty() {
            judgement.refuse(
                "GOAL-MEASURE",
                &format!("goals.{number}.measure"),
                format!("第{number}项目标没有写衡量标准"),
            );
        }
        if goal.due_on.is_some_and(|due| due < start || due > end) {
            judgement.refuse(
                "GOAL-DUE",
                &format!("goals.{number}.due_on"),
                format!("第{number}项目标的完成时限不在交流期限之内"),
            );
        }
    }
}
