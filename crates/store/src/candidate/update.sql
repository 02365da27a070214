UPDATE candidate
SET teacher_id = :teacher_id, year = :year, channel = :channel, track = :track, batch = :batch,
    strengths = :strengths, conditions = :conditions, applied_on = :applied_on, recommended_on = :recommended_on,
    opinion = :opinion, has_sending_consent = :has_sending_consent, host_accepts = :host_accepts,
    to_school_id = :to_school_id, move_range = :move_range, approval_document = :approval_document,
    approved_on = :approved_on, facts = :facts, run_id = :run_id, updated_at = :at
WHERE id = :id
