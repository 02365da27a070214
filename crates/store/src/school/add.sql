INSERT INTO school (
    id, name, short_name, stage, principal, is_mine, area, tier, quality, remoteness, establishment,
    on_establishment, full_load_lessons, created_at, updated_at
) VALUES (
    :id, :name, :short_name, :stage, :principal, :is_mine, :area, :tier, :quality, :remoteness, :establishment,
    :on_establishment, :full_load_lessons, :at, :at
)
