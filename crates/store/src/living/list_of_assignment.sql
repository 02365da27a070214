SELECT id, assignment_id, living_kind, problem, owner, raised_on, due_on, help, closed_on
FROM living_item
WHERE assignment_id = :assignment_id
ORDER BY assignment_id, raised_on, id
