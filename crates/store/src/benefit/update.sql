UPDATE benefit
SET assignment_id = :assignment_id, benefit_kind = :benefit_kind, from_on = :from_on, to_on = :to_on,
    due_fen = :due_fen, basis = :basis, paid_fen = :paid_fen, paid_on = :paid_on, note = :note, updated_at = :at
WHERE id = :id
