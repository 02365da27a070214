INSERT INTO setting (name, value, created_at, updated_at)
VALUES (:name, :value, :at, :at)
ON CONFLICT (name) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at
