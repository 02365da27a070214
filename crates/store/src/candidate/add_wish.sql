INSERT INTO candidate_wish (candidate_id, place, school_id) VALUES (:candidate_id, :place, :school_id)
