INSERT INTO feedback_item (id, feedback_id, place, class, text, owner, due_on, reply, closed_on)
VALUES (:id, :feedback_id, :place, :class, :text, :owner, :due_on, :reply, :closed_on)
