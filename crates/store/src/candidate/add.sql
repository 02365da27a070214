INSERT INTO candidate (
    id, teacher_id, year, channel, track, batch, strengths, conditions, applied_on, recommended_on, opinion,
    has_sending_consent, host_accepts, to_school_id, move_range, approval_document, approved_on, facts, run_id, created_at,
    updated_at
) VALUES (
    :id, :teacher_id, :year, :channel, :track, :batch, :strengths, :conditions, :applied_on, :recommended_on,
    :opinion, :has_sending_consent, :host_accepts, :to_school_id, :move_range, :approval_document, :approved_on,
    :facts, :run_id, :at, :at
)
