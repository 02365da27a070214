SELECT teacher_id, school, career_kind, from_on, to_on, is_rural FROM teacher_career
WHERE teacher_id = :id ORDER BY place
