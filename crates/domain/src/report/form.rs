//! The facts of every form but F-01: parts under each other, each with its texts ready to be drawn.
//!
//! A form is built from the records by the module of its own name beside this one;
//! how it looks is the paper's business.

use super::{Cell, Fact};
use crate::coded::coded;
use crate::school::Side;

coded! {
    /// The forms of this program. The code is the number by which an office asks for them.
    FormCode {
        /// F-01
        Annual = "F-01", "交流教师年度（学年）考核表（双校）";
        /// F-04
        Letter = "F-04", "交流教师工作目标责任书";
        /// F-06
        Certificate = "F-06", "交流（支教）经历证明";
        /// F-10
        Request = "F-10", "教师交流轮岗申请（推荐）审批表";
        /// F-11
        Proposed = "F-11", "拟交流教师名单";
        /// F-11b
        Quota = "F-11b", "交流教师名额核对表";
        /// F-18
        Deferred = "F-18", "暂不列入交流教师名单";
        /// F-19
        Need = "F-19", "受援学校教师需求调查表";
        /// F-20
        Benefit = "F-20", "交流教师津贴补助核算表";
    }
}

impl FormCode {
    /// True for a paper that both schools sign, the host first.
    pub fn is_signed_by_both(self) -> bool {
        self == Self::Annual || self.is_signed_alone()
    }

    /// True for a paper of both signatures that stands alone. F-01 does not: it is signed with its appraisal, which
    /// seals the scores.
    pub fn is_signed_alone(self) -> bool {
        matches!(self, Self::Letter | Self::Certificate)
    }

    /// True for a list that also goes out as a spreadsheet.
    pub fn has_twin(self) -> bool {
        matches!(
            self,
            Self::Proposed | Self::Quota | Self::Deferred | Self::Need | Self::Benefit
        )
    }
}

/// A form as it is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// Which.
    pub code: FormCode,
    /// Under the title, for example `2026—2027学年`; empty for none.
    pub subtitle: String,
    /// How the sheet lies and how large its letters are.
    pub layout: Layout,
    /// 文书编号; drafts have `草稿`.
    pub number: String,
    /// First 8 hex digits of the SHA-256 over the facts; printed in the footer.
    pub fingerprint: String,
    /// 制表日期, a fact and not the time of printing.
    pub issued_on: String,
    /// True draws the watermark 草稿 and no field to sign.
    pub is_draft: bool,
    /// True for the practice school: the form says that it is a sample.
    pub is_practice: bool,
    /// The school that issues it.
    pub school: String,
    /// Whom or what it is about, for the running head and the file's title: a name, or the school.
    pub about: String,
    /// What stands on it, from top to bottom.
    pub parts: Vec<Part>,
}

/// How the sheet lies and how large its letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// A4 upright, letters of an official letter (三号), top margin 37 mm.
    Letter,
    /// A4 upright, letters of a form (五号).
    Upright,
    /// A4 across, letters of a form.
    Across,
}

/// A piece of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A heading of a section, such as `一、工作目标`.
    Heading(String),
    /// Running text. One that is no fact has an empty place.
    Paragraph(Written),
    /// Rows of labels with what is filled in behind them.
    Cells(Vec<Vec<Labelled>>),
    /// A table with a line for each of many.
    List(List),
    /// A framed place where somebody writes what he thinks, and signs with ink.
    Opinion(Opinion),
    /// Those who sign, beside each other or under each other.
    Signatures(Vec<SignPlace>),
    /// A line of small explanation.
    Note(String),
}

/// A text and where it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// Name for programs, for example `duties.1`; empty for the form's own words.
    pub place: String,
    /// Name for people, for refusals: `第1项职责`.
    pub label: String,
    /// What it says; paragraphs are separated by line feeds.
    pub text: String,
}

/// A label and what is filled in behind it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Labelled {
    /// Name for programs, for example `teacher.name`.
    pub place: String,
    /// What the form says.
    pub label: String,
    /// What is filled in; `None` prints as “—”.
    pub text: Cell,
    /// How much of the row it takes, with its label; the spans of a row need not be alike.
    pub span: u8,
}

/// A table with a line for each of many.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct List {
    /// Name for programs: facts stand at `<place>.<line>.<column>`, both from 1.
    pub place: String,
    /// Over its whole width and repeated on each further page; empty for none.
    pub heading: String,
    /// Columns from the left.
    pub columns: Vec<Column>,
    /// Lines, each with as many cells as there are columns.
    pub rows: Vec<Vec<Cell>>,
    /// Lines under a rule at the end, such as 合计.
    pub totals: Vec<Vec<Cell>>,
    /// What is printed across when there is no line, such as `无`.
    pub if_empty: String,
}

