INSERT INTO appraisal_veto (appraisal_id, place, code, fact, document)
VALUES (:id, :place, :code, :fact, :document)
