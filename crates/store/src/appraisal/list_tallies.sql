SELECT source, score, invited, returned FROM appraisal_tally WHERE appraisal_id = :id ORDER BY place
