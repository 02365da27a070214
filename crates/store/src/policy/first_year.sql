SELECT year FROM year_policy ORDER BY year LIMIT 1
