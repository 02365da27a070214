SELECT id, assignment_id, record_id, about, year, form, number, revision, side, facts, facts_sha256,
    pdf_sha256, length(pdf) AS pdf_bytes, issued_on, log_seq, log_hash, printed
FROM report
WHERE id = :id
