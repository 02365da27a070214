INSERT INTO living_item (
    id, assignment_id, living_kind, problem, owner, raised_on, due_on, help, closed_on, created_at, updated_at
) VALUES (
    :id, :assignment_id, :living_kind, :problem, :owner, :raised_on, :due_on, :help, :closed_on, :at, :at
)
