INSERT INTO appraisal (id, assignment_id, year, state, created_at, updated_at)
VALUES (:id, :assignment_id, :year, :state, :at, :at)
