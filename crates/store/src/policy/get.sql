SELECT id, version, name, based_on, based_on_version, effective_from FROM policy
WHERE id = :id AND version = coalesce(:version, (SELECT max(version) FROM policy WHERE id = :id))
