//! The layouts in which offices keep their rosters.

use chrono::NaiveDate;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use transfer::roster::{Field, Level, RosterReading};

use crate::made::{by_hand, cell, csv, data, packed, read, unpacked, xlsx};

fn names(reading: &RosterReading) -> Vec<&str> {
    reading
        .rows
        .iter()
        .map(|row| row.record.name.as_str())
        .collect()
}

fn first_problem(reading: &RosterReading) -> (u32, &str, Level, &str) {
    let problem = &reading.problems[0];
    (
        problem.row,
        &problem.column,
        problem.level,
        &problem.message,
    )
}

#[test]
fn a_header_of_two_rows_with_a_split_birth_is_read() {
    let reading = read(&xlsx(&[
        "青禾市第三小学教师一览表",
        "序号|姓名|出生|||职称||学历||到本校时间",
        "||年|月|日|名称|取得时间|层次|毕业院校|",
        "1|苏一诺|1981|1|6|一级教师|2012.10|本科|青禾师范|2019.09",
        "2|覃 山|1979|11||高级教师|2015年|本科|青禾师范|2010年9月",
        "序号|姓名|出生|||职称||学历||到本校时间",
        "||年|月|日|名称|取得时间|层次|毕业院校|",
        "3|卓然|1983|13||二级教师|||青禾师范|2018.09",
    ]));
    assert_eq!(names(&reading), ["苏一诺", "覃山"]);
    let record = &reading.rows[0].record;
    assert_eq!(record.birth.unwrap().to_string(), "1981-01-06");
    assert_eq!(
        (record.title.as_str(), record.title_awarded.as_str()),
        ("一级教师", "2012.10")
    );
    assert_eq!(record.joined_school_on, NaiveDate::from_ymd_opt(2019, 9, 1));
    assert_eq!(reading.rows[1].record.birth.unwrap().to_string(), "1979-11");
    assert_eq!(reading.rows[1].row, 5);
    let (row, column, level, message) = first_problem(&reading);
    assert_eq!((row, column, level), (8, "C 出生/年", Level::Refused));
    assert!(message.contains("13月"), "{message}");
    let unread: Vec<String> = reading
        .columns
        .iter()
        .filter(|column| column.field.is_none())
        .map(transfer::roster::ColumnUse::name)
        .collect();
    assert_eq!(unread, ["A 序号", "I 毕业院校"]);
}

#[test]
fn groups_above_a_whole_header_change_nothing() {
    let reading = read(&xlsx(&[
        "基本情况||||工作情况|",
        "姓名|性别|出生年月|身份证号|参加工作时间|职务",
        "苏一诺|女|1981.06||2003.08|校长",
    ]));
    assert_eq!(names(&reading), ["苏一诺"]);
    let known: Vec<Field> = reading
        .columns
        .iter()
        .filter_map(|column| column.field)
        .collect();
    assert_eq!(
        known,
        [
            Field::Name,
            Field::Sex,
            Field::Birth,
            Field::IdNumber,
            Field::JoinedWork,
            Field::Post
        ]
    );
}

#[test]
fn totals_signatures_notes_and_repeated_headers_are_no_teachers() {
    let reading = read(&csv(&[
        "青禾市实验小学教师花名册||",
        "姓名|性别|出生年月",
        "语文组||",
        "苏一诺|女|1981.06",
        "姓名|性别|出生年月",
        "小计|1|",
        "覃山|男|1979.11",
        "||",
        "合计|2人|",
        "填表人:|  |校长:",
        "说明:1.本表一式两份。||",
        "2.学历填最高学历。||",
    ]));
    assert_eq!(reading.problems, []);
    assert_eq!(names(&reading), ["苏一诺", "覃山"]);
}

#[test]
fn a_file_without_a_header_gives_one_clear_problem() {
    for file in [
        csv(&["苏一诺|女|1981.06", "覃山|男|1979.11"]),
        csv(&["项目|金额", "水费|12"]),
        xlsx(&[]),
    ] {
        let reading = read(&file);
        assert_eq!((reading.problems.len(), reading.counts.rows), (1, 0));
        assert!(first_problem(&reading).3.contains("没有找到表头"));
    }
    let reading = read(&csv(&["姓名|性别"]));
    assert!(first_problem(&reading).3.contains("没有教师"));
}

