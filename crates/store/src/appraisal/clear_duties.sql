DELETE FROM appraisal_duty WHERE appraisal_id = :id
