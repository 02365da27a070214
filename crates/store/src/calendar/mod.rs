//! The calendar of a school year as it is kept: its terms, its holidays, and what was moved or done by hand.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rusqlite::Row;

use domain::calendar::{Calendar, Holiday, TermPlan};
use domain::year::SchoolYear;

use crate::column;
use crate::error::Error;
use crate::field::Fields;
use crate::records::Records;
use crate::tx::Tx;

/// A deadline with the day it was moved to and the day it was done.
type Mark = (String, Option<NaiveDate>, Option<NaiveDate>);

impl Records {
    /// The calendar of a school year; none when none was set.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn calendar(&self, year: SchoolYear) -> Result<Option<Calendar>, Error> {
        let key: crate::records::Bound<'_> = &[(":year", &year.first_year())];
        let Some(calendar) = self.first(include_str!("get.sql"), key, read)? else {
            return Ok(None);
        };
        let mut calendar = Calendar {
            holidays: self.all(include_str!("list_holidays.sql"), key, read_holiday)?,
            ..calendar
        };
        for (code, moved_on, done_on) in self.all(include_str!("list_marks.sql"), key, read_mark)? {
            if let Some(day) = moved_on {
                calendar.moved.insert(code.clone(), day);
            }
            if let Some(day) = done_on {
                calendar.done.insert(code, day);
            }
        }
        Ok(Some(calendar))
    }
}

impl Tx<'_> {
    /// Keeps the calendar of a school year; it becomes exactly the given one.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn set_calendar(&self, calendar: &Calendar) -> Result<(), Error> {
        let before = self.calendar(calendar.year)?;
        let year = calendar.year.first_year();
        self.write(include_str!("set.sql"), &fields(calendar))?;
        self.execute(include_str!("clear_holidays.sql"), &[(":year", &year)])?;
        for (place, holiday) in (0_i64..).zip(&calendar.holidays) {
            let row = Fields::new()
                .with(":year", year)
                .with(":place", place)
                .with(":name", holiday.name.clone())
                .with(":from_on", holiday.from.to_string())
                .with(":to_on", holiday.to.to_string());
            self.execute(include_str!("add_holiday.sql"), &row.bound())?;
        }
        self.execute(include_str!("clear_marks.sql"), &[(":year", &year)])?;
        for (code, moved_on, done_on) in marks(calendar) {
            let row = Fields::new()
                .with(":year", year)
                .with(":code", code)
                .with(":moved_on", moved_on.map(|day| day.to_string()))
                .with(":done_on", done_on.map(|day| day.to_string()));
            self.execute(include_str!("add_mark.sql"), &row.bound())?;
        }
        self.record(
            "calendar",
            &calendar.year.to_string(),
            &calendar.year.on_paper(),
            before.as_ref().map(shown).as_ref(),
            Some(&shown(calendar)),
        );
        Ok(())
    }
}

fn marks(calendar: &Calendar) -> Vec<Mark> {
    let codes: BTreeSet<&String> = calendar.moved.keys().chain(calendar.done.keys()).collect();
    codes
        .into_iter()
        .map(|code| {
            let day = |days: &BTreeMap<String, NaiveDate>| days.get(code).copied();
            (code.clone(), day(&calendar.moved), day(&calendar.done))
        })
        .collect()
}

/// The row, the holidays and the marks: what the log shows.
fn shown(calendar: &Calendar) -> Fields {
    let mut fields = fields(calendar);
    for (number, holiday) in (1..).zip(&calendar.holidays) {
        let place = format!("holidays.{number}");
        fields = fields
            .with(format!("{place}.name"), holiday.name.clone())
            .with(format!("{place}.from"), holiday.from.to_string())
            .with(format!("{place}.to"), holiday.to.to_string());
    }
    for (code, day) in &calendar.moved {
        fields = fields.with(format!("moved.{code}"), day.to_string());
    }
    for (code, day) in &calendar.done {
        fields = fields.with(format!("done.{code}"), day.to_string());
    }
    fields
}

fn fields(calendar: &Calendar) -> Fields {
    let (autumn, spring) = (&calendar.autumn, &calendar.spring);
    Fields::new()
        .with_unlogged(":year", calendar.year.first_year())
        .with(":autumn_monday", autumn.first_monday.to_string())
        .with(":autumn_weeks", autumn.n_weeks)
        .with(":autumn_proposed", autumn.is_proposed)
        .with(":spring_monday", spring.first_monday.to_string())
        .with(":spring_weeks", spring.n_weeks)
        .with(":spring_proposed", spring.is_proposed)
}

/// A calendar without its holidays and marks.
fn read(row: &Row<'_>) -> rusqlite::Result<Calendar> {
    Ok(Calendar {
        year: column::year(row, "year")?,
        autumn: TermPlan {
            first_monday: column::day(row, "autumn_monday")?,
            n_weeks: row.get("autumn_weeks")?,
            is_proposed: row.get("autumn_proposed")?,
        },
        spring: TermPlan {
            first_monday: column::day(row, "spring_monday")?,
            n_weeks: row.get("spring_weeks")?,
            is_proposed: row.get("spring_proposed")?,
        },
        holidays: Vec::new(),
        moved: BTreeMap::new(),
        done: BTreeMap::new(),
    })
}

fn read_holiday(row: &Row<'_>) -> rusqlite::Result<Holiday> {
    Ok(Holiday {
        name: row.get("name")?,
        from: column::day(row, "from_on")?,
        to: column::day(row, "to_on")?,
    })
}

fn read_mark(row: &Row<'_>) -> rusqlite::Result<Mark> {
    Ok((
        row.get("code")?,
        column::day_or_none(row, "moved_on")?,
        column::day_or_none(row, "done_on")?,
    ))
}
