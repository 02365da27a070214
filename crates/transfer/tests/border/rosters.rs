//! The rosters that offices hand in: counts, rows and columns exactly.

use crate::made::{data, today};
use chrono::NaiveDate;
use domain::teacher::Sex;
use transfer::roster::{self, Field, Level, Problem, RosterReading};
use transfer::sheet::Encoding;

fn read(name: &str) -> RosterReading {
    roster::read(&data(name), Encoding::Detected, today()).unwrap()
}

fn problems(reading: &RosterReading, level: Level) -> Vec<(u32, &str)> {
    let at = |problem: &Problem| problem.level == level;
    reading
        .problems
        .iter()
        .filter(|problem| at(problem))
        .map(|problem| (problem.row, problem.column.as_str()))
        .collect()
}

#[test]
fn a_typical_roster_gives_all_its_teachers_and_nothing_else() {
    let reading = read("roster-typical.xlsx");
    assert_eq!(
        (
            reading.counts.rows,
            reading.counts.accepted,
            reading.counts.refused
        ),
        (64, 64, 0),
        "{:?}",
        reading.problems
    );
    println!("{:?}", reading.problems);
    assert_eq!(reading.counts.warned, 0);
    let first = &reading.rows[0];
    assert_eq!((first.row, first.record.name.as_str()), (4, "秦洁诺"));
    assert_eq!(first.record.sex, Some(Sex::Female));
    assert_eq!(first.record.birth.unwrap().to_string(), "2001-04-06");
    assert_eq!(first.record.id_tail, "6741");
    assert_eq!(
        first.id_number.as_ref().unwrap().whole(),
        "371196200104066741"
    );
    assert_eq!(
        first.record.joined_work_on,
        NaiveDate::from_ymd_opt(2025, 9, 1)
    );
    assert_eq!(first.record.on_establishment, Some(false));
    assert_eq!(first.record.phone, "13639345074");
    let row = |number| reading.rows.iter().find(|row| row.row == number).unwrap();
    assert_eq!(row(10).record.name, "高梦");
    assert_eq!(row(64).record.name, "苏一诺");
    assert_eq!(row(56).record.name, "阿依古丽·买买提");
    assert_eq!(row(42).record.name, "张𬱟");
    assert_eq!(row(9).record.birth.unwrap().to_string(), "1988-02");
    assert_eq!(
        row(67).record.joined_school_on,
        NaiveDate::from_ymd_opt(2026, 9, 1)
    );
    assert_eq!(reading.rows.last().unwrap().row, 67);
}

#[test]
fn a_faulty_roster_names_every_bad_row_and_column() {
    let reading = read("roster-faulty.xlsx");
    assert_eq!(
        problems(&reading, Level::Refused),
        [
            (4, "D 身份证号码"),
            (6, "C 出生日期"),
            (11, "A 姓名"),
            (13, "G 进入本校年月"),
            (22, ""),
        ]
    );
    for problem in &reading.problems {
        println!("{problem:?}");
    }
    assert_eq!(
        (
            reading.counts.rows,
            reading.counts.accepted,
            reading.counts.refused
        ),
        (21, 16, 5)
    );
    let numerals = reading.rows.iter().find(|row| row.row == 15).unwrap();
    assert_eq!(numerals.record.birth.unwrap().to_string(), "1979-03");
    assert!(problems(&reading, Level::Warned).contains(&(15, "C 出生日期")));
    let message = |row| {
        let problem = reading
            .problems
            .iter()
            .find(|problem| problem.row == row)
            .unwrap();
        problem.message.as_str()
    };
    assert!(message(4).contains("末几位已丢失"), "{}", message(4));
    assert!(message(6).contains("13月"), "{}", message(6));
    assert!(message(11).contains("姓名"), "{}", message(11));
    assert!(message(22).contains("与第3行重复"), "{}", message(22));
}

#[test]
fn a_gbk_csv_gives_its_teachers() {
    let reading = read("roster-gbk.csv");
    assert_eq!(
        (
            reading.counts.rows,
            reading.counts.accepted,
            reading.counts.warned
        ),
        (25, 25, 0)
    );
    assert_eq!(reading.rows[0].record.name, "蔡华国");
    assert_eq!(reading.rows[24].record.name, "陈㛃");
    assert_eq!(reading.rows[24].row, 26);
    assert_eq!(reading.columns[5].name(), "F 来校时间");
    assert_eq!(reading.columns[5].field, Some(Field::JoinedSchool));
    // 1992.10 is written with its zero, so it is October beyond doubt.
    assert_eq!(
        reading.rows[10].record.birth.unwrap().to_string(),
        "1992-10"
    );
}
