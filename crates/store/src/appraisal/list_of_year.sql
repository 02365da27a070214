SELECT id, assignment_id, year, state FROM appraisal
WHERE year = :year ORDER BY id
