SELECT number, log_seq, log_hash FROM report ORDER BY log_seq
