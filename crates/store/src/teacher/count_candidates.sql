SELECT count(*) FROM candidate WHERE teacher_id = :id
