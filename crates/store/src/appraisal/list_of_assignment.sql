SELECT id, assignment_id, year, state, policy FROM appraisal
WHERE assignment_id = :assignment_id
ORDER BY year
