INSERT INTO benefit (
    id, assignment_id, benefit_kind, from_on, to_on, due_fen, basis, paid_fen, paid_on, note, created_at,
    updated_at
) VALUES (
    :id, :assignment_id, :benefit_kind, :from_on, :to_on, :due_fen, :basis, :paid_fen, :paid_on, :note,
    :at, :at
)
