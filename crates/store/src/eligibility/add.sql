INSERT INTO eligibility_run (
    id, year, policy, policy_name, ref_date, state, format, school_name, school_stage, school_profile, made_at,
    created_at, updated_at
) VALUES (
    :id, :year, :policy, :policy_name, :ref_date, :state, :format, :school_name, :school_stage, :school_profile,
    :made_at, :at, :at
)
