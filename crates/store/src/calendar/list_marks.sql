SELECT code, moved_on, done_on FROM calendar_mark WHERE year = :year ORDER BY code
