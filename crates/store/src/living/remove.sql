DELETE FROM living_item WHERE id = :id
