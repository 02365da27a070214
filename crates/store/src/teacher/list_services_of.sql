SELECT teacher_id, school, service_kind, from_on, to_on, is_rural FROM teacher_service
WHERE teacher_id = :id ORDER BY place
