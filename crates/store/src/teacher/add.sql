INSERT INTO teacher (
    id, name, pinyin_key, initials, sex, birth, id_tail, id_digest, political_status, education, subject, title,
    title_awarded, backbone, post, joined_work_on, joined_school_on, on_establishment, phone, note,
    home_school_id, cadre, cadre_since, is_full_time, certificate, service_until, retire_on, weekly_lessons,
    created_at, updated_at
) VALUES (
    :id, :name, :pinyin_key, :initials, :sex, :birth, :id_tail, :id_digest, :political_status, :education, :subject,
    :title, :title_awarded, :backbone, :post, :joined_work_on, :joined_school_on, :on_establishment, :phone, :note,
    :home_school_id, :cadre, :cadre_since, :is_full_time, :certificate, :service_until, :retire_on,
    :weekly_lessons, :at, :at
)
