SELECT id, assignment_id, benefit_kind, from_on, to_on, due_fen, basis, paid_fen, paid_on, note
FROM benefit
ORDER BY assignment_id, from_on, benefit_kind, id
