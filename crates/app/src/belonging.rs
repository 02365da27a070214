//! A record belongs to its school year and to its person: no correction moves it to others.

use domain::id::TeacherId;
use domain::refusal::{Judgement, Refusal};
use domain::year::SchoolYear;

use crate::failure::Failure;

/// The school year of a record, and whom it is about where it is about somebody.
pub(crate) type Belonging = (SchoolYear, Option<TeacherId>);

/// Refuses a correction that would move a record.
pub(crate) fn require_same(known: Belonging, typed: Belonging) -> Result<(), Failure> {
    let mut judgement = Judgement::new();
    if known.0 != typed.0 {
        let year = known.0.on_paper();
        let message = format!("这条记录属于{year}，请切换到该学年再改");
        judgement.take::<()>(Err(vec![Refusal::at("RECORD-YEAR", "year", message)]));
    }
    judgement.require(
        known.1 == typed.1,
        "RECORD-TEACHER",
        "teacher_id",
        "不能把这条记录改给另一位教师，请另行登记",
    );
    Ok(judgement.pass(())?)
}
