DELETE FROM swap WHERE id = :id
