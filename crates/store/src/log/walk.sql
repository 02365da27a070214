SELECT seq, at, role, op, about, body, hash FROM log ORDER BY seq
