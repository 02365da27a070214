SELECT assignment_id, place, text, measure, target, weight, due_on, evidence, host_result, host_achieved,
    sending_result, sending_achieved
FROM assignment_goal
ORDER BY assignment_id, place