#[test]
fn an_old_workbook_is_read_without_its_hidden_sheet() {
    let reading = read(&data("roster-old.xls"));
    assert_eq!(names(&reading), ["苏禾", "覃远山", "阿依木·吐尔逊"]);
    assert_eq!(reading.rows[0].row, 3);
    assert_eq!(
        reading.rows[0].record.birth.unwrap().to_string(),
        "1988-03-12"
    );
    assert_eq!(reading.rows[2].record.birth.unwrap().to_string(), "1990-05");
    assert_eq!(reading.refused[0].row, 6);
    assert_eq!(reading.counts.rows, 4);
}

#[test]
fn all_visible_sheets_are_read_and_hidden_ones_are_not() {
    let mut workbook = Workbook::new();
    for (name, teacher) in [("语文组", "苏一诺"), ("数学组", "覃山"), ("旧表", "隐藏人")]
    {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name).unwrap();
        for (column, text) in (0..).zip(["姓名", "性别"]) {
            sheet.write_string(0, column, text).unwrap();
        }
        sheet.write_string(1, 0, teacher).unwrap();
        sheet.write_string(1, 1, "女").unwrap();
        sheet.set_hidden(name == "旧表");
    }
    let sheet = workbook.add_worksheet();
    sheet.set_name("填表说明").unwrap();
    sheet.write_string(0, 0, "请如实填写").unwrap();
    let reading = read(&workbook.save_to_buffer().unwrap());
    assert_eq!(names(&reading), ["苏一诺", "覃山"]);
    assert_eq!(reading.rows[1].sheet, "数学组");
    assert_eq!(reading.unused_sheets, ["填表说明"]);
}

#[test]
fn numbers_dates_and_formulas_of_a_workbook_are_understood() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, text) in (0..).zip(["姓名", "出生年月", "到本校时间", "身份证号"]) {
        sheet.write_string(0, column, text).unwrap();
    }
    let day = Format::new().set_num_format("yyyy\"年\"m\"月\"");
    let teachers = ["甲一诺", "乙一诺", "丙一诺", "丁一诺", "戊一诺", "庚一诺"];
    for (row, name) in (1..).zip(teachers) {
        sheet.write_string(row, 0, name).unwrap();
    }
    sheet.write_number(1, 1, 1978.05).unwrap();
    sheet.write_number(2, 1, 1978.1).unwrap();
    sheet
        .write_datetime_with_format(3, 1, ExcelDateTime::from_ymd(1978, 5, 6).unwrap(), &day)
        .unwrap();
    sheet.write_number(4, 1, 28616).unwrap();
    sheet
        .write_formula(5, 1, Formula::new("\"1978\"&\".05\"").set_result("1978.05"))
        .unwrap();
    // 1978.1 beside an ID number that says January.
    sheet.write_number(6, 1, 1978.1).unwrap();
    sheet.write_string(6, 3, "371196197801060023").unwrap();
    let reading = read(&workbook.save_to_buffer().unwrap());
    let births: Vec<String> = reading
        .rows
        .iter()
        .map(|row| {
            row.record
                .birth
                .map(|birth| birth.to_string())
                .unwrap_or_default()
        })
        .collect();
    assert_eq!(
        births,
        ["1978-05", "1978-10", "1978-05-06", "1978-05", "1978-01"],
        "{:?}",
        reading.problems
    );
    assert!(reading.rows[1].warnings[0].message.contains("10月"));
    let refused: Vec<(u32, &str)> = reading
        .refused
        .iter()
        .map(|row| (row.row, row.problems[0].message.as_str()))
        .collect();
    assert_eq!(refused.len(), 1, "{refused:?}");
    assert!(
        refused[0].0 == 5 && refused[0].1.contains("日期格式"),
        "{refused:?}"
    );
}

