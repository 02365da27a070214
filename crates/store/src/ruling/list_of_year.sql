SELECT teacher_id, year, outcome, question, reason, ruled_on
FROM ruling JOIN teacher ON teacher.id = teacher_id
WHERE year = :year
ORDER BY teacher.pinyin_key, teacher.name, teacher_id
