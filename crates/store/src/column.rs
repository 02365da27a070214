//! Columns read as values of the domain. A value that the domain does not know is an error of the file, never
//! a default.

use std::error::Error as StdError;
use std::str::FromStr;

use chrono::NaiveDate;
use rusqlite::Row;
use rusqlite::types::Type;

use domain::exact::Points;
use domain::year::SchoolYear;

/// A text that parses.
pub(crate) fn parsed<T>(row: &Row<'_>, column: &str) -> rusqlite::Result<T>
where
    T: FromStr,
    T::Err: StdError + Send + Sync + 'static,
{
    let text: String = row.get(column)?;
    text.parse()
        .map_err(|error: T::Err| unreadable(column, error))
}

/// A text that parses, or nothing.
pub(crate) fn parsed_or_none<T>(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<T>>
where
    T: FromStr,
    T::Err: StdError + Send + Sync + 'static,
{
    let text: Option<String> = row.get(column)?;
    text.map(|text| {
        text.parse()
            .map_err(|error: T::Err| unreadable(column, error))
    })
    .transpose()
}

/// A day.
pub(crate) fn day(row: &Row<'_>, column: &str) -> rusqlite::Result<NaiveDate> {
    parsed(row, column)
}

/// A day, or nothing.
pub(crate) fn day_or_none(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<NaiveDate>> {
    parsed_or_none(row, column)
}

/// A value that has a stable code.
pub(crate) fn coded<T>(
    row: &Row<'_>,
    column: &str,
    from_code: impl Fn(&str) -> Option<T>,
) -> rusqlite::Result<T> {
    let code: String = row.get(column)?;
    from_code(&code).ok_or_else(|| unreadable(column, UnknownCode))
}

/// A value that has a stable code, or nothing.
pub(crate) fn coded_or_none<T>(
    row: &Row<'_>,
    column: &str,
    from_code: impl Fn(&str) -> Option<T>,
) -> rusqlite::Result<Option<T>> {
    let code: Option<String> = row.get(column)?;
    code.map(|code| from_code(&code).ok_or_else(|| unreadable(column, UnknownCode)))
        .transpose()
}

/// Points from hundredths.
pub(crate) fn points(row: &Row<'_>, column: &str) -> rusqlite::Result<Points> {
    Ok(Points::from_hundredths(row.get(column)?))
}

/// Points from hundredths, or nothing.
pub(crate) fn points_or_none(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<Points>> {
    let hundredths: Option<i32> = row.get(column)?;
    Ok(hundredths.map(Points::from_hundredths))
}

/// A school year from the calendar year it begins in.
pub(crate) fn year(row: &Row<'_>, column: &str) -> rusqlite::Result<SchoolYear> {
    SchoolYear::starting(row.get(column)?).map_err(|error| unreadable(column, error))
}

/// A code that this version does not know. The code itself is not printed: it came from a record.
#[derive(Debug, thiserror::Error)]
#[error("unknown code")]
pub(crate) struct UnknownCode;

/// A text that this version cannot read. The text itself is not printed either.
#[derive(Debug, thiserror::Error)]
#[error("unreadable text")]
pub(crate) struct UnreadableText;

/// The column holds what it cannot hold.
pub(crate) fn unreadable(
    column: &str,
    error: impl StdError + Send + Sync + 'static,
) -> rusqlite::Error {
    let cause = format!("{column}: {error}");
    rusqlite::Error::FromSqlConversionFailure(0, Type::Text, cause.into())
}
