INSERT INTO exemption (
    id, teacher_id, year, exemption_kind, applied_on, proof_kind, seen_on, checked_by, consent_document,
    consent_on, created_at, updated_at
) VALUES (
    :id, :teacher_id, :year, :exemption_kind, :applied_on, :proof_kind, :seen_on, :checked_by, :consent_document,
    :consent_on, :at, :at
)
