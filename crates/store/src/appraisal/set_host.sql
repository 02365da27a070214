INSERT OR REPLACE INTO appraisal_host (
    appraisal_id, is_exam_applicable, missing_stage_reason, strengths, weaknesses, advice, proposed_grade,
    members, principal, self_report, self_report_on, days_due, days_present, days_sick, days_personal, days_unexcused
) VALUES (
    :appraisal_id, :is_exam_applicable, :missing_stage_reason, :strengths, :weaknesses, :advice, :proposed_grade,
    :members, :principal, :self_report, :self_report_on, :days_due, :days_present, :days_sick, :days_personal,
    :days_unexcused
)
