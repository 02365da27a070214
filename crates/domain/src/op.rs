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
        /// Adds an assignment.
        AddAssignment = "add_assignment", "登记交流安排";
        /// Corrects an assignment.
        UpdateAssignment = "update_assignment", "更正交流安排";
        /// Deletes an assignment that nothing refers to.
        RemoveAssignment = "remove_assignment", "删除交流安排";
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
