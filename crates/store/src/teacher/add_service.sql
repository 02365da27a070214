INSERT INTO teacher_service (teacher_id, place, school, service_kind, from_on, to_on, is_rural)
VALUES (:teacher_id, :place, :school, :service_kind, :from_on, :to_on, :is_rural)
