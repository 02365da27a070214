SELECT teacher_id, year, outcome, question, reason, ruled_on FROM ruling WHERE teacher_id = :teacher_id ORDER BY year
