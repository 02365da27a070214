SELECT id, assignment_id, living_kind, problem, owner, raised_on, due_on, help, closed_on
FROM living_item
WHERE id = :id
