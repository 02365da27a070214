INSERT INTO appraisal_score (appraisal_id, side, code, points, evidence)
VALUES (:id, :side, :code, :points, :evidence)
