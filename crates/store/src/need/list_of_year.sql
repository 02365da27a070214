SELECT need.id, host_school_id, year, term, subject, grade, heads, requirement, urgency, surveyed_on
FROM need JOIN school ON school.id = host_school_id
WHERE year = :year
ORDER BY school.name, host_school_id, term, subject, grade, need.id
