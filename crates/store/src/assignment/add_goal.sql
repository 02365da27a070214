INSERT INTO assignment_goal (
    assignment_id, place, text, measure, target, weight, due_on, evidence, host_result, host_achieved,
    sending_result, sending_achieved
) VALUES (
    :assignment_id, :place, :text, :measure, :target, :weight, :due_on, :evidence, :host_result,
    :host_achieved, :sending_result, :sending_achieved
)
