INSERT INTO feedback (
    id, assignment_id, kind, given_on, given_by, satisfaction_1, satisfaction_2, satisfaction_3, satisfaction_4,
    satisfaction_5, satisfaction_6, contributions, changes, requests, recommendation, created_at, updated_at
) VALUES (
    :id, :assignment_id, :kind, :given_on, :given_by, :satisfaction_1, :satisfaction_2, :satisfaction_3,
    :satisfaction_4, :satisfaction_5, :satisfaction_6, :contributions, :changes, :requests, :recommendation,
    :at, :at
)
