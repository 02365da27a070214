DELETE FROM feedback_item WHERE feedback_id = :id
