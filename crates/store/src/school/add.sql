INSERT INTO school (id, name, short_name, stage, principal, is_mine, created_at, updated_at)
VALUES (:id, :name, :short_name, :stage, :principal, :is_mine, :at, :at)
