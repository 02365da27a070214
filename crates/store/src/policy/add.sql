INSERT INTO policy (id, version, name, based_on, based_on_version, effective_from, created_at)
VALUES (:id, :version, :name, :based_on, :based_on_version, :effective_from, :at)
