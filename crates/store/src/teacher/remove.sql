DELETE FROM teacher WHERE id = :id
