//! Dates as offices write them.
//!
//! Must never: guess in silence. `1978.1` may be January, or October whose zero the spreadsheet dropped
//! (`1978.10` kept as a number becomes 1978.1): a number is read as October and a text as January, both with
//! a doubt that the caller settles by the ID number or tells the user.

use chrono::{Datelike, NaiveDate};
use domain::text::is_steering;

use super::plain::{half_width, is_nothing, shown, squeezed};
use crate::sheet::Cell;

/// A date whose day may be missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ReadDate {
    pub(super) year: i32,
    pub(super) month: u32,
    pub(super) day: Option<u32>,
    /// True for `1978.1`: January or October.
    pub(super) is_month_doubtful: bool,
}

impl ReadDate {
    /// The day, or the first of the month.
    pub(super) fn first_day(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year, self.month, self.day.unwrap_or(1))
    }
}

/// Reads a cell; nothing when it is empty or says so.
///
/// # Errors
/// What is wrong with it, for the user.
pub(super) fn read(cell: &Cell) -> Result<Option<ReadDate>, String> {
    match cell {
        Cell::Empty => Ok(None),
        Cell::Error(words) => Err(words.clone()),
        Cell::Date(day) => Ok(Some(ReadDate {
            year: day.year(),
            month: day.month(),
            day: Some(day.day()),
            is_month_doubtful: false,
        })),
        Cell::Number(text) => read_text(text, true, "1978.05 或 1978-05-06"),
        Cell::Text(text) => read_text(text, false, "1978.05 或 1978-05-06"),
    }
}

/// A date that is asked for to the day.
pub(super) fn read_to_the_day(text: &str) -> Result<Option<ReadDate>, String> {
    read_text(text, false, "2026-09-01")
}

/// `example` is how a message says it should be written.
fn read_text(text: &str, is_number: bool, example: &str) -> Result<Option<ReadDate>, String> {
    if is_nothing(&squeezed(text)) {
        return Ok(None);
    }
    let not_a_date = || format!("“{}”不是日期，请写成 {example}", shown(text));
    let parts = parts(text);
    let digits: Vec<&str> = parts.split('.').collect();
    if !digits
        .iter()
        .all(|part| !part.is_empty() && part.len() <= 8 && part.bytes().all(|b| b.is_ascii_digit()))
    {
        return Err(not_a_date());
    }
    let number = |digits: &str| digits.parse::<u32>().ok();
    let (year, month, day) = match digits.as_slice() {
        [all] if all.len() == 8 => (all.get(..4), all.get(4..6), all.get(6..)),
        [all] if all.len() == 6 => (all.get(..4), all.get(4..), None),
        [all] if all.len() == 4 && is_year(all) => {
            return Err(format!("“{}”只有年份，请补上月份", shown(text)));
        }
        [all] if is_number && all.len() == 5 => {
            return Err(format!(
                "“{}”像是没有设成日期格式的日期，请把该列设为日期格式",
                shown(text)
            ));
        }
        [year, month] => (Some(*year), Some(*month), None),
        [year, month, day] => (Some(*year), Some(*month), Some(*day)),
        _ => return Err(not_a_date()),
    };
    let (Some(year), Some(month)) = (year, month) else {
        return Err(not_a_date());
    };
    if year.len() == 2 && day.is_none_or(|day| day.len() <= 2) {
        return Err(format!("“{}”的年份请写四位，如 1978", shown(text)));
    }
    if year.len() != 4 || month.len() > 2 || day.is_some_and(|day| day.len() > 2) {
        return Err(not_a_date());
    }
    // A lone digit after the point: only for 1 are there two readings, since there is no month 20.
    let is_month_doubtful = day.is_none() && month == "1" && !text.contains(['月', '-', '/']);
    let date = ReadDate {
        year: number(year)
            .and_then(|year| i32::try_from(year).ok())
            .ok_or_else(not_a_date)?,
        month: if is_month_doubtful && is_number {
            10
        } else {
            number(month).ok_or_else(not_a_date)?
        },
        day: day.and_then(number),
        is_month_doubtful,
    };
    checked(date, text)
}

fn checked(date: ReadDate, text: &str) -> Result<Option<ReadDate>, String> {
    let text = shown(text);
    if !(1900..=2100).contains(&date.year) {
        return Err(format!("“{text}”的年份{}不对，请核对", date.year));
    }
    if !(1..=12).contains(&date.month) {
        return Err(format!(
            "“{text}”写的是{}月，没有这个月份，请核对",
            date.month
        ));
    }
    if date.first_day().is_none() {
        let day = date.day.unwrap_or_default();
        return Err(format!("“{text}”：{}月没有{day}日，请核对", date.month));
    }
    Ok(Some(date))
}

fn is_year(digits: &str) -> bool {
    digits.starts_with("19") || digits.starts_with("20")
}

/// The date's numbers with points between them, and without a time of day.
fn parts(text: &str) -> String {
    let text = half_width(text);
    let text = without_time(text.trim());
    let marked: String = with_arabic_digits(text)
        .chars()
        .filter_map(|c| match c {
            '年' | '月' | '-' | '/' | '\\' | '、' | ',' | '。' | '·' | '—' | '–' | '－' | '_'
            | '~' => Some('.'),
            '日' | '号' | '\'' | '‘' | '’' | '生' => None,
            c if c.is_whitespace() || is_steering(c) || matches!(c, '\u{200b}' | '\u{feff}') => {
                None
            }
            other => Some(other),
        })
        .collect();
    marked.trim_end_matches('.').to_owned()
}

/// `1978-05-06 00:00:00` and `1978-05-06T00:00` without their time.
fn without_time(text: &str) -> &str {
    match text.split_once([' ', 'T']) {
        Some((day, time)) if time.contains(':') => day,
        _ => text,
    }
}

