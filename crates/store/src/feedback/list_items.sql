SELECT id, class, text, owner, due_on, reply, closed_on FROM feedback_item
WHERE feedback_id = :id ORDER BY place
