INSERT INTO assignment_post (
    assignment_id, place, is_before, mode, post_mode, subject, classes, weekly_lessons, is_homeroom
) VALUES (
    :assignment_id, :place, :is_before, :mode, :post_mode, :subject, :classes, :weekly_lessons, :is_homeroom
)
