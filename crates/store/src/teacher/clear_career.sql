DELETE FROM teacher_career WHERE teacher_id = :id
