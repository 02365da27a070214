SELECT exemption.id, teacher_id, year, exemption_kind, applied_on, proof_kind, seen_on, checked_by,
    consent_document, consent_on
FROM exemption JOIN teacher ON teacher.id = teacher_id
WHERE year = :year
ORDER BY teacher.pinyin_key, teacher.name, teacher_id, applied_on, exemption.id
