//! Schools: mine, the ones I send to and the ones I receive from.

use crate::coded::coded;
use crate::id::SchoolId;
use crate::refusal::{Judgement, Refusal};
use crate::text::closed_up;

/// A school, as its seal names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct School {
    /// Id.
    pub id: SchoolId,
    /// Full legal name, as on the seal.
    pub name: String,
    /// Short name for lists; empty when there is none.
    pub short_name: String,
    /// 学段.
    pub stage: Stage,
    /// Name of the principal; empty when unknown.
    pub principal: String,
    /// True for the one school that keeps these records.
    pub is_mine: bool,
    /// What rules of direction and quotas ask.
    pub profile: SchoolProfile,
}

/// 学校概况: what rules of direction and quotas ask (R101, R107, R121–R123, R128). What is unknown is not assumed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SchoolProfile {
    /// 城乡类别.
    pub area: Option<Area>,
    /// 学校层级.
    pub tier: Option<Tier>,
    /// 质量类别.
    pub quality: Option<Quality>,
    /// 边远程度.
    pub remoteness: Option<Remoteness>,
    /// 编制数.
    pub establishment: Option<u32>,
    /// 在编人数.
    pub on_establishment: Option<u32>,
    /// 满工作量周课时 (R318).
    pub full_load_lessons: Option<u8>,
}

impl SchoolProfile {
    /// 余缺: more than 0 over the establishment, less than 0 under it; nothing when it is not known.
    pub fn surplus(&self) -> Option<i64> {
        Some(i64::from(self.on_establishment?) - i64::from(self.establishment?))
    }
}

coded! {
    /// 城乡类别.
    Area {
        /// 城区
        City = "city", "城区";
        /// 镇区
        Town = "town", "镇区";
        /// 乡村
        Rural = "rural", "乡村";
    }
}

coded! {
    /// 学校层级, low to high; the codes are those of the parameter `origin_school_level_min`.
    Tier {
        /// 教学点
        TeachingPoint = "teaching_point", "教学点";
        /// 村小
        Village = "village", "村小";
        /// 片区校
        Area = "area", "片区校";
        /// 中心完小
        CompleteCentre = "complete_centre", "中心完小";
        /// 中心校
        Centre = "centre", "中心校";
        /// 乡中学
        TownshipMiddle = "township_middle", "乡中学";
    }
}

coded! {
    /// 质量类别.
    Quality {
        /// 优质（示范）
        Good = "good", "优质（示范）";
        /// 普通
        Ordinary = "ordinary", "普通";
        /// 薄弱
        Weak = "weak", "薄弱";
    }
}

coded! {
    /// 边远程度.
    Remoteness {
        /// 一般
        Ordinary = "ordinary", "一般";
        /// 边远
        Remote = "remote", "边远";
        /// 最边远
        Remotest = "remotest", "最边远";
    }
}

/// Most characters of who decided or confirmed something.
const SPEAKER: usize = 50;

impl School {
    /// Who speaks for it where nobody is named: its principal, else its own name, as far as a step has room.
    pub fn speaker(&self) -> String {
        let who = if self.principal.is_empty() {
            &self.name
        } else {
            &self.principal
        };
        who.chars().take(SPEAKER).collect()
    }

    /// Judges a school as it was typed and closes up its name.
    ///
    /// # Errors
    /// Every reason why it cannot be kept.
    pub fn judged(mut self) -> Result<Self, Vec<Refusal>> {
        self.name = closed_up(&self.name);
        self.short_name = closed_up(&self.short_name);
        self.principal = closed_up(&self.principal);
        let mut judgement = Judgement::new();
        let length = self.name.chars().count();
        judgement.require(
            length > 0,
            "SCHOOL-NAME",
            "name",
            "请填写学校全称（与公章一致）",
        );
        judgement.require(
            length <= 60,
            "SCHOOL-NAME",
            "name",
            "学校全称不能超过60个字",
        );
        judgement.require(
            self.principal.chars().count() <= 50,
            "SCHOOL-PRINCIPAL",
            "principal",
            "校长姓名不能超过50个字",
        );
        for (number, place) in [
            (self.profile.establishment, "establishment"),
            (self.profile.on_establishment, "on_establishment"),
        ] {
            judgement.require(
                number.is_none_or(|number| number <= 9_999),
                "SCHOOL-ESTABLISHMENT",
                place,
                "编制数应在0到9999之间",
            );
        }
        judgement.require(
            self.profile
                .full_load_lessons
                .is_none_or(|lessons| (1..=60).contains(&lessons)),
            "SCHOOL-LESSONS",
            "full_load_lessons",
            "满工作量周课时应在1到60之间",
        );
        judgement.pass(self)
    }
}

coded! {
    /// 学段.
    Stage {
        /// 幼儿园
        Kindergarten = "kindergarten", "幼儿园";
        /// 小学
        Primary = "primary", "小学";
        /// 初中
        Junior = "junior", "初中";
        /// 九年一贯制
        NineYear = "nine_year", "九年一贯制";
        /// 高中
        Senior = "senior", "高中";
        /// 完全中学
        Complete = "complete", "完全中学";
    }
}

coded! {
    /// The two schools of every exchange.
    Side {
        /// 派出学校: keeps post and pay, judges second.
        Sending = "sending", "派出学校";
        /// 受援学校: manages day by day, judges first and weighs more (R601).
        Host = "host", "受援学校";
    }
}
