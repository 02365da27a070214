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
}

impl School {
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
