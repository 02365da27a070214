SELECT teacher_id, year, outcome, reason, ruled_on FROM ruling WHERE teacher_id = :teacher_id AND year = :year
