INSERT INTO calendar_holiday (year, place, name, from_on, to_on)
VALUES (:year, :place, :name, :from_on, :to_on)
