SELECT name, done, required FROM appraisal_duty WHERE appraisal_id = :id ORDER BY name
