SELECT stamp FROM year_policy WHERE year = :year
