UPDATE feedback
SET assignment_id = :assignment_id, kind = :kind, given_on = :given_on, given_by = :given_by,
    satisfaction_1 = :satisfaction_1, satisfaction_2 = :satisfaction_2, satisfaction_3 = :satisfaction_3,
    satisfaction_4 = :satisfaction_4, satisfaction_5 = :satisfaction_5, satisfaction_6 = :satisfaction_6,
    contributions = :contributions, changes = :changes, requests = :requests, recommendation = :recommendation,
    updated_at = :at
WHERE id = :id
