SELECT seq, at, role, op, about, body, hash
FROM log
WHERE :before IS NULL OR seq < :before
ORDER BY seq DESC
LIMIT :limit
