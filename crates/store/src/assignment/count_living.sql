SELECT count(*) FROM living_item WHERE assignment_id = :id
