//! Which column says what, by its heading.
//!
//! Must never: take a heading that merely contains a known word: 配偶姓名 is not 姓名.

use super::plain::squeezed;

/// What a column of a roster is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// 姓名.
    Name,
    /// 性别.
    Sex,
    /// 出生年月.
    Birth,
    /// 身份证号.
    IdNumber,
    /// 政治面貌.
    PoliticalStatus,
    /// 学历.
    Education,
    /// 任教学科.
    Subject,
    /// 职称.
    Title,
    /// 职称取得时间.
    TitleAwarded,
    /// 骨干称号.
    Backbone,
    /// 职务.
    Post,
    /// 参加工作时间.
    JoinedWork,
    /// 到本校时间.
    JoinedSchool,
    /// 编制.
    Establishment,
    /// 联系电话.
    Phone,
    /// 备注.
    Note,
}

impl Field {
    /// All fields, in the order of our own template.
    pub const ALL: &'static [Self] = &[
        Self::Name,
        Self::Sex,
        Self::Birth,
        Self::IdNumber,
        Self::PoliticalStatus,
        Self::Education,
        Self::Subject,
        Self::Title,
        Self::TitleAwarded,
        Self::Backbone,
        Self::JoinedWork,
        Self::JoinedSchool,
        Self::Post,
        Self::Establishment,
        Self::Phone,
        Self::Note,
    ];

    /// The heading in our own template.
    pub fn word(self) -> &'static str {
        match self {
            Self::TitleAwarded => "职称取得时间",
            Self::JoinedWork => "参加工作时间",
            Self::JoinedSchool => "到本校时间",
            other => other.synonyms().first().copied().unwrap_or_default(),
        }
    }

    /// Stable code for files and scripts; the name of the field in a teacher's record.
    pub fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Sex => "sex",
            Self::Birth => "birth_date",
            Self::IdNumber => "id_number",
            Self::PoliticalStatus => "political_status",
            Self::Education => "education",
            Self::Subject => "subject",
            Self::Title => "title",
            Self::TitleAwarded => "title_awarded",
            Self::Backbone => "backbone",
            Self::Post => "post",
            Self::JoinedWork => "joined_work_on",
            Self::JoinedSchool => "joined_school_on",
            Self::Establishment => "on_establishment",
            Self::Phone => "phone",
            Self::Note => "note",
        }
    }

    /// The field of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|field| field.code() == code)
    }

    /// Headings that offices use, our own first. Dates stand without their 时间/年月/日期.
    fn synonyms(self) -> &'static [&'static str] {
        match self {
            Self::Name => &["姓名", "教师姓名", "名字", "老师姓名", "教师"],
            Self::Sex => &["性别"],
            Self::Birth => &["出生年月", "出生", "生日", "出生年月日"],
            Self::IdNumber => &[
                "身份证号",
                "身份证号码",
                "公民身份号码",
                "身份证",
                "身份证件号",
                "身份证件号码",
                "公民身份证号码",
                "居民身份证号",
                "居民身份证号码",
                "证件号码",
                "身份号码",
            ],
            Self::PoliticalStatus => &["政治面貌", "党派", "政治身份"],
            Self::Education => &["学历", "文化程度", "最高学历", "学历层次", "现学历"],
            Self::Subject => &[
                "任教学科",
                "学科",
                "所教学科",
                "任课学科",
                "任教科目",
                "教学科目",
                "科目",
                "主教学科",
                "执教学科",
                "所任学科",
                "现任教学科",
                "现教学科",
                "任教课程",
            ],
            Self::Title => &[
                "职称",
                "专业技术职务",
                "专业技术资格",
                "专业技术职称",
                "现职称",
                "教师职称",
                "职称等级",
                "职称名称",
                "专技职务",
                "现有职称",
                "技术职称",
                "职称级别",
                "职称资格",
                "现专业技术职务",
                "专业职称",
                "专业技术任职资格",
            ],
            Self::TitleAwarded => &[
                "职称取得",
                "取得",
                "取得职称",
                "职称评定",
                "取得资格",
                "资格取得",
                "职称",
                "评定",
                "职称获得",
                "职称资格取得",
                "专业技术职务取得",
                "专业技术资格取得",
                "职称取得资格",
            ],
            Self::Backbone => &[
                "骨干称号",
                "骨干级别",
                "骨干层次",
                "荣誉称号",
                "骨干教师",
                "骨干教师称号",
                "骨干教师级别",
                "骨干教师层次",
                "骨干类别",
                "骨干",
            ],
            Self::Post => &[
                "职务",
                "行政职务",
                "现任职务",
                "校内职务",
                "担任职务",
                "党政职务",
                "现职务",
            ],
            Self::JoinedWork => &["参加工作", "参工", "工作", "参加教育工作", "参加工作起始"],
            Self::JoinedSchool => &[
                "到本校",
                "来校",
                "调入",
                "进入本校",
                "进校",
                "到校",
                "来本校",
                "调入本校",
                "入校",
                "到本校工作",
                "来本校工作",
                "进本校",
                "到现学校",
                "到本单位",
                "进本单位",
                "调入本单位",
                "到本校任教",
                "入职本校",
                "来我校",
                "到我校",
                "进我校",
                "调入我校",
                "进入我校",
            ],
            Self::Establishment => &[
                "编制",
                "是否在编",
                "编制情况",
                "编制性质",
                "编制类型",
                "在编情况",
                "用工性质",
                "人员性质",
                "编制类别",
                "在编",
            ],
            Self::Phone => &[
                "联系电话",
                "手机",
                "手机号",
                "手机号码",
                "电话",
                "联系方式",
                "电话号码",
                "移动电话",
                "联系手机",
            ],
            Self::Note => &["备注", "说明"],
        }
    }

    fn is_date(self) -> bool {
        matches!(
            self,
            Self::Birth | Self::TitleAwarded | Self::JoinedWork | Self::JoinedSchool
        )
    }
}

