UPDATE exemption
SET teacher_id = :teacher_id, year = :year, exemption_kind = :exemption_kind, applied_on = :applied_on,
    proof_kind = :proof_kind, seen_on = :seen_on, checked_by = :checked_by, consent_document = :consent_document,
    consent_on = :consent_on, updated_at = :at
WHERE id = :id
