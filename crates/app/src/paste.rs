//! Rows pasted from a spreadsheet: read, judged row by row, shown, and written only when they are confirmed.
//!
//! A row that cannot be kept stops none of the others; it is shown with all its reasons.

mod assignment;
mod candidate;
mod exemption;
mod heading;
mod need;

use std::collections::HashMap;

use domain::assignment::Assignment;
use domain::candidate::Candidate;
use domain::coded::{Coded, words};
use domain::exemption::Exemption;
use domain::id::{SchoolId, TeacherId};
use domain::need::Need;
use domain::op::Op;
use domain::refusal::{Judgement, Refusal};

use crate::clock::At;
use crate::failure::Failure;
use crate::session::Session;

/// What rows are read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasteKind {
    /// 受援学校需求.
    Need,
    /// 暂不列入.
    Exemption,
    /// 候选人.
    Candidate,
    /// 交流安排.
    Assignment,
}

impl PasteKind {
    /// Stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Need => "need",
            Self::Exemption => "exemption",
            Self::Candidate => "candidate",
            Self::Assignment => "assignment",
        }
    }

    /// The kind of a code.
    ///
    /// # Errors
    /// When there is none.
    pub fn named(code: &str) -> Result<Self, Failure> {
        [
            Self::Need,
            Self::Exemption,
            Self::Candidate,
            Self::Assignment,
        ]
        .into_iter()
        .find(|kind| kind.code() == code)
        .ok_or_else(|| {
            Refusal::at("PASTE-KIND", "kind", format!("不能粘贴“{code}”这一类内容")).into()
        })
    }

    /// The columns, in their order.
    pub fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Need => need::COLUMNS,
            Self::Exemption => exemption::COLUMNS,
            Self::Candidate => candidate::COLUMNS,
            Self::Assignment => assignment::COLUMNS,
        }
    }
}

/// What a row would become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Record {
    /// A need.
    Need(Need),
    /// An exemption.
    Exemption(Exemption),
    /// A candidate.
    Candidate(Box<Candidate>),
    /// A posting.
    Assignment(Box<Assignment>),
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its number, from 1, headings not counted.
    pub number: u32,
    /// Whom or what it is about: its first cell.
    pub about: String,
    /// What was read of it, in one line.
    pub text: String,
    /// What it would become; nothing when it cannot be kept.
    pub record: Option<Record>,
    /// True when it corrects one on file.
    pub is_known: bool,
    /// True when everything in it is on file already.
    pub is_unchanged: bool,
    /// What is wrong with it.
    pub problems: Vec<String>,
}

impl Row {
    /// `add`, `update`, `unchanged` or `refused`.
    pub fn action(&self) -> &'static str {
        match (&self.record, self.is_unchanged, self.is_known) {
            (None, ..) => "refused",
            (Some(_), true, _) => "unchanged",
            (Some(_), false, true) => "update",
            (Some(_), false, false) => "add",
        }
    }
}

/// Rows that were read and not yet written.
#[derive(Debug)]
pub struct Pasted {
    /// What they were read as.
    pub kind: PasteKind,
    /// What was pasted: it is read again before anything is written.
    text: String,
    /// The rows.
    pub rows: Vec<Row>,
}

/// What keeping them did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    /// New records.
    pub added: usize,
    /// Records that were changed.
    pub updated: usize,
}

impl Pasted {
    /// What is shown of each row, and thus what is agreed to.
    fn shown(&self) -> Vec<(&str, &'static str, &[String])> {
        self.rows
            .iter()
            .map(|row| (row.text.as_str(), row.action(), row.problems.as_slice()))
            .collect()
    }

    fn count(&self, action: &str) -> usize {
        self.rows
            .iter()
            .filter(|row| row.action() == action)
            .count()
    }

    /// Rows that would change the records.
    pub fn n_accepted(&self) -> usize {
        self.count("add") + self.count("update")
    }

    /// Rows that are on file already.
    pub fn n_unchanged(&self) -> usize {
        self.count("unchanged")
    }

    /// Rows that cannot be kept.
    pub fn n_refused(&self) -> usize {
        self.count("refused")
    }
}

