SELECT * FROM appraisal_host WHERE appraisal_id = :id
