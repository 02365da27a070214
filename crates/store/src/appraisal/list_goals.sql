SELECT text, weight, achieved, evidence FROM appraisal_goal WHERE appraisal_id = :id ORDER BY place
