//! What stands around the tables: title, running head, footer, watermark.

use crate::grid::{Flow, Frame};
use crate::length::{Milli, mm, pt};
use crate::sheet::{Ink, Mark};
use crate::text::{Align, Place, SetLine, Setter, Style};
use domain::report::AnnualForm;

pub(super) const TITLE: &str = "交流教师年度（学年）考核表（双校）";
/// Number and issue of the printed form; changes with its layout.
const VERSION: &str = "F-01 第1版";

/// A4 with a binding margin on the left.
pub(super) const FRAME: Frame = Frame {
    page_width: mm(2100),
    page_height: mm(2970),
    left: mm(280),
    top: mm(200),
    width: mm(1620),
    bottom: mm(2770),
};

const SMALL: Style = Style {
    align: Align::Left,
    ..Style::LEFT
};

/// The title over the first page.
pub(super) fn title(setter: &mut Setter<'_>, flow: &mut Flow, form: &AnnualForm) {
    let style = Style::TITLE;
    let lines = setter.set(TITLE, &style, FRAME.width, &Place::form());
    let mut height = style.leading;
    if let Some(sheet) = flow.sheets.last_mut() {
        sheet.text(&lines, FRAME.left, FRAME.top, style.size, style.leading);
        if form.is_practice {
            let style = Style {
                align: Align::Centre,
                ..Style::HEADING
            };
            let words = "演练样例，不是正式考核文书";
            let lines = setter.set(words, &style, FRAME.width, &Place::form());
            sheet.text(
                &lines,
                FRAME.left,
                FRAME.top + height,
                style.size,
                style.leading,
            );
            height += style.leading;
        }
    }
    flow.y += height + mm(20);
}

/// Running head, footer and watermark of every page, when the number of pages is known.
pub(super) fn around(setter: &mut Setter<'_>, flow: &mut Flow, form: &AnnualForm) {
    let pages = flow.sheets.len();
    let head = Place::new("teacher.name", "姓名");
    let running = format!("{TITLE}　{}　{}", form.teacher.name, form.year);
    let running = setter.set(&running, &SMALL, FRAME.width, &head);
    let foot = [
        (form.number.as_str(), "编号"),
        (VERSION, "表式"),
        (form.issued_on.as_str(), "填表"),
        (form.fingerprint.as_str(), "核对码"),
    ]
    .map(|(value, name)| format!("{name} {value}"))
    .join("　");
    let foot = setter.set(&foot, &SMALL, FRAME.width, &Place::new("number", "编号"));
    let mark = watermark(form).map(|words| {
        let style = Style {
            face: crate::fonts::Face::Hei,
            size: pt(1200),
            ..Style::LEFT
        };
        setter.one_line(words, &style, &Place::form())
    });
    let numbers: Vec<SetLine> = (1..=pages)
        .map(|page| {
            let number = format!("第 {page} 页　共 {pages} 页");
            setter.one_line(&number, &SMALL, &Place::form())
        })
        .collect();
    // The number of the page stands beside the last line when there is room on every page, else below it.
    let end = foot.last().map_or(0, |line| line.end);
    let is_beside = numbers
        .iter()
        .all(|number| end + number.end + mm(20) <= FRAME.width);
    for ((index, sheet), page) in flow.sheets.iter_mut().enumerate().zip(numbers) {
        if let Some(line) = &mark {
            sheet.marks.insert(0, across(line));
        }
        if index > 0 {
            let height = lines_height(&running);
            sheet.text(
                &running,
                FRAME.left,
                FRAME.top - mm(20) - height,
                SMALL.size,
                SMALL.leading,
            );
        }
        let mut top = FRAME.bottom + mm(30);
        sheet.text(&foot, FRAME.left, top, SMALL.size, SMALL.leading);
        top += lines_height(&foot);
        if is_beside {
            top -= SMALL.leading;
        }
        let left = FRAME.left + FRAME.width - page.end;
        sheet.text(&[page], left, top, SMALL.size, SMALL.leading);
    }
}

fn lines_height(lines: &[SetLine]) -> Milli {
    crate::grid::count(lines.len()) * SMALL.leading
}

fn watermark(form: &AnnualForm) -> Option<&'static str> {
    if form.is_draft {
        Some("草稿")
    } else if form.is_practice {
        Some("样例")
    } else {
        None
    }
}

/// Large pale words from the lower left to the upper right.
fn across(line: &SetLine) -> Mark {
    // Half the length of the words, along a slope of 45 degrees, to either side of the middle.
    let half = line.end * 7071 / 20_000;
    Mark::Glyphs {
        x: FRAME.page_width / 2 - half + mm(100),
        y: FRAME.page_height / 2 + half + mm(100),
        size: pt(1200),
        spots: line.spots.clone(),
        turn: 45_000,
        ink: Ink::Pale,
    }
}
