DELETE FROM ruling WHERE teacher_id = :teacher_id AND year = :year
