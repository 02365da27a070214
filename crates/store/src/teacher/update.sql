UPDATE teacher
SET name = :name, pinyin_key = :pinyin_key, initials = :initials, sex = :sex, birth = :birth, id_tail = :id_tail,
    id_digest = :id_digest, political_status = :political_status, education = :education, subject = :subject,
    title = :title, title_awarded = :title_awarded, backbone = :backbone, post = :post,
    joined_work_on = :joined_work_on, joined_school_on = :joined_school_on,
    on_establishment = :on_establishment, phone = :phone, note = :note, updated_at = :at
WHERE id = :id
