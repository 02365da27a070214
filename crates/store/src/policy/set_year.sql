INSERT INTO year_policy (year, stamp, created_at, updated_at)
VALUES (:year, :stamp, :at, :at)
ON CONFLICT (year) DO UPDATE SET stamp = excluded.stamp, updated_at = excluded.updated_at
