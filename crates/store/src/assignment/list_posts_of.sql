SELECT assignment_id, place, is_before, mode, post_mode, subject, classes, weekly_lessons, is_homeroom
FROM assignment_post
WHERE assignment_id = :id
ORDER BY assignment_id, place, is_before
