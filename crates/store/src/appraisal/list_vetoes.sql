SELECT code, fact, document FROM appraisal_veto WHERE appraisal_id = :id ORDER BY place
