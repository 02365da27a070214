SELECT name, from_on, to_on FROM calendar_holiday WHERE year = :year ORDER BY place
