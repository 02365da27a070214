SELECT year, policy_name, state FROM eligibility_run WHERE id = :id