/// Chinese numerals become digits: 一九七九年十二月 → 1979年12月.
fn with_arabic_digits(text: &str) -> String {
    let mut plain = String::new();
    let mut numeral = String::new();
    for c in text.chars() {
        if numeral_value(c).is_some() {
            numeral.push(c);
        } else {
            plain.push_str(&arabic(&numeral));
            numeral.clear();
            plain.push(c);
        }
    }
    plain.push_str(&arabic(&numeral));
    plain
}

fn arabic(numeral: &str) -> String {
    match numeral.split_once('十') {
        Some((tens, ones)) => format!("{}{}", digits(tens, '1'), digits(ones, '0')),
        None => digits(numeral, ' ').trim().to_owned(),
    }
}

fn digits(numeral: &str, when_empty: char) -> String {
    if numeral.is_empty() {
        return when_empty.to_string();
    }
    numeral
        .chars()
        .filter_map(numeral_value)
        .filter_map(|value| char::from_digit(value, 10))
        .collect()
}

fn numeral_value(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '零' | '○' | '◯' => 0,
        '一' | '元' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        // Its value stands in its place; see `arabic`.
        '十' => 10,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(cell: &Cell) -> Option<(i32, u32, Option<u32>)> {
        read(cell)
            .unwrap()
            .map(|date| (date.year, date.month, date.day))
    }

    #[test]
    fn every_way_in_which_offices_write_a_month_is_read() {
        for text in [
            "1978.05",
            "1978.5",
            "1978年5月",
            "1978年05月",
            "1978-05",
            "1978/5",
            "197805",
            "1978．05",
            "１９７８．０５",
            " 1978 . 05 ",
            "1978年 5月",
            "1978、5",
            "1978。05",
            "1978.05.",
            "一九七八年五月",
            "1978年5月生",
        ] {
            assert_eq!(
                of(&Cell::Text(text.to_owned())),
                Some((1978, 5, None)),
                "{text}"
            );
        }
        for text in ["1978.05", "1978.5", "197805"] {
            assert_eq!(
                of(&Cell::Number(text.to_owned())),
                Some((1978, 5, None)),
                "{text}"
            );
        }
    }

    #[test]
    fn every_way_in_which_offices_write_a_day_is_read() {
        for text in [
            "1978-05-06",
            "1978/5/6",
            "1978.5.6",
            "1978年5月6日",
            "1978年5月6号",
            "19780506",
            "1978-05-06 00:00:00",
            "1978/5/6 0:00",
            "1978-05-06T00:00:00",
            "一九七八年五月六日",
            "'1978-05-06",
        ] {
            assert_eq!(
                of(&Cell::Text(text.to_owned())),
                Some((1978, 5, Some(6))),
                "{text}"
            );
        }
        assert_eq!(
            of(&Cell::Number("19780506".to_owned())),
            Some((1978, 5, Some(6)))
        );
        let day = NaiveDate::from_ymd_opt(1978, 5, 6).unwrap();
        assert_eq!(of(&Cell::Date(day)), Some((1978, 5, Some(6))));
    }

    #[test]
    fn chinese_numerals_are_read() {
        for (text, date) in [
            ("一九七九年三月", (1979, 3, None)),
            ("一九七九年十二月二十三日", (1979, 12, Some(23))),
            ("二〇〇一年十月十日", (2001, 10, Some(10))),
            ("二零零一年十一月三十日", (2001, 11, Some(30))),
        ] {
            assert_eq!(of(&Cell::Text(text.to_owned())), Some(date), "{text}");
        }
    }

    #[test]
    fn a_dropped_zero_is_doubted_and_never_settled_in_silence() {
        let number = read(&Cell::Number("1978.1".to_owned())).unwrap().unwrap();
        assert_eq!((number.month, number.is_month_doubtful), (10, true));
        let text = read(&Cell::Text("1978.1".to_owned())).unwrap().unwrap();
        assert_eq!((text.month, text.is_month_doubtful), (1, true));
        for sure in [
            "1978.01",
            "1978.10",
            "1978.11",
            "1978.2",
            "1978年1月",
            "1978-1",
        ] {
            let date = read(&Cell::Text(sure.to_owned())).unwrap().unwrap();
            assert!(!date.is_month_doubtful, "{sure}");
        }
    }

    #[test]
    fn what_is_no_date_is_refused_with_the_reason() {
        for (text, reason) in [
            ("1983.13", "13月"),
            ("1983.0", "0月"),
            ("1983-02-30", "2月没有30日"),
            ("19831301", "13月"),
            ("1978", "只有年份"),
            ("78.05", "四位"),
            ("78年5月6日", "四位"),
            ("2978.05", "年份2978不对"),
            ("不详", "不是日期"),
            ("1978.05.06.07", "不是日期"),
            ("1978.0506", "不是日期"),
            ("05/06/1978", "不是日期"),
            ("1978-05至今", "不是日期"),
            ("十", "不是日期"),
            ("99999999999999999999", "不是日期"),
        ] {
            let refused = read(&Cell::Text(text.to_owned())).unwrap_err();
            assert!(refused.contains(reason), "{text}: {refused}");
        }
        assert!(
            read(&Cell::Number("28616".to_owned()))
                .unwrap_err()
                .contains("日期格式")
        );
        assert!(read(&Cell::Number("1e300".to_owned())).is_err());
    }

    #[test]
    fn an_empty_cell_and_a_dash_are_no_date() {
        for text in ["", "  ", "无", "—", "/"] {
            assert_eq!(of(&Cell::Text(text.to_owned())), None, "{text}");
        }
    }
}