/// A column of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub name: String,
    /// Its share of the width.
    pub share: u8,
    /// True for long texts, which begin at the left; others stand in the middle.
    pub is_text: bool,
    /// What its cells are, for the spreadsheet twin.
    pub value: CellValue,
}

/// What the cells of a column are. A number of a document is a text: it may begin with zeros.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum CellValue {
    /// Words.
    #[default]
    Text,
    /// Whole numbers.
    Whole,
    /// Yuan with two decimals.
    Money,
}

/// A framed place for an opinion.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Opinion {
    /// Name for programs.
    pub place: String,
    /// Whose, such as `现学校推荐意见`.
    pub label: String,
    /// What is on file; `None` leaves room for ink.
    pub text: Cell,
    /// Under it: `负责人签名：`.
    pub signer: String,
    /// The day that is on file; `None` leaves it open.
    pub on: Cell,
    /// True when a seal is pressed there.
    pub has_seal: bool,
}

/// A party that signs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SignPlace {
    /// Name for programs, for example `signatures.host`.
    pub place: String,
    /// Who, such as `乙方（受援学校）`.
    pub label: String,
    /// Full name of the school or the teacher, printed under the label.
    pub party: String,
    /// Who signs for it, printed beside the line, such as `负责人：贺知松`.
    pub name: Cell,
    /// The day, when it is on file; `None` leaves it open for ink.
    pub on: Cell,
    /// The school whose digital signature stands here; the teacher signs with ink.
    pub side: Option<Side>,
    /// True when a seal is pressed there.
    pub has_seal: bool,
}

impl Form {
    /// What is kept and what the fingerprint is made of: every text that came from the records, in the order in
    /// which it stands. What is missing is left out, so that it never looks like an empty one.
    pub fn facts(&self) -> Vec<Fact> {
        let mut facts = vec![
            ("form".to_owned(), self.code.code().to_owned()),
            ("number".to_owned(), self.number.clone()),
            ("subtitle".to_owned(), self.subtitle.clone()),
            ("issued_on".to_owned(), self.issued_on.clone()),
            ("school".to_owned(), self.school.clone()),
            ("about".to_owned(), self.about.clone()),
        ];
        let mut n_notes = 0_usize;
        for part in &self.parts {
            part.tell(&mut facts);
            // A note tells the rule and the day on which the rest rests.
            if let Part::Note(text) = part {
                n_notes += 1;
                facts.push((format!("notes.{n_notes}"), text.clone()));
            }
        }
        facts
    }

    /// The schools that sign this form, in the order in which they do: the host first.
    pub fn signing_sides(&self) -> Vec<Side> {
        let places = self.parts.iter().filter_map(|part| match part {
            Part::Signatures(places) => Some(places),
            _ => None,
        });
        let has = |side| {
            places
                .clone()
                .flatten()
                .any(|place| place.side == Some(side))
        };
        [Side::Host, Side::Sending]
            .into_iter()
            .filter(|side| has(*side))
            .collect()
    }
}

impl Part {
    fn tell(&self, facts: &mut Vec<Fact>) {
        let mut tell = |place: String, text: &str| facts.push((place, text.to_owned()));
        match self {
            Self::Heading(_) | Self::Note(_) => {}
            Self::Paragraph(written) if written.place.is_empty() => {}
            Self::Paragraph(written) => tell(written.place.clone(), &written.text),
            Self::Cells(rows) => {
                for cell in rows.iter().flatten() {
                    if let Some(text) = &cell.text {
                        tell(cell.place.clone(), text);
                    }
                }
            }
            Self::List(list) => {
                let lines = list.rows.iter().map(|row| ("", row));
                let totals = list.totals.iter().map(|row| ("total.", row));
                for (line, (kind, row)) in (1..).zip(lines.chain(totals)) {
                    for (column, cell) in (1..).zip(row) {
                        if let Some(text) = cell {
                            tell(format!("{}.{kind}{line}.{column}", list.place), text);
                        }
                    }
                }
            }
            Self::Opinion(opinion) => {
                for (name, cell) in [("text", &opinion.text), ("on", &opinion.on)] {
                    if let Some(text) = cell {
                        tell(format!("{}.{name}", opinion.place), text);
                    }
                }
            }
            Self::Signatures(places) => {
                for place in places {
                    tell(format!("{}.party", place.place), &place.party);
                    for (name, cell) in [("name", &place.name), ("on", &place.on)] {
                        if let Some(text) = cell {
                            tell(format!("{}.{name}", place.place), text);
                        }
                    }
                }
            }
        }
    }
}
