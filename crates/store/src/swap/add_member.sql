INSERT INTO swap_member (
    swap_id, place, assignment_id
) VALUES (
    :swap_id, :place, :assignment_id
)
