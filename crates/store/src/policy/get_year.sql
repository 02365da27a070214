SELECT stamp FROM year_policy WHERE year <= :year ORDER BY year DESC LIMIT 1
