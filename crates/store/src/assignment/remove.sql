DELETE FROM assignment WHERE id = :id