/// Reads rows; writes nothing.
///
/// # Errors
/// When the text as a whole cannot be read; what is wrong with single rows is in the rows.
pub fn read(session: &Session, kind: PasteKind, text: &str, at: At) -> Result<Pasted, Failure> {
    let lines = heading::in_order(transfer::pasted::rows(text)?, kind.columns())?;
    if lines.is_empty() {
        let columns = kind.columns().join("、");
        let message = format!("没有可读的内容：表头以下一行也没有；可用的表头：{columns}");
        return Err(Refusal::new("PASTE-EMPTY", message).into());
    }
    let names = Names::of(session)?;
    let rows = match kind {
        PasteKind::Need => need::rows(session, &names, &lines, at)?,
        PasteKind::Exemption => exemption::rows(session, &names, &lines, at)?,
        PasteKind::Candidate => candidate::rows(session, &names, &lines, at)?,
        PasteKind::Assignment => assignment::rows(session, &names, &lines, at)?,
    };
    Ok(Pasted {
        kind,
        text: text.to_owned(),
        rows,
    })
}

/// Writes what [`read`] showed, all of it or nothing; refused rows are left out. The text is read again first: what
/// others changed meanwhile is never overwritten unseen.
///
/// # Errors
/// When the rows would now do something else, or they cannot be written.
pub fn confirm(session: &mut Session, pasted: &Pasted, at: At) -> Result<Kept, Failure> {
    let now = read(session, pasted.kind, &pasted.text, at)?;
    if now.shown() != pasted.shown() {
        return Err(Refusal::new(
            "PASTE-STALE",
            "预览之后台账有变动，请重新预览，核对后再确认",
        )
        .into());
    }
    let pasted = now;
    let kept = Kept {
        added: pasted.count("add"),
        updated: pasted.count("update"),
    };
    if kept.added + kept.updated == 0 {
        return Ok(kept);
    }
    session
        .ledger
        .transact(Op::PasteRows, at.naive_local(), |tx| {
            for row in pasted.rows.iter().filter(|row| !row.is_unchanged) {
                match (&row.record, row.is_known) {
                    (Some(Record::Need(need)), false) => tx.add_need(need)?,
                    (Some(Record::Need(need)), true) => tx.update_need(need)?,
                    (Some(Record::Exemption(one)), false) => tx.add_exemption(one)?,
                    (Some(Record::Exemption(one)), true) => tx.update_exemption(one)?,
                    (Some(Record::Candidate(one)), false) => tx.add_candidate(one)?,
                    (Some(Record::Candidate(one)), true) => tx.update_candidate(one)?,
                    (Some(Record::Assignment(one)), false) => tx.add_assignment(one)?,
                    (Some(Record::Assignment(one)), true) => tx.update_assignment(one)?,
                    (None, _) => {}
                }
            }
            Ok(kept)
        })
}

/// Teachers and schools by the names that people write.
pub(crate) struct Names {
    /// Full and short names of schools, with those that bear them.
    schools: HashMap<String, Vec<SchoolId>>,
    /// Names of teachers, with the last four of the ID number where it is on file.
    teachers: Vec<(String, String, TeacherId)>,
}

impl Names {
    fn of(session: &Session) -> Result<Self, Failure> {
        let mut schools: HashMap<String, Vec<SchoolId>> = HashMap::new();
        for school in session.ledger.schools()? {
            let mut names = vec![school.name, school.short_name];
            names.dedup();
            for name in names.into_iter().filter(|name| !name.is_empty()) {
                schools.entry(name).or_default().push(school.id);
            }
        }
        let teachers = session
            .ledger
            .teachers()?
            .into_iter()
            .map(|teacher| (teacher.record.name, teacher.record.id_tail, teacher.id))
            .collect();
        Ok(Self { schools, teachers })
    }

    /// The school of a full or short name.
    pub(crate) fn school(&self, text: &str, judgement: &mut Judgement) -> Option<SchoolId> {
        let message = match self.schools.get(text).map(Vec::as_slice) {
            Some([only]) => return Some(*only),
            Some(_) => format!("有几所学校叫“{text}”，请写全称"),
            None if text.is_empty() => "缺少学校".to_owned(),
            None => format!("没有登记学校“{text}”，请先在“学校”中登记"),
        };
        judgement.refuse("PASTE-SCHOOL", "school", message);
        None
    }

