SELECT count(*) FROM report WHERE number = :number AND revision = :revision
