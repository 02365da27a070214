//! Points in time as PDF files and certificates write them.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, Timelike};
use der::asn1::GeneralizedTime;
use std::time::Duration;
use x509_cert::time::Time;

use crate::{Error, Result};

const CHINA_SECONDS: i32 = 8 * 3600;

/// A wall-clock time in China (UTC+08:00, no summer time) as a point in time.
#[must_use]
pub fn china(local: NaiveDateTime) -> DateTime<FixedOffset> {
    FixedOffset::east_opt(CHINA_SECONDS)
        .and_then(|zone| Some((local.checked_sub_offset(zone)?, zone)))
        .map_or_else(
            || local.and_utc().fixed_offset(),
            |(utc, zone)| DateTime::from_naive_utc_and_offset(utc, zone),
        )
}

/// `D:20260309101500+08'00'`, whole seconds.
pub(crate) fn pdf_date(at: DateTime<FixedOffset>) -> Result<String> {
    if !(1970..=9999).contains(&at.year()) {
        return Err(Error::Date);
    }
    let minutes = at.offset().local_minus_utc() / 60;
    let sign = if minutes < 0 { '-' } else { '+' };
    let (hours, rest) = (minutes.abs() / 60, minutes.abs() % 60);
    Ok(format!(
        "D:{:04}{:02}{:02}{:02}{:02}{:02}{sign}{hours:02}'{rest:02}'",
        at.year(),
        at.month(),
        at.day(),
        at.hour(),
        at.minute(),
        at.second()
    ))
}

/// The reverse of [`pdf_date`]; `None` for anything written otherwise.
pub(crate) fn read_pdf_date(text: &[u8]) -> Option<DateTime<FixedOffset>> {
    let text = std::str::from_utf8(text).ok()?.strip_prefix("D:")?;
    let digits = |from: usize, to: usize| text.get(from..to)?.parse::<u32>().ok();
    let year = i32::try_from(digits(0, 4)?).ok()?;
    let local = NaiveDate::from_ymd_opt(year, digits(4, 6)?, digits(6, 8)?)?.and_hms_opt(
        digits(8, 10)?,
        digits(10, 12)?,
        digits(12, 14)?,
    )?;
    let east = i32::try_from(digits(15, 17)? * 3600 + digits(18, 20)? * 60).ok()?;
    let zone = match text.get(14..15)? {
        "+" => FixedOffset::east_opt(east)?,
        "-" => FixedOffset::west_opt(east)?,
        _ => return None,
    };
    let at = DateTime::from_naive_utc_and_offset(local.checked_sub_offset(zone)?, zone);
    // Only our own way of writing it counts, so that one time has one spelling.
    (pdf_date(at).ok()?.strip_prefix("D:")? == text).then_some(at)
}

/// The time as a certificate writes it.
pub(crate) fn certificate_time(at: DateTime<FixedOffset>) -> Result<Time> {
    let seconds = u64::try_from(at.timestamp()).map_err(|_| Error::Date)?;
    GeneralizedTime::from_unix_duration(Duration::from_secs(seconds))
        .map(Time::GeneralTime)
        .map_err(|_| Error::Date)
}

/// The time of a certificate, in China's zone.
pub(crate) fn from_certificate(time: Time) -> Result<DateTime<FixedOffset>> {
    let seconds = i64::try_from(time.to_unix_duration().as_secs()).map_err(|_| Error::Date)?;
    let utc = DateTime::from_timestamp(seconds, 0).ok_or(Error::Date)?;
    let zone = FixedOffset::east_opt(CHINA_SECONDS).ok_or(Error::Date)?;
    Ok(utc.with_timezone(&zone))
}

/// The same wall-clock time so many years later (28 February where 29 does not exist).
pub(crate) fn years_later(at: DateTime<FixedOffset>, years: u32) -> Result<DateTime<FixedOffset>> {
    if !(1..=30).contains(&years) {
        return Err(Error::Date);
    }
    at.checked_add_months(chrono::Months::new(years * 12))
        .ok_or(Error::Date)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noon() -> DateTime<FixedOffset> {
        let day = NaiveDate::from_ymd_opt(2026, 3, 9).unwrap();
        china(day.and_hms_opt(12, 0, 5).unwrap())
    }

    #[test]
    fn a_date_comes_back_as_it_was_written() {
        let text = pdf_date(noon()).unwrap();
        assert_eq!(text, "D:20260309120005+08'00'");
        assert_eq!(read_pdf_date(text.as_bytes()), Some(noon()));
    }

    #[test]
    fn a_damaged_date_is_no_date() {
        for text in [
            "",
            "D:",
            "D:20261309120005+08'00'",
            "D:20260309120005",
            "D:2026030912000五+08'00'",
            "D:20260309120005+08'00'x",
            "D:+0260309120005+08'00'",
        ] {
            assert_eq!(read_pdf_date(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn a_year_after_29_february_is_28_february() {
        let day = NaiveDate::from_ymd_opt(2028, 2, 29).unwrap();
        let at = china(day.and_hms_opt(0, 0, 0).unwrap());
        let later = years_later(at, 1).unwrap();
        assert_eq!((later.month(), later.day()), (2, 28));
        assert_eq!(years_later(at, 0), Err(Error::Date));
    }
}