    /// The teacher of a name; `张三1234` tells two of one name apart by the last four of the ID number. A name that is on
    /// file as it is written is that name, whatever it ends in.
    pub(crate) fn teacher(&self, text: &str, judgement: &mut Judgement) -> Option<TeacherId> {
        let of = |name: &str, tail: Option<&str>| -> Vec<TeacherId> {
            let name = domain::teacher::closed_up_name(name);
            self.teachers
                .iter()
                .filter(|(known, id_tail, _)| {
                    *known == name && tail.is_none_or(|tail| id_tail == tail)
                })
                .map(|(_, _, id)| *id)
                .collect()
        };
        let mut found = of(text, None);
        let mut name = text.to_owned();
        if found.is_empty()
            && let Some((before, tail)) = transfer::pasted::name_and_tail(text)
        {
            found = of(&before, Some(&tail));
            name = before;
        }
        match found.as_slice() {
            [only] => Some(*only),
            [] => {
                judgement.refuse("PASTE-TEACHER", "name", format!("名册中没有“{text}”"));
                None
            }
            _ => {
                judgement.refuse(
                    "PASTE-TEACHER",
                    "name",
                    format!("名册中有几位“{name}”，请在姓名后加身份证末四位，如：{name}1234"),
                );
                None
            }
        }
    }
}

/// The cells of one row by their place; an absent one is empty.
pub(crate) struct Cells<'a> {
    /// The number of the row.
    number: u32,
    cells: &'a [String],
}

impl<'a> Cells<'a> {
    pub(crate) fn text(&self, place: usize) -> &'a str {
        self.cells.get(place).map_or("", String::as_str)
    }

    pub(crate) fn day(&self, place: usize, judgement: &mut Judgement) -> Option<chrono::NaiveDate> {
        match transfer::pasted::day(self.text(place)) {
            Ok(day) => day,
            Err(refusal) => {
                judgement.refuse(refusal.code, "", refusal.message);
                None
            }
        }
    }

    /// A value of one of the domain's lists; nothing for an empty cell.
    pub(crate) fn choice<T: Coded>(
        &self,
        place: usize,
        named: impl Fn(&str) -> Option<T>,
        judgement: &mut Judgement,
    ) -> Option<T> {
        let text = self.text(place);
        if text.is_empty() {
            return None;
        }
        let value = named(text);
        if value.is_none() {
            let choices = words::<T>();
            let message = format!("“{text}”不在可选的项目中，可填：{choices}");
            judgement.refuse("PASTE-CHOICE", "", message);
        }
        value
    }
}

/// Numbers the rows and words their refusals.
pub(crate) fn numbered<'a>(
    lines: &'a [Vec<String>],
    mut read: impl FnMut(Cells<'a>) -> Result<Result<(Record, bool, bool), Vec<Refusal>>, Failure>,
) -> Result<Vec<Row>, Failure> {
    let mut rows = Vec::new();
    for (number, cells) in (1..).zip(lines) {
        let shown: Vec<&str> = cells
            .iter()
            .map(String::as_str)
            .filter(|cell| !cell.is_empty())
            .collect();
        let mut row = Row {
            number,
            about: cells.first().cloned().unwrap_or_default(),
            text: shown.join("　"),
            record: None,
            is_known: false,
            is_unchanged: false,
            problems: Vec::new(),
        };
        match read(Cells { number, cells })? {
            Ok((record, is_known, is_unchanged)) => {
                row.record = Some(record);
                row.is_known = is_known;
                row.is_unchanged = is_unchanged;
            }
            Err(refusals) => {
                row.problems = refusals.into_iter().map(|one| one.message).collect();
            }
        }
        rows.push(row);
    }
    Ok(rows)
}

/// The refusal of a row that says again what row `number` says.
pub(crate) fn repeated(code: &'static str, number: u32, what: &str) -> Refusal {
    Refusal::new(code, format!("与第{number}行重复：{what}"))
}

/// Takes the refusals out of a failure; anything else is passed on.
pub(crate) fn refusals_of(failure: Failure) -> Result<Vec<Refusal>, Failure> {
    if failure.is_refusal() {
        Ok(failure.refusals)
    } else {
        Err(failure)
    }
}
