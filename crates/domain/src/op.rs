//! Everything that a user can do to the records. Each change goes into the log under one of these names.

use crate::coded::coded;

coded! {
    /// One thing a user can do.
    Op {
        /// Makes the file of records.
        CreateLedger = "create_ledger", "建立台账";
        /// Adds a school.
        AddSchool = "add_school", "登记学校";
        /// Corrects a school.
        UpdateSchool = "update_school", "更正学校";
        /// Sets the school year that is worked on.
        SetYear = "set_year", "选择学年";
        /// Imports a roster.
        ImportRoster = "import_roster", "导入名册";
        /// Adds a teacher.
        AddTeacher = "add_teacher", "登记教师";
        /// Corrects a teacher.
        UpdateTeacher = "update_teacher", "更正教师";
        /// Deletes teachers that nothing refers to.
        RemoveTeacher = "remove_teacher", "删除教师";
        /// Saves a version of the school's own policy.
        SavePolicy = "save_policy", "修改交流制度";
        /// Puts a policy in force for a school year.
        AdoptPolicy = "adopt_policy", "选定现用制度";
        /// Sets the calendar of a school year.
        SaveCalendar = "save_calendar", "设置校历";
        /// Moves a deadline or marks it done.
        MarkDeadline = "mark_deadline", "标记时限";
        /// Adds a need of a host school.
        AddNeed = "add_need", "登记受援学校需求";
        /// Corrects a need.
        UpdateNeed = "update_need", "更正受援学校需求";
        /// Deletes needs.
        RemoveNeed = "remove_need", "删除受援学校需求";
        /// Adds an exemption.
        AddExemption = "add_exemption", "登记暂不列入";
        /// Corrects an exemption.
        UpdateExemption = "update_exemption", "更正暂不列入";
        /// Deletes exemptions.
        RemoveExemption = "remove_exemption", "删除暂不列入";
        /// Takes last year's exemptions into this year, to be proven anew.
        RenewExemption = "renew_exemption", "沿用上学年暂不列入";
        /// Decides by hand what the rules cannot.
        SetRuling = "set_ruling", "人工判定";
        /// Takes such a decision back.
        RemoveRuling = "remove_ruling", "撤销人工判定";
        /// Freezes an eligibility run.
        FreezeEligibility = "freeze_eligibility", "冻结资格判定";
        /// Marks a frozen run as reported.
        ReportEligibility = "report_eligibility", "资格判定已上报";
        /// Adds a candidate.
        AddCandidate = "add_candidate", "登记候选人";
        /// Corrects a candidate, recommends or approves him.
        UpdateCandidate = "update_candidate", "更正候选人";
        /// Deletes candidates.
        RemoveCandidate = "remove_candidate", "删除候选人";
        /// Keeps rows that were pasted from a spreadsheet.
        PasteRows = "paste_rows", "从表格粘贴";
        /// Adds an assignment.
        AddAssignment = "add_assignment", "登记交流安排";
        /// Corrects an assignment.
        UpdateAssignment = "update_assignment", "更正交流安排";
        /// Deletes an assignment that nothing refers to.
        RemoveAssignment = "remove_assignment", "删除交流安排";
        /// Makes postings of approved candidates.
        SendApproved = "send_approved", "由批准名单生成交流安排";
        /// Agrees the goals, or says how far they have come.
        SetGoals = "set_goals", "填写工作目标";
        /// Takes a step of a posting: approval, signatures, arrival, change, end.
        TakeStep = "take_step", "登记交流进程";
        /// Takes the last step back.
        TakeBackStep = "take_back_step", "撤销上一步";
        /// Adds a living condition to be settled.
        AddLiving = "add_living", "登记生活保障";
        /// Corrects it or closes it.
        UpdateLiving = "update_living", "办理生活保障";
        /// Deletes it.
        RemoveLiving = "remove_living", "删除生活保障";
        /// Links postings, or corrects the link.
        SaveSwap = "save_swap", "登记互派或置换";
        /// Unlinks them.
        RemoveSwap = "remove_swap", "删除互派或置换";
        /// Adds benefits.
        AddBenefit = "add_benefit", "登记待遇";
        /// Corrects a benefit or notes a payment.
        UpdateBenefit = "update_benefit", "更正待遇";
        /// Deletes benefits.
        RemoveBenefit = "remove_benefit", "删除待遇";
        /// Saves the host's part of an appraisal.
        ScoreHost = "score_host", "受援学校评分";
        /// Saves the sending school's part.
        ScoreSending = "score_sending", "派出学校复评";
        /// Records feedback.
        AddFeedback = "add_feedback", "登记反馈";
        /// Corrects feedback, replies to its items or closes them.
        UpdateFeedback = "update_feedback", "处理反馈";
        /// Deletes feedback.
        RemoveFeedback = "remove_feedback", "删除反馈";
        /// Makes a school's signing key.
        CreateKey = "create_key", "建立签章密钥";
        /// Sets the picture of a school's seal.
        SetSeal = "set_seal", "设置印章图样";
        /// Draws a formal report.
        MakeReport = "make_report", "生成报告";
        /// Signs a report for the host school.
        SignHost = "sign_host", "受援学校签章";
        /// Signs a report for the sending school.
        SignSending = "sign_sending", "派出学校签章";
        /// Prints an archived report.
        PrintReport = "print_report", "打印报告";
    }
}
