SELECT teacher_id, facts, age, tenure_years, outcome, track, is_ruled, reasons
FROM eligibility_result
WHERE run_id = :id
ORDER BY place
