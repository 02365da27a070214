SELECT count(*) FROM benefit WHERE assignment_id = :id
