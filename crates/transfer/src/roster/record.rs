//! One row → one teacher's record, with all that is wrong with it.
//!
//! Must never: leave out a value that it does not understand without saying so.

use chrono::NaiveDate;
use domain::teacher::id_number::{IdNumber, IdNumberFault};
use domain::teacher::{BirthDate, Sex, Standing, TeacherRecord};

use super::date::{self, ReadDate};
use super::duplicates::Place;
use super::header::Header;
use super::heading::{Field, Part};
use super::plain::{is_nothing, shown, squeezed};
use super::{Level, Problem, column_name};
use crate::sheet::{Cell, Row, Sheet, column_letters};

/// A row that was read.
pub(super) struct Found {
    pub(super) record: TeacherRecord,
    pub(super) id_number: Option<IdNumber>,
    pub(super) problems: Vec<Problem>,
    sheet: String,
    row: u32,
}

impl Found {
    /// True when something refuses the row.
    pub(super) fn is_refused(&self) -> bool {
        self.problems
            .iter()
            .any(|problem| problem.level == Level::Refused)
    }

    /// Refuses the row as the second of its kind.
    pub(super) fn refuse_duplicate(&mut self, first: &Place) {
        let sheet = if first.sheet == self.sheet {
            String::new()
        } else {
            format!("工作表“{}”", shown(&first.sheet))
        };
        let why = if first.is_by_id_number {
            "身份证号相同"
        } else {
            "姓名相同，且出生年月和身份证号不能区分"
        };
        self.problems.push(Problem {
            sheet: self.sheet.clone(),
            row: self.row,
            column: String::new(),
            level: Level::Refused,
            message: format!("与{sheet}第{}行重复（{why}）", first.row),
        });
    }
}

/// Reads a row.
pub(super) fn read(sheet: &Sheet, row: &Row, header: &Header, today: NaiveDate) -> Found {
    let mut reader = RowReader {
        sheet,
        row,
        header,
        problems: Vec::new(),
    };
    let id_number = reader.id_number();
    let sex = reader.sex();
    let birth = reader.birth(id_number.as_ref());
    let mut record = TeacherRecord {
        name: reader.name(),
        sex: sex.or_else(|| id_number.as_ref().and_then(IdNumber::sex)),
        birth,
        id_tail: id_number
            .as_ref()
            .map(|id| id.tail().to_owned())
            .unwrap_or_default(),
        id_digest: String::new(),
        political_status: reader.text(Field::PoliticalStatus),
        education: reader.text(Field::Education),
        subject: reader.text(Field::Subject),
        title: reader.text(Field::Title),
        title_awarded: reader.text(Field::TitleAwarded),
        backbone: reader.text(Field::Backbone),
        post: reader.text(Field::Post),
        joined_work_on: reader.day(Field::JoinedWork),
        joined_school_on: reader.day(Field::JoinedSchool),
        on_establishment: reader.establishment(),
        phone: reader.text(Field::Phone),
        note: reader.text(Field::Note),
        standing: Standing::default(),
    };
    reader.compare(&record, sex, id_number.as_ref());
    reader.doubt_lonely_name();
    match record.clone().judged(today) {
        Ok(judged) => record = judged,
        Err(refusals) => {
            for refusal in refusals {
                match Field::from_code(&refusal.place) {
                    // A broken cell in the place of the name was told already.
                    Some(field) if reader.is_refused_at(field) => {}
                    Some(field) => reader.refuse(field, refusal.message),
                    None => reader.tell("", Level::Refused, refusal.message),
                }
            }
        }
    }
    Found {
        record,
        id_number,
        problems: reader.problems,
        sheet: sheet.name.clone(),
        row: row.number,
    }
}

struct RowReader<'a> {
    sheet: &'a Sheet,
    row: &'a Row,
    header: &'a Header,
    problems: Vec<Problem>,
}

