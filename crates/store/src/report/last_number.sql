SELECT coalesce(max(CAST(substr(number, length(:prefix) + 1) AS INTEGER)), 0) FROM report WHERE substr(number, 1, length(:prefix)) = :prefix
