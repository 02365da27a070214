INSERT INTO eligibility_result (
    run_id, place, teacher_id, facts, age, tenure_years, outcome, track, is_ruled, reasons
) VALUES (
    :run_id, :place, :teacher_id, :facts, :age, :tenure_years, :outcome, :track, :is_ruled, :reasons
)
