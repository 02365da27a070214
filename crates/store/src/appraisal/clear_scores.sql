DELETE FROM appraisal_score WHERE appraisal_id = :id AND side = :side
