DELETE FROM assignment_step WHERE assignment_id = :id
