INSERT INTO school_seal (school_id, png, created_at, updated_at)
VALUES (:school_id, :png, :at, :at)
ON CONFLICT (school_id) DO UPDATE SET png = excluded.png, updated_at = excluded.updated_at
