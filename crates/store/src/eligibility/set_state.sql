UPDATE eligibility_run SET state = :state, updated_at = :at WHERE id = :id
