UPDATE school
SET name = :name, short_name = :short_name, stage = :stage, principal = :principal, is_mine = :is_mine,
    area = :area, tier = :tier, quality = :quality, remoteness = :remoteness, establishment = :establishment,
    on_establishment = :on_establishment, full_load_lessons = :full_load_lessons, updated_at = :at
WHERE id = :id
