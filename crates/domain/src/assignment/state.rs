//! How far a posting has come, and what can happen to it next (D-3).

use crate::coded::coded;

coded! {
    /// How far a posting has come.
    State {
        /// 拟派
        Draft = "draft", "拟派";
        /// 已申报
        Submitted = "submitted", "已申报";
        /// 退回
        Returned = "returned", "退回";
        /// 已批准
        Approved = "approved", "已批准";
        /// 责任书已签
        GoalsSigned = "goals_signed", "责任书已签";
        /// 在岗
        Active = "active", "在岗";
        /// 中止 (产假、病假、援派)
        Suspended = "suspended", "中止";
        /// 期满考核
        TermEnd = "term_end", "期满考核";
        /// 延期
        Extended = "extended", "延期";
        /// 期满返校
        Completed = "completed", "期满返校";
        /// 提前终止
        Terminated = "terminated", "提前终止";
        /// 无效 (R605)
        Voided = "voided", "无效";
        /// 无故不参加 (R606)
        Refused = "refused", "无故不参加";
        /// 归档
        Archived = "archived", "归档";
    }
}

coded! {
    /// What can happen to a posting.
    Event {
        /// 申报
        Submit = "submit", "申报";
        /// 批准
        Approve = "approve", "批准";
        /// 退回
        SendBack = "send_back", "退回";
        /// 签订责任书
        SignGoals = "sign_goals", "签订责任书";
        /// 到岗
        Arrive = "arrive", "到岗";
        /// 补登在岗: he was there before this program came, or before anybody wrote it down
        Backfill = "backfill", "补登在岗";
        /// 调整岗位
        ChangePost = "change_post", "调整岗位";
        /// 中止
        Suspend = "suspend", "中止";
        /// 恢复
        Resume = "resume", "恢复";
        /// 期满考核
        ReachEnd = "reach_end", "期满考核";
        /// 延期 (R312)
        Extend = "extend", "延期";
        /// 续任
        GoOn = "go_on", "续任";
        /// 期满返校
        Complete = "complete", "期满返校";
        /// 提前终止
        EndEarly = "end_early", "提前终止";
        /// 召回, by the sending school
        Recall = "recall", "召回";
        /// 无故不参加 (R606)
        RefuseToGo = "refuse_to_go", "无故不参加";
        /// 学年无效 (R605, H-14)
        VoidYear = "void_year", "学年无效";
        /// 全程无效 (R605, H-14)
        VoidWhole = "void_whole", "全程无效";
        /// 归档
        Archive = "archive", "归档";
    }
}

impl State {
    /// Where an event leads; nothing when it cannot happen here.
    pub fn after(self, event: Event) -> Option<Self> {
        Some(match (self, event) {
            (Self::Draft | Self::Returned, Event::Submit) => Self::Submitted,
            (Self::Draft, Event::Backfill)
            | (Self::GoalsSigned, Event::Arrive)
            | (Self::Active, Event::ChangePost)
            | (Self::Suspended, Event::Resume)
            | (Self::Extended, Event::GoOn) => Self::Active,
            (Self::Submitted, Event::SendBack) => Self::Returned,
            (Self::Submitted, Event::Approve) => Self::Approved,
            (Self::Approved, Event::SignGoals) => Self::GoalsSigned,
            (Self::Approved | Self::GoalsSigned, Event::RefuseToGo) => Self::Refused,
            (Self::Active, Event::Suspend) => Self::Suspended,
            (Self::Active, Event::ReachEnd) => Self::TermEnd,
            (Self::Active | Self::Suspended, Event::EndEarly | Event::Recall) => Self::Terminated,
            (Self::TermEnd, Event::Extend) => Self::Extended,
            (Self::TermEnd, Event::Complete) => Self::Completed,
            (Self::Completed | Self::Terminated, Event::VoidWhole) => Self::Voided,
            (Self::Completed, Event::Archive) => Self::Archived,
            (
                Self::Active
                | Self::Suspended
                | Self::TermEnd
                | Self::Extended
                | Self::Completed
                | Self::Terminated,
                Event::VoidYear,
            ) => self,
            _ => return None,
        })
    }

    /// What can happen here, in the order in which people list it.
    pub fn events(self) -> Vec<Event> {
        let can = |event: &Event| self.after(*event).is_some();
        Event::ALL.iter().copied().filter(can).collect()
    }

    /// True once he has come to the host school: from then on there is service to count and a year to appraise.
    pub fn has_arrived(self) -> bool {
        matches!(
            self,
            Self::Active
                | Self::Suspended
                | Self::TermEnd
                | Self::Extended
                | Self::Completed
                | Self::Terminated
                | Self::Voided
                | Self::Archived
        )
    }

    /// True while he is due to be at the host school.
    pub fn is_under_way(self) -> bool {
        matches!(
            self,
            Self::Active | Self::Suspended | Self::TermEnd | Self::Extended
        )
    }

    /// True when the approval stands: who goes where, and for how long, is no longer only typed.
    pub fn is_approved(self) -> bool {
        matches!(self, Self::Approved | Self::GoalsSigned | Self::Refused) || self.has_arrived()
    }

    /// True when the posting takes no time of the teacher: it was sent back, or he never went.
    pub fn takes_no_time(self) -> bool {
        matches!(self, Self::Returned | Self::Refused)
    }

    /// True while the goals may be agreed: nobody has signed them.
    pub fn may_agree_goals(self) -> bool {
        matches!(
            self,
            Self::Draft | Self::Returned | Self::Submitted | Self::Approved
        )
    }

    /// True while the schools may say how far the goals have come.
    pub fn may_judge_goals(self) -> bool {
        self.is_under_way()
    }
}

impl Event {
    /// True when it must be said why.
    pub fn needs_reason(self) -> bool {
        matches!(
            self,
            Self::SendBack
                | Self::Backfill
                | Self::ChangePost
                | Self::Suspend
                | Self::Extend
                | Self::EndEarly
                | Self::Recall
                | Self::RefuseToGo
                | Self::VoidYear
                | Self::VoidWhole
        )
    }

    /// True when somebody must have approved it, with a paper.
    pub fn needs_approval(self) -> bool {
        matches!(
            self,
            Self::Approve
                | Self::Backfill
                | Self::ChangePost
                | Self::Suspend
                | Self::Extend
                | Self::EndEarly
                | Self::Recall
        )
    }

    /// True for what happens while he is at the host school, and so not before the posting begins.
    pub fn is_after_start(self) -> bool {
        !matches!(
            self,
            Self::Submit
                | Self::SendBack
                | Self::Approve
                | Self::SignGoals
                | Self::Arrive
                | Self::Backfill
        )
    }

    /// True for a change of what was approved (D-1: AssignmentChange).
    pub fn is_change(self) -> bool {
        matches!(
            self,
            Self::ChangePost
                | Self::Suspend
                | Self::Resume
                | Self::Extend
                | Self::GoOn
                | Self::EndEarly
                | Self::Recall
        )
    }

    /// True for a change that does not end the posting.
    pub fn is_change_alone(self) -> bool {
        self.is_change() && !self.is_end()
    }

    /// True for an end of the posting.
    pub fn is_end(self) -> bool {
        matches!(
            self,
            Self::Complete | Self::EndEarly | Self::Recall | Self::RefuseToGo
        )
    }
}
