DELETE FROM appraisal_veto WHERE appraisal_id = :id
