INSERT INTO appraisal_goal (appraisal_id, place, text, weight, achieved, evidence)
VALUES (:id, :place, :text, :weight, :achieved, :evidence)
