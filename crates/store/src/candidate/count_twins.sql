SELECT count(*) FROM candidate WHERE teacher_id = :teacher_id AND year = :year AND id <> :id
