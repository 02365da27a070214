//! The page of F-01 and what it says around the tables.

use crate::frame::Around;
use crate::grid::Frame;
use crate::length::mm;
use crate::text::Place;
use domain::report::AnnualForm;

pub(super) const TITLE: &str = "交流教师年度（学年）考核表（双校）";
/// Number and issue of the printed form; changes with its layout.
const VERSION: &str = "F-01 第1版";

/// A4 with a binding margin on the left.
pub(crate) const FRAME: Frame = Frame {
    page_width: mm(2100),
    page_height: mm(2970),
    left: mm(280),
    top: mm(200),
    width: mm(1620),
    bottom: mm(2770),
};

/// Title, running head, footer and watermark.
pub(super) fn around(form: &AnnualForm) -> Around<'_> {
    let running = format!("{TITLE}　{}　{}", form.teacher.name, form.year);
    Around {
        title: TITLE,
        running: (running, Place::new("teacher.name", "姓名")),
        foot: [
            ("编号", form.number.as_str()),
            ("表式", VERSION),
            ("填表", form.issued_on.as_str()),
            ("核对码", form.fingerprint.as_str()),
        ],
        is_draft: form.is_draft,
        is_practice: form.is_practice,
    }
}
