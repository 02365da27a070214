SELECT id, assignment_id, year, state, policy FROM appraisal
WHERE year = :year ORDER BY id
