SELECT code, points, evidence FROM appraisal_score WHERE appraisal_id = :id AND side = :side
