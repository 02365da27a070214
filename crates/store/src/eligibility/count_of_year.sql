SELECT run_id, outcome, count(*) AS heads
FROM eligibility_result JOIN eligibility_run ON eligibility_run.id = run_id
WHERE year = :year
GROUP BY run_id, outcome
