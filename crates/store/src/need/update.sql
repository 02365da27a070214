UPDATE need
SET host_school_id = :host_school_id, year = :year, term = :term, subject = :subject, grade = :grade,
    heads = :heads, requirement = :requirement, urgency = :urgency, surveyed_on = :surveyed_on, updated_at = :at
WHERE id = :id
