UPDATE school
SET name = :name, short_name = :short_name, stage = :stage, principal = :principal, is_mine = :is_mine,
    updated_at = :at
WHERE id = :id
