SELECT count(*) FROM assignment WHERE teacher_id = :id
