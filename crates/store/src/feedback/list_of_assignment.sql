SELECT id, assignment_id, kind, given_on, given_by, satisfaction_1, satisfaction_2, satisfaction_3, satisfaction_4,
    satisfaction_5, satisfaction_6, contributions, changes, requests, recommendation
FROM feedback
WHERE assignment_id = :assignment_id
ORDER BY given_on, id
