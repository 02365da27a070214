//! The same person twice in one file.
//!
//! Must never: take two namesakes for one when their ID numbers or births tell them apart.

use std::collections::HashMap;

use domain::teacher::id_number::IdNumber;
use domain::teacher::{BirthDate, TeacherRecord};

/// Where a person was first seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) sheet: String,
    pub(super) row: u32,
    /// True when the ID number told it.
    pub(super) is_by_id_number: bool,
}

struct Namesake {
    place: Place,
    birth: Option<BirthDate>,
    has_id_number: bool,
}

/// The persons that were accepted so far.
#[derive(Default)]
pub(super) struct Known {
    by_id_number: HashMap<String, Place>,
    by_name: HashMap<String, Vec<Namesake>>,
}

impl Known {
    /// Where this person was seen before; the rule is the one by which the records recognise a teacher.
    pub(super) fn same_as(&self, record: &TeacherRecord, id: Option<&IdNumber>) -> Option<&Place> {
        if let Some(id) = id
            && let Some(place) = self.by_id_number.get(id.whole())
        {
            return Some(place);
        }
        self.by_name
            .get(&record.name)?
            .iter()
            .find(|other| {
                let are_told_apart_by_id = id.is_some() && other.has_id_number;
                !are_told_apart_by_id
                    && match (record.birth, other.birth) {
                        (Some(mine), Some(its)) => mine.may_equal(its),
                        _ => true,
                    }
            })
            .map(|other| &other.place)
    }

    /// Notes an accepted person.
    pub(super) fn note(
        &mut self,
        sheet: &str,
        row: u32,
        record: &TeacherRecord,
        id: Option<&IdNumber>,
    ) {
        let place = |is_by_id_number| Place {
            sheet: sheet.to_owned(),
            row,
            is_by_id_number,
        };
        if let Some(id) = id {
            self.by_id_number.insert(id.whole().to_owned(), place(true));
        }
        self.by_name
            .entry(record.name.clone())
            .or_default()
            .push(Namesake {
                place: place(false),
                birth: record.birth,
                has_id_number: id.is_some(),
            });
    }
}
