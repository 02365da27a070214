DELETE FROM appraisal_goal WHERE appraisal_id = :id
