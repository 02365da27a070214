UPDATE assignment
SET teacher_id = :teacher_id, sending_school_id = :sending_school_id, host_school_id = :host_school_id,
    mode = :mode, post_mode = :post_mode, subject = :subject, classes = :classes,
    weekly_lessons = :weekly_lessons, is_homeroom = :is_homeroom, start_on = :start_on,
    planned_end_on = :planned_end_on, actual_end_on = :actual_end_on, track = :track, credit = :credit,
    is_post_kept = :is_post_kept, is_pay_unchanged = :is_pay_unchanged,
    is_contract_unchanged = :is_contract_unchanged, lodging = :lodging, commute_minutes = :commute_minutes,
    distance_km = :distance_km, updated_at = :at
WHERE id = :id
