INSERT INTO log (seq, at, role, op, about, body, hash)
VALUES (:seq, :at, :role, :op, :about, :body, :hash)
