SELECT count(*) FROM report WHERE assignment_id = :id
