SELECT term, points FROM appraisal_stage WHERE appraisal_id = :id ORDER BY term
