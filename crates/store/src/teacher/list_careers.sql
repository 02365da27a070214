SELECT teacher_id, school, career_kind, from_on, to_on, is_rural FROM teacher_career
ORDER BY teacher_id, place
