INSERT INTO teacher_career (teacher_id, place, school, career_kind, from_on, to_on, is_rural)
VALUES (:teacher_id, :place, :school, :career_kind, :from_on, :to_on, :is_rural)
