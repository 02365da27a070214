SELECT key, track, value FROM policy_edit
WHERE policy_id = :id AND version = :version ORDER BY place
