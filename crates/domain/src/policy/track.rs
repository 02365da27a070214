//! The ways on which teachers are exchanged. Limits hang on the way, not on the policy alone: one and the same
//! county rule has two age limits and two terms (B-P.2, R106).

use crate::coded::coded;

coded! {
    /// 交流途径.
    Track {
        /// 异地交流 (E-04)
        Remote = "remote", "异地交流";
        /// 轮岗支教 (E-05)
        Support = "support", "轮岗支教";
        /// 轮岗交流
        Rotation = "rotation", "轮岗交流";
        /// 校长交流 (E-06, E-15)
        Principal = "principal", "校长交流";
        /// 挂职
        Seconded = "seconded", "挂职";
        /// 跟岗培训
        Shadow = "shadow", "跟岗培训";
        /// 初次配置 of probationers (R116)
        Placement = "placement", "初次配置";
        /// 自愿 (R115)
        Voluntary = "voluntary", "自愿";
    }
}
