INSERT INTO appraisal (id, assignment_id, year, state, policy, created_at, updated_at)
VALUES (:id, :assignment_id, :year, :state, :policy, :at, :at)
