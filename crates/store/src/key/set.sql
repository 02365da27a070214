INSERT INTO school_key (school_id, pem, certificate, created_at, updated_at)
VALUES (:school_id, :pem, :certificate, :at, :at)
ON CONFLICT (school_id) DO UPDATE
SET pem = excluded.pem, certificate = excluded.certificate, updated_at = excluded.updated_at
