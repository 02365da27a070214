SELECT candidate.id, teacher_id, year, channel, track, batch, strengths, conditions, applied_on, recommended_on,
    opinion, has_sending_consent, host_accepts, to_school_id, move_range, approval_document, approved_on, facts, run_id
FROM candidate JOIN teacher ON teacher.id = teacher_id
WHERE year = :year
ORDER BY teacher.pinyin_key, teacher.name, teacher_id
