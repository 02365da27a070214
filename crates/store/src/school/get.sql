SELECT id, name, short_name, stage, principal, is_mine, area, tier, quality, remoteness, establishment,
    on_establishment, full_load_lessons
FROM school
WHERE id = :id
