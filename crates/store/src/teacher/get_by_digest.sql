SELECT id, name, sex, birth, id_tail, id_digest, political_status, education, subject, title, title_awarded,
    backbone, post, joined_work_on, joined_school_on, on_establishment, phone, note, home_school_id,
    cadre, cadre_since, is_full_time, certificate, service_until, retire_on, weekly_lessons
FROM teacher
WHERE id_digest = :id_digest AND id_digest <> ''
