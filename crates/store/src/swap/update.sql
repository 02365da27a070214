UPDATE swap
SET swap_kind = :swap_kind, released = :released, study = :study, study_from = :study_from,
    study_to = :study_to, college = :college, interns = :interns, updated_at = :at
WHERE id = :id
