SELECT png FROM school_seal WHERE school_id = :school_id
