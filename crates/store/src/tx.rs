//! A change while it is being made: whoever holds a [`Tx`] may write, and everything that is written is noted
//! for the log.

use std::cell::RefCell;
use std::ops::Deref;

use chrono::NaiveDateTime;
use serde_json::{Map, Value as Json, json};

use domain::op::Op;

use crate::error::Error;
use crate::field::Fields;
use crate::records::Records;

/// How many names stand in the log's short text before it says only how many there are.
const NAMES_SHOWN: usize = 3;
/// Longest short text, in characters.
const LONGEST_ABOUT: usize = 100;

/// The open transaction of [`crate::Ledger::transact`]. Leads to all reads as well.
#[derive(Debug)]
pub struct Tx<'a> {
    records: &'a Records,
    at: String,
    changes: RefCell<Vec<Json>>,
    names: RefCell<Vec<String>>,
    about: RefCell<Option<String>>,
    notes: RefCell<Map<String, Json>>,
}

impl Deref for Tx<'_> {
    type Target = Records;

    fn deref(&self) -> &Records {
        self.records
    }
}

impl<'a> Tx<'a> {
    pub(crate) fn new(records: &'a Records, at: NaiveDateTime) -> Self {
        Self {
            records,
            at: at.format("%Y-%m-%dT%H:%M:%S").to_string(),
            changes: RefCell::default(),
            names: RefCell::default(),
            about: RefCell::default(),
            notes: RefCell::default(),
        }
    }

    /// Sets what the log says this is about, instead of the names of what was written. Never an ID number.
    pub fn set_about(&self, about: impl Into<String>) {
        *self.about.borrow_mut() = Some(about.into());
    }

    /// Adds a remark to the body of the log row, for example the name of the file that was imported.
    pub fn note(&self, name: &str, text: &str) {
        self.notes.borrow_mut().insert(name.to_owned(), text.into());
    }

    /// Runs a statement with the values of a record and the time of the change (`:at`).
    pub(crate) fn write(&self, sql: &str, fields: &Fields) -> Result<usize, Error> {
        let mut bound = fields.bound();
        bound.push((":at", &self.at));
        self.execute(sql, &bound)
    }

    /// Runs a statement with these values alone.
    pub(crate) fn execute(
        &self,
        sql: &str,
        bound: crate::records::Bound<'_>,
    ) -> Result<usize, Error> {
        self.records
            .connection
            .prepare(sql)
            .and_then(|mut statement| statement.execute(bound))
            .map_err(|source| self.records.broke(source))
    }

    /// Notes for the log that a record came, changed or went.
    pub(crate) fn record(
        &self,
        noun: &str,
        id: &str,
        name: &str,
        before: Option<&Fields>,
        after: Option<&Fields>,
    ) {
        let mut entry = Map::new();
        entry.insert("noun".to_owned(), noun.into());
        entry.insert("id".to_owned(), id.into());
        if let Some(before) = before {
            entry.insert("before".to_owned(), Json::Object(before.unlike(after)));
        }
        if let Some(after) = after {
            entry.insert("after".to_owned(), Json::Object(after.unlike(before)));
        }
        self.changes.borrow_mut().push(Json::Object(entry));
        let mut names = self.names.borrow_mut();
        if !name.is_empty() && !names.iter().any(|other| other == name) {
            names.push(name.to_owned());
        }
    }

    /// Adds the row of the log that ends the change. What was handed in as it is on file changes nothing, and nothing
    /// is logged.
    pub(crate) fn write_log(&self, op: Op) -> Result<(), Error> {
        let is_said = self.about.borrow().is_some() || !self.notes.borrow().is_empty();
        if self.changes.borrow().is_empty() && !is_said {
            return Ok(());
        }
        let mut body = Map::new();
        body.insert(
            "changes".to_owned(),
            Json::Array(self.changes.borrow().clone()),
        );
        let notes = self.notes.borrow();
        if !notes.is_empty() {
            body.insert("notes".to_owned(), json!(*notes));
        }
        let body = Json::Object(body).to_string();
        self.append_log(&self.at, op, &self.about_text(), &body)
    }

    fn about_text(&self) -> String {
        let about = match self.about.borrow().as_ref() {
            Some(about) => about.clone(),
            None => {
                let names = self.names.borrow();
                let shown: Vec<&str> = names.iter().take(NAMES_SHOWN).map(String::as_str).collect();
                let more = if names.len() > NAMES_SHOWN {
                    format!("等{}项", names.len())
                } else {
                    String::new()
                };
                format!("{}{more}", shown.join("、"))
            }
        };
        about.chars().take(LONGEST_ABOUT).collect()
    }
}
