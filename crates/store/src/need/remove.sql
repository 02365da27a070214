DELETE FROM need WHERE id = :id
