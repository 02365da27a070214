DELETE FROM calendar_mark WHERE year = :year
