SELECT teacher_id, year, outcome, reason, ruled_on
FROM ruling JOIN teacher ON teacher.id = teacher_id
WHERE year = :year
ORDER BY teacher.pinyin_key, teacher.name, teacher_id
