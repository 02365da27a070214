SELECT assignment.id, teacher_id, sending_school_id, host_school_id, mode, post_mode, assignment.subject,
    classes, assignment.weekly_lessons, is_homeroom, start_on, planned_end_on, actual_end_on, track, credit,
    is_post_kept, is_pay_unchanged, is_contract_unchanged, lodging, commute_minutes, distance_km
FROM assignment JOIN teacher ON teacher.id = teacher_id
WHERE start_on <= :last_day AND coalesce(actual_end_on, planned_end_on) >= :first_day
ORDER BY teacher.pinyin_key, teacher.name, teacher_id, start_on, assignment.id
