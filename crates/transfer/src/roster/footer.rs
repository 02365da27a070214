//! Rows that speak of no teacher: totals, signatures, notes, empty rows with a number.
//!
//! Must never: pass over a row that carries a teacher's own particulars.

use domain::teacher::id_number::IdNumber;

use super::date;
use super::header::Header;
use super::heading::{Field, Part};
use super::plain::squeezed;
use crate::sheet::{Cell, Row};

/// Beginnings of total and signature rows.
const WORDS: &[&str] = &[
    "合计",
    "总计",
    "小计",
    "共计",
    "总人数",
    "填表人",
    "填表日期",
    "填表时间",
    "填表说明",
    "填表单位",
    "制表人",
    "制表日期",
    "制表",
    "填报人",
    "填报日期",
    "填报单位",
    "审核人",
    "审核:",
    "审核单位",
    "复核人",
    "校长签",
    "校长:",
    "校长(",
    "园长:",
    "单位负责人",
    "负责人",
    "单位(盖章",
    "学校(盖章",
    "盖章",
    "公章",
    "说明:",
    "说明",
    "备注:",
    "注:",
    "注意",
    "附:",
    "联系人",
    "经办人",
    "分管领导",
    "主管领导",
    "本页",
];

/// Ends of the headings between the teachers of a school's departments.
const GROUPS: &[&str] = &["组", "部", "处", "室", "年级"];

/// Watches the rows of one sheet for its end.
#[derive(Debug, Default)]
pub(super) struct Footer {
    has_begun: bool,
}

impl Footer {
    /// True for a row that speaks of no teacher.
    pub(super) fn is_passed_over(&mut self, row: &Row, header: &Header) -> bool {
        let particulars = header
            .columns
            .iter()
            .filter(|column| column.meaning.is_some() && !row.cell(column.place).is_blank())
            .count();
        if particulars == 0 {
            // A number and nothing else is a form's unused line; a lone text heads a department.
            self.has_begun |= begins_with_footer_word(row);
            return true;
        }
        let cell = |field| {
            header
                .column(field, Part::Whole)
                .map_or(&Cell::Empty, |column| row.cell(column.place))
        };
        let has_own = IdNumber::read(&cell(Field::IdNumber).to_string()).is_ok()
            || matches!(date::read(cell(Field::Birth)), Ok(Some(_)))
            || matches!(
                squeezed(&cell(Field::Sex).to_string()).as_str(),
                "男" | "女"
            );
        if has_own {
            return false;
        }
        if begins_with_footer_word(row) && particulars <= 3 {
            self.has_begun = true;
            return true;
        }
        let name = squeezed(&cell(Field::Name).to_string());
        if particulars == 1 && GROUPS.iter().any(|end| name.ends_with(end)) {
            return true;
        }
        // The note under the table goes on over lines of their own.
        let filled = row.cells.iter().filter(|cell| !cell.is_blank()).count();
        self.has_begun && filled <= 1
    }
}

fn begins_with_footer_word(row: &Row) -> bool {
    let first = row.cells.iter().find(|cell| !cell.is_blank());
    let Some(Cell::Text(text)) = first else {
        return false;
    };
    let text = squeezed(text);
    WORDS.iter().any(|word| text.starts_with(word))
}
