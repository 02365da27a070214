INSERT INTO appraisal_stage (appraisal_id, term, points)
VALUES (:id, :term, :points)
