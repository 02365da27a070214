SELECT pem, certificate FROM school_key WHERE school_id = :school_id
