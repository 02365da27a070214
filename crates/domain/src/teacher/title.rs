//! Professional titles as offices write them, old words and new, brought to one ladder (D-1).
//!
//! Must never: guess. A title that is not recognised has no rank, and a rule that needs one asks a person.

use crate::coded::coded;

coded! {
    /// 职称层级, low to high.
    TitleRank {
        /// 未评
        None = "none", "未评";
        /// 初级: 三级、二级教师
        Junior = "junior", "初级";
        /// 中级: 一级教师
        Intermediate = "intermediate", "中级";
        /// 副高级: 高级教师
        Associate = "associate", "副高级";
        /// 正高级
        Senior = "senior", "正高级";
    }
}

/// Short forms that offices use.
const SHORT: &[(&str, TitleRank)] = &[
    ("中高", TitleRank::Associate),
    ("中一", TitleRank::Intermediate),
    ("中二", TitleRank::Junior),
    ("小高", TitleRank::Intermediate),
    ("小一", TitleRank::Junior),
    ("小二", TitleRank::Junior),
];

impl TitleRank {
    /// The rank of a title in the school's own word; nothing when the word is empty or not known.
    ///
    /// Since the reform of 2015 one ladder serves all schools. Before it 小学高级 stood beside 中学一级, and
    /// 小学一级 beside 中学二级.
    pub fn read(title: &str) -> Option<Self> {
        let title: String = title.split_whitespace().collect();
        // 中小学 is the new ladder's own name, not the old one of primary schools.
        let title = title.replace("中小学", "");
        let has = |word: &str| title.contains(word);
        let is_of_little_ones = has("小学") || has("小教") || has("幼儿园") || has("幼教");
        // 高级工 and 高级技师 are grades of workers and no teacher's title.
        if title.is_empty() || has("技师") || has("技工") || title.ends_with('工') {
            None
        } else if let Some((_, rank)) = SHORT.iter().find(|(word, _)| title == *word) {
            Some(*rank)
        } else if has("正高") {
            Some(Self::Senior)
        } else if has("副高") {
            Some(Self::Associate)
        } else if has("中级") {
            Some(Self::Intermediate)
        } else if has("高级") {
            Some(if is_of_little_ones {
                Self::Intermediate
            } else {
                Self::Associate
            })
        } else if has("一级") {
            Some(if is_of_little_ones {
                Self::Junior
            } else {
                Self::Intermediate
            })
        } else if ["二级", "三级", "初级", "助理", "员级"]
            .iter()
            .any(|word| has(word))
        {
            Some(Self::Junior)
        } else if ["无", "未评", "未定", "未聘", "见习"]
            .iter()
            .any(|word| title.starts_with(word))
        {
            Some(Self::None)
        } else {
            None
        }
    }
}

/// The calendar year in which a title was awarded, from texts such as `2014年12月`, `2014.12` or `2014`.
pub fn year_awarded(text: &str) -> Option<i32> {
    let digits: String = text
        .chars()
        .skip_while(|c| !c.is_ascii_digit())
        .take_while(char::is_ascii_digit)
        .collect();
    match digits.len() {
        4 => digits.parse().ok(),
        // 20141201 and 201412.
        6 | 8 => digits.get(..4)?.parse().ok(),
        _ => None,
    }
    .filter(|year| (1950..=2150).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_and_new_words_stand_on_one_ladder_and_unknown_ones_on_none() {
        for (word, rank) in [
            ("正高级教师", Some(TitleRank::Senior)),
            ("高级教师", Some(TitleRank::Associate)),
            ("中学高级教师", Some(TitleRank::Associate)),
            ("中小学高级教师", Some(TitleRank::Associate)),
            ("小学高级教师", Some(TitleRank::Intermediate)),
            ("中学一级", Some(TitleRank::Intermediate)),
            ("一级教师", Some(TitleRank::Intermediate)),
            ("小学一级教师", Some(TitleRank::Junior)),
            ("二级教师", Some(TitleRank::Junior)),
            ("三级 教师", Some(TitleRank::Junior)),
            ("未评", Some(TitleRank::None)),
            ("无", Some(TitleRank::None)),
            ("小高", Some(TitleRank::Intermediate)),
            ("中一", Some(TitleRank::Intermediate)),
            ("工人技师", None),
            ("高级工", None),
            ("高级技师", None),
            ("", None),
        ] {
            assert_eq!(TitleRank::read(word), rank, "{word}");
        }
    }

    #[test]
    fn the_year_of_a_title_is_read_from_the_ways_offices_write_it() {
        for (text, year) in [
            ("2014年12月", Some(2014)),
            ("2014.12", Some(2014)),
            ("201412", Some(2014)),
            ("2014-12-01", Some(2014)),
            ("去年", None),
            ("14.12", None),
            ("", None),
        ] {
            assert_eq!(year_awarded(text), year, "{text}");
        }
    }
}
