SELECT assignment_id, place, event, happened_on, said_by, reason, approval_document, approved_on, teacher_signed_on,
    host_signer, host_signed_on, sending_signer, sending_signed_on, until_on, notice_document, noticed_on,
    second_person, appraisal_id, year, planned_end_before, actual_end_before
FROM assignment_step
WHERE assignment_id = :id
ORDER BY assignment_id, place
