INSERT INTO calendar (
    year, autumn_monday, autumn_weeks, autumn_proposed, spring_monday, spring_weeks, spring_proposed, created_at,
    updated_at
) VALUES (
    :year, :autumn_monday, :autumn_weeks, :autumn_proposed, :spring_monday, :spring_weeks, :spring_proposed, :at,
    :at
)
ON CONFLICT (year) DO UPDATE SET
    autumn_monday = excluded.autumn_monday, autumn_weeks = excluded.autumn_weeks,
    autumn_proposed = excluded.autumn_proposed, spring_monday = excluded.spring_monday,
    spring_weeks = excluded.spring_weeks, spring_proposed = excluded.spring_proposed,
    updated_at = excluded.updated_at
