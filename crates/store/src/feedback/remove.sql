DELETE FROM feedback WHERE id = :id
