//! 骨干称号 as offices write them: a level and a kind, and the ranks that policies count (R124, R404, R407).

use super::title::TitleRank;
use crate::coded::coded;

coded! {
    /// 骨干层次, low to high.
    BackboneLevel {
        /// 校级
        School = "school", "校级";
        /// 乡镇级
        Township = "township", "乡镇级";
        /// 县（区）级
        County = "county", "县级";
        /// 市级
        City = "city", "市级";
        /// 省级
        Province = "province", "省级";
        /// 国家级
        Nation = "nation", "国家级";
    }
}

impl BackboneLevel {
    /// The level of a distinction in the school's own word; nothing for none at all. A distinction that names
    /// no level counts as the school's own.
    pub fn read(backbone: &str) -> Option<Self> {
        let text = backbone.trim();
        if text.is_empty() || ["无", "—", "-", "/", "否"].contains(&text) {
            return None;
        }
        let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
        Some(if has(&["国家", "全国", "部级"]) {
            Self::Nation
        } else if has(&["省", "自治区"]) {
            Self::Province
        } else if has(&["市", "地区级", "州级"]) {
            Self::City
        } else if has(&["县", "旗"]) || text.replace("学区", "").replace("片区", "").contains('区')
        {
            Self::County
        } else if has(&["乡", "镇", "学区", "片区"]) {
            Self::Township
        } else {
            Self::School
        })
    }
}

/// The ranks of a teacher by which policies count, from his title and his distinction, as codes of [`crate::policy::choices::RANKS`].
pub fn ranks_of(title: &str, backbone: &str) -> Vec<&'static str> {
    let text = backbone;
    let level = BackboneLevel::read(text);
    let rank = TitleRank::read(title);
    let says = |word: &str| text.contains(word);
    let mut ranks = Vec::new();
    let mut add = |is: bool, code| {
        if is {
            ranks.push(code);
        }
    };
    add(says("特级") || title.contains("特级"), "special");
    add(says("名师"), "master");
    add(says("带头人"), "leader");
    add(says("能手"), "skilled");
    add(level.is_some(), "school_backbone");
    add(
        level.is_some_and(|level| level >= BackboneLevel::County),
        "county_backbone",
    );
    add(
        rank.is_some_and(|rank| rank >= TitleRank::Associate),
        "senior_title",
    );
    add(rank == Some(TitleRank::Intermediate), "first_title");
    add(
        // 中小学高级 is the new ladder's word, and no 小学高级.
        title.replace("中小学", "").contains("小学高级") || title.contains("小教高级"),
        "primary_senior",
    );
    ranks
}

/// True when a subject is one of the main ones of 义务教育 (E-4: 主科).
pub fn is_main_subject(subject: &str) -> bool {
    ["语文", "数学", "英语"]
        .iter()
        .any(|main| subject.contains(main))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_distinction_has_the_level_it_names_and_none_is_none() {
        for (text, level) in [
            ("县级骨干教师", Some(BackboneLevel::County)),
            ("区教学能手", Some(BackboneLevel::County)),
            ("市级学科带头人", Some(BackboneLevel::City)),
            ("省特级教师", Some(BackboneLevel::Province)),
            ("骨干教师", Some(BackboneLevel::School)),
            ("片区骨干", Some(BackboneLevel::Township)),
            ("无", None),
            ("", None),
        ] {
            assert_eq!(BackboneLevel::read(text), level, "{text}");
        }
    }

    #[test]
    fn a_teacher_counts_in_every_rank_he_has() {
        assert_eq!(
            ranks_of("小学高级教师", "县级教学能手"),
            [
                "skilled",
                "school_backbone",
                "county_backbone",
                "first_title",
                "primary_senior"
            ]
        );
    }
}
