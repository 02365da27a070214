SELECT count(*) FROM appraisal WHERE assignment_id = :id
