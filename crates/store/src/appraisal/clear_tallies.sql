DELETE FROM appraisal_tally WHERE appraisal_id = :id
