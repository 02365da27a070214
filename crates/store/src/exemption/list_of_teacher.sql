SELECT id, teacher_id, year, exemption_kind, applied_on, proof_kind, seen_on, checked_by, consent_document,
    consent_on
FROM exemption
WHERE teacher_id = :teacher_id
ORDER BY year, applied_on, id
