SELECT id, swap_kind, released, study, study_from, study_to, college, interns
FROM swap
WHERE id = :id
