INSERT INTO assignment (
    id, teacher_id, sending_school_id, host_school_id, mode, post_mode, subject, classes, weekly_lessons,
    is_homeroom, start_on, planned_end_on, actual_end_on, track, credit, is_post_kept, is_pay_unchanged,
    is_contract_unchanged, lodging, commute_minutes, distance_km, created_at, updated_at
) VALUES (
    :id, :teacher_id, :sending_school_id, :host_school_id, :mode, :post_mode, :subject, :classes, :weekly_lessons,
    :is_homeroom, :start_on, :planned_end_on, :actual_end_on, :track, :credit, :is_post_kept, :is_pay_unchanged,
    :is_contract_unchanged, :lodging, :commute_minutes, :distance_km, :at, :at
)
