SELECT count(*) FROM swap_member WHERE assignment_id = :id
