UPDATE assignment
SET teacher_id = :teacher_id, sending_school_id = :sending_school_id, host_school_id = :host_school_id,
    mode = :mode, post_mode = :post_mode, subject = :subject, classes = :classes,
    weekly_lessons = :weekly_lessons, is_homeroom = :is_homeroom, start_on = :start_on,
    planned_end_on = :planned_end_on, actual_end_on = :actual_end_on, updated_at = :at
WHERE id = :id
