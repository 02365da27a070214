DELETE FROM candidate WHERE id = :id
