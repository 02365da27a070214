SELECT count(*) FROM feedback WHERE assignment_id = :id
