DELETE FROM assignment_goal WHERE assignment_id = :id
