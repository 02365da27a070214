//! One form of each kind with invented people and schools, ordinary and with the longest names.

mod applications;
mod letters;
mod lists;

pub(crate) use applications::{need, request};
pub(crate) use letters::{certificate, letter};
pub(crate) use lists::{benefit, deferred, proposed, quota};

use domain::report::{
    Cell, CellValue, Column, Form, FormCode, Labelled, Layout, List, Opinion, Part, SignPlace,
    Written,
};
use domain::school::Side;

/// A name of 50 characters, as long as the records allow.
pub(crate) const LONG_NAME: &str =
    "阿卜杜热西提·买买提明·古丽娜尔·阿依努尔·图尔荪江·萨迪克·帕提古丽·麦麦提艾力·努尔艾合买提翯喆";
/// A school with a name of 60 characters.
pub(crate) const LONG_SCHOOL: &str = "示例省示例自治州石桥土家族苗族自治县清溪河流域第一片区寄宿制民族团结实验九年一贯制学校附属云岭示范教学点及远程协作中心校";

/// The names that stand on a sample.
pub(crate) struct Names {
    /// The teacher.
    pub(crate) teacher: &'static str,
    /// The principal of the host school.
    pub(crate) principal: &'static str,
    /// 受援学校.
    pub(crate) host: &'static str,
    /// 派出学校.
    pub(crate) sending: &'static str,
    /// Lines of a list.
    pub(crate) lines: usize,
}

/// What is usual.
pub(crate) const ORDINARY: Names = Names {
    teacher: "林知夏",
    principal: "贺知松",
    host: "石桥乡示例九年一贯制学校",
    sending: "示例县第一实验小学",
    lines: 8,
};

/// What is hardest to print.
pub(crate) const EXTREME: Names = Names {
    teacher: LONG_NAME,
    principal: LONG_NAME,
    host: LONG_SCHOOL,
    sending: LONG_SCHOOL,
    lines: 60,
};

fn some(text: impl Into<String>) -> Cell {
    Some(text.into())
}

fn form(names: &Names, code: FormCode, layout: Layout, about: &str, parts: Vec<Part>) -> Form {
    Form {
        code,
        subtitle: "2026—2027学年".to_owned(),
        layout,
        number: "JL-2026-0042".to_owned(),
        fingerprint: "1a2b3c4d".to_owned(),
        issued_on: "2026年8月28日".to_owned(),
        is_draft: false,
        is_practice: false,
        school: names.sending.to_owned(),
        about: about.to_owned(),
        parts,
    }
}

/// All of them.
pub(crate) fn all(names: &Names) -> Vec<Form> {
    vec![
        letter(names),
        certificate(names),
        request(names),
        proposed(names),
        quota(names),
        deferred(names),
        need(names),
        benefit(names),
    ]
}

fn item(place: &str, label: &str, text: impl Into<String>, span: u8) -> Labelled {
    Labelled {
        place: place.to_owned(),
        label: label.to_owned(),
        text: some(text),
        span,
    }
}

fn column(name: &str, share: u8, is_text: bool) -> Column {
    Column {
        name: name.to_owned(),
        share,
        is_text,
        value: CellValue::Text,
    }
}

fn heading(text: &str) -> Part {
    Part::Heading(text.to_owned())
}

fn words(text: impl Into<String>) -> Part {
    Part::Paragraph(Written {
        text: text.into(),
        ..Written::default()
    })
}

fn fact(place: &str, label: &str, text: impl Into<String>) -> Part {
    Part::Paragraph(Written {
        place: place.to_owned(),
        label: label.to_owned(),
        text: text.into(),
    })
}

fn school_place(names: &Names, side: Side, label: &str) -> SignPlace {
    let (place, party, name) = match side {
        Side::Host => (
            "signatures.host",
            names.host,
            format!("负责人：{}", names.principal),
        ),
        Side::Sending => (
            "signatures.sending",
            names.sending,
            "负责人：顾明远".to_owned(),
        ),
    };
    SignPlace {
        place: place.to_owned(),
        label: label.to_owned(),
        party: party.to_owned(),
        name: some(name),
        on: some("2026年8月28日"),
        side: Some(side),
        has_seal: true,
    }
}
