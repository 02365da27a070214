INSERT INTO swap (
    id, swap_kind, released, study, study_from, study_to, college, interns, created_at, updated_at
) VALUES (
    :id, :swap_kind, :released, :study, :study_from, :study_to, :college, :interns, :at, :at
)
