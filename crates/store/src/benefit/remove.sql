DELETE FROM benefit WHERE id = :id