/// Which part of a date a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Part {
    #[default]
    Whole,
    Year,
    Month,
    Day,
}

/// What a heading means. `group` is the heading above it, when the header has two rows.
pub(super) fn meaning(group: &str, heading: &str) -> Option<(Field, Part)> {
    let (group, heading) = (plain(group), plain(heading));
    if heading.is_empty() {
        return alone(&group);
    }
    if !group.is_empty() {
        // A date under its own group (出生年月 over 年|月|日), or the words split over both rows.
        let part = match heading.as_str() {
            "年" | "年份" => Part::Year,
            "月" | "月份" => Part::Month,
            "日" | "日期" if !group.is_empty() => Part::Day,
            _ => Part::Whole,
        };
        if part != Part::Whole {
            return alone(&group)
                .filter(|(field, _)| field.is_date() && *field != Field::TitleAwarded)
                .map(|(field, _)| (field, part));
        }
        if let Some(found) = alone(&format!("{group}{heading}")) {
            return Some(found);
        }
        // 职称 over 名称|取得时间; 学历 over 全日制|在职 stays unread.
        if matches!(heading.as_str(), "名称" | "级别" | "等级") {
            return alone(&group);
        }
    }
    alone(&heading)
}

/// What one heading means by itself.
fn alone(heading: &str) -> Option<(Field, Part)> {
    if let Some(part) = match heading {
        "出生年" | "出生年份" => Some(Part::Year),
        "出生月" | "出生月份" => Some(Part::Month),
        "出生日" => Some(Part::Day),
        _ => None,
    } {
        return Some((Field::Birth, part));
    }
    let exact = |field: &&Field| {
        field.synonyms().iter().enumerate().any(|(place, word)| {
            if !field.is_date() {
                return *word == heading;
            }
            let rest = heading.strip_prefix(word);
            // Without its 时间 a date's heading is plain only for 出生 and 生日 (取得, 工作 and 职称 are not).
            let is_plain =
                **field == Field::Birth || (place == 0 && **field != Field::TitleAwarded);
            matches!(rest, Some("时间" | "年月" | "日期" | "年月日" | "年月份"))
                || (is_plain && rest == Some(""))
        })
    };
    Field::ALL
        .iter()
        .find(exact)
        .map(|field| (*field, Part::Whole))
}

