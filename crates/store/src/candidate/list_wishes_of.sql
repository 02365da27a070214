SELECT candidate_id, school_id FROM candidate_wish WHERE candidate_id = :id ORDER BY place
