DELETE FROM candidate_wish WHERE candidate_id = :id
