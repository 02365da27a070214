//! The sending school's sheet, read and written.

use rusqlite::Row;

use domain::appraisal::SendingSheet;
use domain::appraisal::grade::Grade;
use domain::id::AppraisalId;
use domain::school::Side;

use crate::column;
use crate::error::Error;
use crate::field::Fields;
use crate::records::Records;
use crate::tx::Tx;

impl Records {
    pub(super) fn sending_sheet(&self, id: AppraisalId) -> Result<SendingSheet, Error> {
        let sheet = self
            .first(
                include_str!("get_sending.sql"),
                &[(":id", &id.to_string())],
                read,
            )?
            .ok_or_else(|| self.absent("派出学校复评表"))?;
        Ok(SendingSheet {
            scores: self.scores(id, Side::Sending)?,
            ..sheet
        })
    }
}

impl Tx<'_> {
    pub(super) fn write_sending_sheet(
        &self,
        id: AppraisalId,
        sheet: &SendingSheet,
    ) -> Result<(), Error> {
        let fields = Fields::new()
            .with(":appraisal_id", id.to_string())
            .with(":opinion", sheet.opinion.clone())
            .with(":principal", sheet.principal.clone())
            .with(":grade", sheet.grade.map(|grade| grade.code().to_owned()))
            .with(":grade_reason", sheet.grade_reason.clone());
        self.execute(include_str!("set_sending.sql"), &fields.bound())?;
        self.write_scores(id, Side::Sending, &sheet.scores)
    }
}

/// The sheet without its scores.
fn read(row: &Row<'_>) -> rusqlite::Result<SendingSheet> {
    Ok(SendingSheet {
        opinion: row.get("opinion")?,
        principal: row.get("principal")?,
        grade: column::coded_or_none(row, "grade", Grade::from_code)?,
        grade_reason: row.get("grade_reason")?,
        ..SendingSheet::default()
    })
}
