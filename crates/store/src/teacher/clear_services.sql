DELETE FROM teacher_service WHERE teacher_id = :id
