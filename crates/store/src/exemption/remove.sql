DELETE FROM exemption WHERE id = :id
