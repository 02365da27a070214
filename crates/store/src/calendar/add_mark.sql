INSERT INTO calendar_mark (year, code, moved_on, done_on) VALUES (:year, :code, :moved_on, :done_on)
