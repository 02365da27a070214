INSERT OR REPLACE INTO appraisal_sending (appraisal_id, opinion, principal, grade, grade_reason)
VALUES (:appraisal_id, :opinion, :principal, :grade, :grade_reason)