#[test]
fn id_numbers_are_compared_with_birth_and_sex_and_fill_what_is_missing() {
    let reading = read(&csv(&[
        "姓名|性别|出生年月|身份证号",
        "苏一诺|男|2001.04|371196200104066741",
        "覃山|||371196200104066741",
        "卓然|女|2001.05|37119620010406674x",
        "康乐|女|2001.05|3.71196E+17",
        "石川|人|1970.01|3711962001040667",
    ]));
    let told: Vec<(u32, &str, Level)> = reading
        .problems
        .iter()
        .map(|problem| (problem.row, problem.column.as_str(), problem.level))
        .collect();
    assert_eq!(
        told,
        [
            (2, "B 性别", Level::Warned),
            (3, "", Level::Refused),
            (4, "D 身份证号", Level::Warned),
            (4, "C 出生年月", Level::Warned),
            (5, "D 身份证号", Level::Refused),
            (6, "D 身份证号", Level::Refused),
            (6, "B 性别", Level::Refused),
        ]
    );
    let reading = read(&csv(&["姓名|身份证号", "苏一诺|371196200104066741"]));
    assert_eq!(
        reading.rows[0].record.birth.unwrap().to_string(),
        "2001-04-06"
    );
    assert_eq!(reading.rows[0].record.sex.unwrap().word(), "女");
}

#[test]
fn namesakes_are_two_persons_only_when_something_tells_them_apart() {
    let reading = read(&csv(&[
        "姓名|出生年月|身份证号",
        "苏一诺|1981.06|",
        "苏一诺|1982.06|",
        "苏 一诺|1981.06.02|",
        "覃山|1979.11|",
        "覃山||",
        "覃山 |1990.01|",
    ]));
    let kept: Vec<u32> = reading.rows.iter().map(|row| row.row).collect();
    assert_eq!(kept, [2, 3, 5, 7]);
    assert!(
        reading.refused[0].problems[0]
            .message
            .contains("与第2行重复")
    );
}

#[test]
fn a_formula_that_was_never_calculated_is_refused_with_its_cell() {
    let row = |number: u32, cells: String| format!("<row r=\"{number}\">{cells}</row>");
    let sheet = row(1, cell("A1", "姓名") + &cell("B1", "出生年月"))
        + &row(2, cell("A2", "苏一诺") + "<c r=\"B2\"><f>TODAY()</f></c>")
        + &row(
            3,
            cell("A3", "覃山") + "<c r=\"B3\"><f>1978.05</f><v>1978.05</v></c>",
        )
        + &row(
            4,
            cell("A4", "卓然") + "<c r=\"B4\" t=\"e\"><v>#N/A</v></c>",
        );
    let reading = read(&by_hand(&sheet, None));
    assert_eq!(names(&reading), ["覃山"]);
    assert_eq!(reading.problems[0].column, "B 出生年月");
    assert!(reading.problems[0].message.contains("公式没有计算结果"));
    assert!(reading.problems[1].message.contains("#N/A"));
}

#[test]
fn a_workbook_of_the_old_apple_calendar_gives_the_right_days() {
    let sheet = "<row r=\"1\">".to_owned()
        + &cell("A1", "姓名")
        + &cell("B1", "出生年月")
        + "</row><row r=\"2\">"
        + &cell("A2", "苏一诺")
        + "<c r=\"B2\" s=\"1\"><v>27154</v></c></row>";
    let mut parts = unpacked(&by_hand(&sheet, None));
    let relations = "xl/_rels/workbook.xml.rels";
    for (name, part) in &mut parts {
        let text = String::from_utf8(part.clone()).unwrap();
        let text = match name.as_str() {
            "xl/workbook.xml" => text.replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>"),
            name if name == relations => text.replace("</Relationships>", "<Relationship Id=\"r3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>"),
            _ => text,
        };
        *part = text.into_bytes();
    }
    let styles = "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>";
    parts.push(("xl/styles.xml".to_owned(), styles.as_bytes().to_vec()));
    let reading = read(&packed(&parts));
    assert_eq!(
        reading.rows[0].record.birth.unwrap().to_string(),
        "1978-05-06"
    );
}

#[test]
fn a_row_with_a_name_alone_is_warned_of() {
    let reading = read(&csv(&["姓名|性别|出生年月", "苏一诺||", "覃山|男|1979.11"]));
    assert_eq!((reading.counts.accepted, reading.counts.warned), (2, 1));
    assert_eq!(first_problem(&reading).1, "A 姓名");
}
