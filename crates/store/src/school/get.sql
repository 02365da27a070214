SELECT id, name, short_name, stage, principal, is_mine FROM school WHERE id = :id
