DELETE FROM calendar_holiday WHERE year = :year
