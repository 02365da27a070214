UPDATE appraisal SET state = :state, policy = :policy, updated_at = :at
WHERE id = :id AND assignment_id = :assignment_id AND year = :year
