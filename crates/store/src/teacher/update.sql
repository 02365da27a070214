UPDATE teacher
SET name = :name, pinyin_key = :pinyin_key, initials = :initials, sex = :sex, birth = :birth, id_tail = :id_tail,
    id_digest = :id_digest, political_status = :political_status, education = :education, subject = :subject,
    title = :title, title_awarded = :title_awarded, backbone = :backbone, post = :post,
    joined_work_on = :joined_work_on, joined_school_on = :joined_school_on,
    on_establishment = :on_establishment, phone = :phone, note = :note,
    home_school_id = :home_school_id, cadre = :cadre, cadre_since = :cadre_since, is_full_time = :is_full_time,
    certificate = :certificate, service_until = :service_until, retire_on = :retire_on,
    weekly_lessons = :weekly_lessons, updated_at = :at
WHERE id = :id
