//! What stands around the parts of every form: title, running head, footer, watermark.
//!
//! Must never: print a time, or leave a page without its number and the number of the paper.

use crate::fonts::Face;
use crate::grid::{Flow, count};
use crate::length::{Milli, mm, pt};
use crate::sheet::{Ink, Mark};
use crate::text::{Align, Place, SetLine, Setter, Style};

/// Letters of the running head and the footer.
const SMALL: Style = Style::LEFT;

/// What a form says around its parts.
pub(crate) struct Around<'a> {
    /// Over the first page.
    pub(crate) title: &'a str,
    /// On top of every further page, and where its facts come from.
    pub(crate) running: (String, Place),
    /// In the footer: names and values.
    pub(crate) foot: [(&'a str, &'a str); 4],
    /// Says 草稿 on every page.
    pub(crate) is_draft: bool,
    /// Says that the form is a sample.
    pub(crate) is_practice: bool,
}

impl Around<'_> {
    /// The title over the first page, and that it is a sample.
    pub(crate) fn title(&self, setter: &mut Setter<'_>, flow: &mut Flow) {
        let frame = flow.frame;
        let style = Style::TITLE;
        let lines = setter.set(self.title, &style, frame.width, &Place::form());
        let mut height = count(lines.len()) * style.leading;
        if let Some(sheet) = flow.sheets.last_mut() {
            sheet.text(&lines, frame.left, frame.top, style.size, style.leading);
            if self.is_practice {
                let style = Style {
                    align: Align::Centre,
                    ..Style::HEADING
                };
                let words = "演练样例，不是正式考核文书";
                let lines = setter.set(words, &style, frame.width, &Place::form());
                let top = frame.top + height;
                sheet.text(&lines, frame.left, top, style.size, style.leading);
                height += style.leading;
            }
        }
        flow.y += height + mm(20);
    }

    /// Running head, footer and watermark of every page, when the number of pages is known.
    pub(crate) fn draw(&self, setter: &mut Setter<'_>, flow: &mut Flow) {
        let frame = flow.frame;
        let pages = flow.sheets.len();
        let (running, place) = &self.running;
        let running = setter.set(running, &SMALL, frame.width, place);
        let foot = self
            .foot
            .map(|(name, value)| format!("{name} {value}"))
            .join("　");
        let foot = setter.set(&foot, &SMALL, frame.width, &Place::new("number", "编号"));
        let mark = self.watermark().map(|words| {
            let style = Style {
                face: Face::Hei,
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
            .all(|number| end + number.end + mm(20) <= frame.width);
        for ((index, sheet), page) in flow.sheets.iter_mut().enumerate().zip(numbers) {
            if let Some(line) = &mark {
                let middle = (frame.page_width / 2, frame.page_height / 2);
                sheet.marks.insert(0, across(line, middle));
            }
            if index > 0 {
                let top = frame.top - mm(20) - lines_height(&running);
                sheet.text(&running, frame.left, top, SMALL.size, SMALL.leading);
            }
            let mut top = frame.bottom + mm(30);
            sheet.text(&foot, frame.left, top, SMALL.size, SMALL.leading);
            top += lines_height(&foot);
            if is_beside {
                top -= SMALL.leading;
            }
            let left = frame.left + frame.width - page.end;
            sheet.text(&[page], left, top, SMALL.size, SMALL.leading);
        }
    }

    fn watermark(&self) -> Option<&'static str> {
        if self.is_draft {
            Some("草稿")
        } else if self.is_practice {
            Some("样例")
        } else {
            None
        }
    }
}

fn lines_height(lines: &[SetLine]) -> Milli {
    count(lines.len()) * SMALL.leading
}

/// Large pale words from the lower left to the upper right, around the middle of the page.
fn across(line: &SetLine, (x, y): (Milli, Milli)) -> Mark {
    // Half the length of the words, along a slope of 45 degrees, to either side of the middle.
    let half = line.end * 7071 / 20_000;
    Mark::Glyphs {
        x: x - half + mm(100),
        y: y + half + mm(100),
        size: pt(1200),
        spots: line.spots.clone(),
        turn: 45_000,
        ink: Ink::Pale,
    }
}
