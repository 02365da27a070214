INSERT INTO teacher (
    id, name, pinyin_key, initials, sex, birth, id_tail, id_digest, political_status, education, subject, title,
    title_awarded, backbone, post, joined_work_on, joined_school_on, on_establishment, phone, note,
    created_at, updated_at
) VALUES (
    :id, :name, :pinyin_key, :initials, :sex, :birth, :id_tail, :id_digest, :political_status, :education, :subject,
    :title, :title_awarded, :backbone, :post, :joined_work_on, :joined_school_on, :on_establishment, :phone, :note,
    :at, :at
)
