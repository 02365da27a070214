SELECT facts, pdf FROM report WHERE id = :id