/// A heading without remarks in parentheses, marks and spaces.
fn plain(heading: &str) -> String {
    let mut words = String::new();
    let mut depth: u32 = 0;
    for c in squeezed(heading).chars() {
        match c {
            '(' | '[' | '【' | '〔' | '〈' | '<' => depth += 1,
            ')' | ']' | '】' | '〕' | '〉' | '>' => depth = depth.saturating_sub(1),
            '*' | ':' | '、' | '/' | '-' | ',' | '.' | '"' | '\'' | '★' | '。' | ';' => {}
            c if depth == 0 => words.push(c),
            _ => {}
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_known_by_its_synonyms_whatever_its_spaces_and_remarks() {
        for (heading, field) in [
            ("姓 名", Field::Name),
            ("姓\n名", Field::Name),
            ("教师姓名(必填)", Field::Name),
            ("＊性别", Field::Sex),
            ("出生\n年月", Field::Birth),
            ("出生日期（如1978.05）", Field::Birth),
            ("出生时间", Field::Birth),
            ("生日", Field::Birth),
            ("公民身份号码", Field::IdNumber),
            ("文化程度", Field::Education),
            ("所教学科", Field::Subject),
            ("专业技术资格", Field::Title),
            ("取得时间", Field::TitleAwarded),
            ("职称取得时间", Field::TitleAwarded),
            ("职称时间", Field::TitleAwarded),
            ("骨干层次", Field::Backbone),
            ("参加工作年月", Field::JoinedWork),
            ("工作时间", Field::JoinedWork),
            ("进入本校年月", Field::JoinedSchool),
            ("来校时间", Field::JoinedSchool),
            ("编制(在编/合同)", Field::Establishment),
            ("手机", Field::Phone),
            ("备 注:", Field::Note),
        ] {
            assert_eq!(
                meaning("", heading),
                Some((field, Part::Whole)),
                "{heading}"
            );
        }
    }

    #[test]
    fn a_heading_that_only_contains_a_known_word_is_not_taken() {
        for heading in [
            "配偶姓名",
            "校长姓名",
            "序号",
            "取得",
            "",
            "()",
            "工作",
            "毕业时间",
            "职称工资",
        ] {
            assert_eq!(meaning("", heading), None, "{heading}");
        }
    }

    #[test]
    fn a_group_above_completes_its_headings() {
        assert_eq!(meaning("出生", "年"), Some((Field::Birth, Part::Year)));
        assert_eq!(meaning("出生年月", "月"), Some((Field::Birth, Part::Month)));
        assert_eq!(
            meaning("参加工作时间", "日"),
            Some((Field::JoinedWork, Part::Day))
        );
        assert_eq!(meaning("职称", "名称"), Some((Field::Title, Part::Whole)));
        assert_eq!(
            meaning("职称", "取得时间"),
            Some((Field::TitleAwarded, Part::Whole))
        );
        assert_eq!(
            meaning("基本情况", "姓名"),
            Some((Field::Name, Part::Whole))
        );
        assert_eq!(meaning("学历", "毕业院校"), None);
        assert_eq!(meaning("姓名", ""), Some((Field::Name, Part::Whole)));
    }

    #[test]
    fn every_field_has_its_own_code_and_its_template_heading_is_understood() {
        for field in Field::ALL {
            assert_eq!(Field::from_code(field.code()), Some(*field));
            assert_eq!(meaning("", field.word()), Some((*field, Part::Whole)));
        }
    }
}
