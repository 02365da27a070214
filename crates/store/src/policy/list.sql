SELECT id, version, name, based_on, based_on_version, effective_from FROM policy
WHERE version = (SELECT max(version) FROM policy AS any_version WHERE any_version.id = policy.id)
ORDER BY name, id
