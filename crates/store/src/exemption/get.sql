SELECT id, teacher_id, year, exemption_kind, applied_on, proof_kind, seen_on, checked_by, consent_document,
    consent_on
FROM exemption
WHERE id = :id
