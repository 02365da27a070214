SELECT id, name, short_name, stage, principal, is_mine FROM school ORDER BY is_mine DESC, name, id
