INSERT INTO appraisal_tally (appraisal_id, place, source, score, invited, returned)
VALUES (:id, :place, :source, :score, :invited, :returned)
