SELECT swap_id, assignment_id
FROM swap_member
ORDER BY swap_id, place
