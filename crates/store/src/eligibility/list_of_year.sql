SELECT id, year, policy, policy_name, ref_date, state, made_at
FROM eligibility_run
WHERE year = :year
ORDER BY made_at DESC, id DESC
