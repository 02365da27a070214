UPDATE living_item
SET assignment_id = :assignment_id, living_kind = :living_kind, problem = :problem, owner = :owner,
    raised_on = :raised_on, due_on = :due_on, help = :help, closed_on = :closed_on, updated_at = :at
WHERE id = :id
