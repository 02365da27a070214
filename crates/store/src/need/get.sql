SELECT id, host_school_id, year, term, subject, grade, heads, requirement, urgency, surveyed_on
FROM need
WHERE id = :id
