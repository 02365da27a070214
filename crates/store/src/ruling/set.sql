INSERT INTO ruling (teacher_id, year, outcome, question, reason, ruled_on, created_at, updated_at)
VALUES (:teacher_id, :year, :outcome, :question, :reason, :ruled_on, :at, :at)
ON CONFLICT (teacher_id, year) DO UPDATE SET
    outcome = excluded.outcome, question = excluded.question, reason = excluded.reason, ruled_on = excluded.ruled_on,
    updated_at = excluded.updated_at
