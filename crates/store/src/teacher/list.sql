SELECT id, name, sex, birth, id_tail, id_digest, political_status, education, subject, title, title_awarded,
    backbone, post, joined_work_on, joined_school_on, on_establishment, phone, note
FROM teacher
ORDER BY pinyin_key, name, id
