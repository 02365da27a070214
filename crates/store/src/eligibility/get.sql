SELECT id, year, policy, policy_name, ref_date, state, format, school_name, school_stage, school_profile, made_at
FROM eligibility_run
WHERE id = :id
