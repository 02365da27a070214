SELECT id, assignment_id, benefit_kind, from_on, to_on, due_fen, basis, paid_fen, paid_on, note
FROM benefit
WHERE id = :id
