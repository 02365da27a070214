INSERT INTO need (
    id, host_school_id, year, term, subject, grade, heads, requirement, urgency, surveyed_on, created_at, updated_at
) VALUES (
    :id, :host_school_id, :year, :term, :subject, :grade, :heads, :requirement, :urgency, :surveyed_on, :at, :at
)
