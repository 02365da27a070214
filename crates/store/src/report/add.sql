INSERT INTO report (
    id, assignment_id, record_id, about, year, form, number, revision, side, facts, facts_sha256, pdf, pdf_sha256,
    issued_on, log_seq, log_hash, printed, created_at, updated_at
) VALUES (
    :id, :assignment_id, :record_id, :about, :year, :form, :number, :revision, :side, :facts, :facts_sha256, :pdf,
    :pdf_sha256, :issued_on, :log_seq, :log_hash, 0, :at, :at
)
