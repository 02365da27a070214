INSERT INTO policy_edit (policy_id, version, place, key, track, value)
VALUES (:policy_id, :version, :place, :key, :track, :value)
