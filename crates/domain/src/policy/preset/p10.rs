//! P10 `triangle_swap`: town teachers stand in for country teachers who study, student teachers for them; half a
//! year can count as a year (A-31, E-11).

use super::row::{codes, policy};
use crate::exact::Points;
use crate::policy::{Given, Key, Policy, PolicyKind, Track, Value};

/// The preset.
pub(super) fn preset() -> Policy {
    Policy {
        description: "师范生到县城学校实习，县城骨干到农村顶岗，农村教师脱产研修，三方置换；\
            支教期限随研修班灵活设定，半年可顶一年，证明上同时写明实际月数和折算月数。"
            .to_owned(),
        tracks: vec![Track::Support],
        given: vec![
            Given::new(
                Key::TermCreditFactor,
                Value::Decimal(Points::whole(2)),
                "R311",
                "003:147",
            )
            .noting("半年顶一年"),
            codes(Key::PostMode, &["fill"], "R311", "003:147"),
        ],
        ..policy(
            "P10",
            "triangle_swap",
            "三角置换（国培）",
            PolicyKind::Selection,
            "003:147",
        )
    }
}
