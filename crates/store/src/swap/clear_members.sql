DELETE FROM swap_member WHERE swap_id = :id
