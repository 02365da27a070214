SELECT swap_id, assignment_id
FROM swap_member
WHERE swap_id = :id
ORDER BY swap_id, place
