SELECT candidate_id, school_id
FROM candidate_wish JOIN candidate ON candidate.id = candidate_id
WHERE year = :year
ORDER BY candidate_id, place
