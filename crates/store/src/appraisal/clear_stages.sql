DELETE FROM appraisal_stage WHERE appraisal_id = :id
