SELECT * FROM appraisal_sending WHERE appraisal_id = :id