impl RowReader<'_> {
    fn tell(&mut self, column: &str, level: Level, message: String) {
        self.problems.push(Problem {
            sheet: self.sheet.name.clone(),
            row: self.row.number,
            column: column.to_owned(),
            level,
            message,
        });
    }

    fn refuse(&mut self, field: Field, message: impl Into<String>) {
        self.tell(&self.column(field), Level::Refused, message.into());
    }

    fn warn(&mut self, field: Field, message: impl Into<String>) {
        self.tell(&self.column(field), Level::Warned, message.into());
    }

    fn is_refused_at(&self, field: Field) -> bool {
        let column = self.column(field);
        self.problems
            .iter()
            .any(|problem| problem.level == Level::Refused && problem.column == column)
    }

    /// `D 出生年月`; the field's own word when the file has no such column.
    fn column(&self, field: Field) -> String {
        [Part::Whole, Part::Year, Part::Month, Part::Day]
            .iter()
            .find_map(|part| self.header.column(field, *part))
            .map_or_else(
                || field.word().to_owned(),
                |column| column_name(&column_letters(column.place), &column.heading),
            )
    }

    fn cell(&self, field: Field, part: Part) -> &Cell {
        self.header
            .column(field, part)
            .map_or(&Cell::Empty, |column| self.row.cell(column.place))
    }

    /// A text as it stands; “无” and dashes are nothing. A date keeps its day.
    fn text(&mut self, field: Field) -> String {
        match self.cell(field, Part::Whole).clone() {
            Cell::Error(words) => {
                self.refuse(field, words);
                String::new()
            }
            cell => {
                let text = cell.to_string();
                if is_nothing(&squeezed(&text)) {
                    String::new()
                } else {
                    text.split_whitespace().collect::<Vec<_>>().join(" ")
                }
            }
        }
    }

    fn name(&mut self) -> String {
        match self.cell(Field::Name, Part::Whole).clone() {
            Cell::Text(text) => text,
            Cell::Empty => String::new(),
            Cell::Error(words) => {
                self.refuse(Field::Name, words);
                String::new()
            }
            Cell::Number(_) | Cell::Date(_) => {
                self.refuse(Field::Name, "姓名不应是数字或日期");
                String::new()
            }
        }
    }

    fn sex(&mut self) -> Option<Sex> {
        let text = self.text(Field::Sex);
        match squeezed(&text).to_ascii_uppercase().as_str() {
            "" => None,
            "男" | "男性" | "M" | "MALE" => Some(Sex::Male),
            "女" | "女性" | "F" | "FEMALE" => Some(Sex::Female),
            _ => {
                self.refuse(
                    Field::Sex,
                    format!("“{}”不是性别，请填“男”或“女”", shown(&text)),
                );
                None
            }
        }
    }

    fn id_number(&mut self) -> Option<IdNumber> {
        let cell = self.cell(Field::IdNumber, Part::Whole).clone();
        let text = self.text(Field::IdNumber);
        if text.is_empty() {
            return None;
        }
        // A number of more than 15 digits was rounded, whatever its last digits look like.
        let is_rounded = matches!(&cell, Cell::Number(digits) if digits.len() > 15);
        let read = if is_rounded {
            Err(IdNumberFault::Rounded)
        } else {
            IdNumber::read(&text)
        };
        match read {
            Ok((id, is_check_digit_right)) => {
                if !is_check_digit_right {
                    self.warn(Field::IdNumber, IdNumberFault::CheckDigit.to_string());
                }
                Some(id)
            }
            Err(fault) => {
                self.refuse(Field::IdNumber, fault.to_string());
                None
            }
        }
    }

    /// A date in one column, or over columns for year, month and day.
    fn date(&mut self, field: Field) -> Option<ReadDate> {
        let whole = self.cell(field, Part::Whole);
        let cell = if whole.is_blank() {
            let parts: Vec<String> = [Part::Year, Part::Month, Part::Day]
                .iter()
                .map(|part| squeezed(&self.cell(field, *part).to_string()))
                .filter(|part| !is_nothing(part))
                .collect();
            match parts.as_slice() {
                // “5” in a column of months is May: no zero was dropped, so no doubt arises.
                [year, month] => Cell::Text(format!("{year}-{month}")),
                parts => Cell::Text(parts.join("-")),
            }
        } else {
            whole.clone()
        };
        match date::read(&cell) {
            Ok(date) => date,
            Err(message) => {
                self.refuse(field, message);
                None
            }
        }
    }

    fn birth(&mut self, id: Option<&IdNumber>) -> Option<BirthDate> {
        let id_birth = id.and_then(IdNumber::birth).map(BirthDate::day);
        let Some(mut date) = self.date(Field::Birth) else {
            // The ID number states it, so nothing is guessed.
            return id_birth.filter(|_| !self.is_refused_at(Field::Birth));
        };
        if date.is_month_doubtful {
            let fits = [1, 10].into_iter().find(|month| {
                BirthDate::month(date.year, *month)
                    .zip(id_birth)
                    .is_some_and(|(month, birth)| month.may_equal(birth))
            });
            match fits {
                Some(month) => date.month = month,
                None => self.warn_of_month(Field::Birth, date),
            }
        }
        match date.day {
            Some(_) => date.first_day().map(BirthDate::day),
            None => BirthDate::month(date.year, date.month),
        }
    }

    /// A day; the first of the month when only the month is known, since terms begin then.
    fn day(&mut self, field: Field) -> Option<NaiveDate> {
        let date = self.date(field)?;
        if date.is_month_doubtful {
            self.warn_of_month(field, date);
        }
        date.first_day()
    }

    fn warn_of_month(&mut self, field: Field, date: ReadDate) {
        self.warn(
            field,
            format!(
                "“{year}.1”可能是{year}年1月，也可能是10月；已按{month}月读入，请核对",
                year = date.year,
                month = date.month
            ),
        );
    }

    fn establishment(&mut self) -> Option<bool> {
        let text = self.text(Field::Establishment);
        match squeezed(&text).as_str() {
            "" => None,
            "在编" | "是" | "有" | "编内" | "有编" | "事业编" | "事业编制" | "公办在编"
            | "在编在岗" | "正式" | "正式在编" | "在编教师" => Some(true),
            "合同" | "否" | "编外" | "不在编" | "非在编" | "未在编" | "无编" | "合同制"
            | "聘用" | "代课" | "临聘" | "编外聘用" | "合同教师" | "劳务派遣" | "人事代理" => {
                Some(false)
            }
            _ => {
                self.warn(
                    Field::Establishment,
                    format!(
                        "“{}”不能判断是否在编，此项未读入；请填“在编”或“合同”",
                        shown(&text)
                    ),
                );
                None
            }
        }
    }

    /// A name with nothing beside it may be a heading or a note.
    fn doubt_lonely_name(&mut self) {
        let known: Vec<_> = self
            .header
            .columns
            .iter()
            .filter(|column| column.meaning.is_some())
            .collect();
        let is_lonely = known.len() >= 3
            && known.iter().all(|column| {
                let is_name = column.meaning == Some((Field::Name, Part::Whole));
                is_name != self.row.cell(column.place).is_blank()
            });
        if is_lonely {
            self.warn(
                Field::Name,
                "这一行只有姓名，其他栏目都是空的；如果不是教师，请从文件中删去",
            );
        }
    }

    /// Compares what the ID number says with the other columns.
    fn compare(&mut self, record: &TeacherRecord, sex: Option<Sex>, id: Option<&IdNumber>) {
        let Some(id) = id else { return };
        if let (Some(birth), Some(in_id)) = (record.birth, id.birth())
            && !birth.may_equal(BirthDate::day(in_id))
        {
            self.warn(
                Field::Birth,
                format!("出生日期{birth}与身份证号中的{in_id}不一致，请核对"),
            );
        }
        if let (Some(sex), Some(in_id)) = (sex, id.sex())
            && sex != in_id
        {
            self.warn(
                Field::Sex,
                format!("性别“{}”与身份证号不一致，请核对", sex.word()),
            );
        }
    }
}
