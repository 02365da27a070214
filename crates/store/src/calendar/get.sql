SELECT year, autumn_monday, autumn_weeks, autumn_proposed, spring_monday, spring_weeks, spring_proposed
FROM calendar
WHERE year = :year
