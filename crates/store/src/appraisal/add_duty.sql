INSERT INTO appraisal_duty (appraisal_id, name, done, required)
VALUES (:id, :name, :done, :required)
