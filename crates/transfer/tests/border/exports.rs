//! Files for outside: plain values, whatever they begin with.

use calamine::{Data, Reader, Xlsx};
use transfer::export::{self, Table, Value};
use transfer::rejects::rejects_file;
use transfer::sheet::{self, Encoding};
use transfer::template::roster_template;

use crate::made::{Chance, csv, data, mutants, read};

fn cells(bytes: &[u8]) -> Vec<Vec<String>> {
    sheet::read(bytes, Encoding::Detected).unwrap().sheets[0]
        .rows
        .iter()
        .map(|row| row.cells.iter().map(ToString::to_string).collect())
        .collect()
}

fn formulas(bytes: &[u8]) -> usize {
    let mut workbook = Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
    workbook
        .sheet_names()
        .iter()
        .map(|name| {
            workbook
                .worksheet_formula(name)
                .unwrap()
                .used_cells()
                .count()
        })
        .sum()
}

fn dangerous(count: usize) -> Vec<String> {
    let starts = [
        "=",
        "+",
        "-",
        "@",
        "\t",
        "\r",
        "\n",
        "＝",
        "＋",
        "－",
        "＠",
        " =",
        "\u{3000}=",
        "'=",
        "''",
    ];
    let mut chance = Chance(0x5eed_0004);
    (0..count)
        .map(|_| {
            let rest: String = (0..chance.below(12))
                .map(|_| char::from(b' ' + chance.byte() % 95))
                .collect();
            format!("{}{rest}", starts[chance.below(starts.len())])
        })
        .collect()
}

#[test]
fn no_text_becomes_a_formula_in_a_workbook_and_every_text_comes_back() {
    let texts = dangerous(mutants(1_000));
    let table = Table {
        name: "名单[1]".to_owned(),
        headings: vec!["=1+1".to_owned()],
        rows: texts
            .iter()
            .map(|text| vec![Value::text(text.as_str())])
            .collect(),
    };
    let file = export::xlsx(&[table]).unwrap();
    assert_eq!(formulas(&file), 0);
    let mut workbook = Xlsx::new(std::io::Cursor::new(&file)).unwrap();
    let range = workbook.worksheet_range_at(0).unwrap().unwrap();
    for (row, text) in (1..).zip(&texts) {
        // XML itself turns a lone carriage return into a line feed.
        let read = match range.get_value((row, 0)) {
            Some(Data::String(read)) => read.replace('\r', "\n"),
            other => panic!("{text:?} became {other:?}"),
        };
        assert_eq!(read, text.replace('\r', "\n"));
    }
}

#[test]
fn no_csv_field_can_calculate_and_every_text_comes_back() {
    let texts = dangerous(mutants(1_000));
    let table = Table {
        name: String::new(),
        headings: vec!["内容".to_owned(), "尾".to_owned()],
        rows: texts
            .iter()
            .map(|text| vec![Value::text(text.as_str()), Value::text("尾")])
            .collect(),
    };
    let file = export::csv(&table).unwrap();
    assert!(file.starts_with("\u{feff}内容".as_bytes()));
    let rows = cells(&file);
    for (row, text) in rows.iter().skip(1).zip(&texts) {
        assert_eq!(&row[0], text);
        let guarded = export::guarded(text);
        assert!(
            guarded.starts_with('\'') || text.starts_with(' '),
            "{text:?}"
        );
    }
    assert_eq!(rows.len(), texts.len() + 1);
}

#[test]
fn an_id_number_is_never_written_as_a_number() {
    let table = Table {
        name: "表".to_owned(),
        headings: vec!["号".to_owned(), "分".to_owned()],
        rows: vec![vec![
            Value::Whole(371_196_200_104_066_741),
            Value::Decimal("85.62".to_owned()),
        ]],
    };
    let file = export::xlsx(std::slice::from_ref(&table)).unwrap();
    assert_eq!(cells(&file)[1], ["371196200104066741", "85.62"]);
    assert_eq!(export::guarded("371196200104066741"), "'371196200104066741");
}

#[test]
fn refused_rows_come_back_with_their_own_cells_and_can_be_imported_again() {
    let reading = read(&data("roster-faulty.xlsx"));
    let file = rejects_file(&reading).unwrap();
    let rows = cells(&file);
    assert_eq!(rows.len(), 6);
    assert_eq!(rows[0][0], "姓名");
    assert_eq!(&rows[0][7..], ["问题", "原行号"]);
    assert_eq!((rows[2][2].as_str(), rows[2][8].as_str()), ("1983.13", "6"));
    assert!(rows[2][7].contains("C 出生日期"), "{}", rows[2][7]);
    assert_eq!(formulas(&file), 0);
    let again = read(&file);
    assert_eq!(again.counts.rows, 5);
    // The last was refused for being the second of its kind; alone it is a teacher.
    assert_eq!(again.counts.accepted, 1);
}

#[test]
fn a_formula_in_a_refused_cell_comes_back_as_a_text() {
    let reading = read(&csv(&["姓名|出生年月|备注", "苏一诺|不详|=1+1"]));
    let file = rejects_file(&reading).unwrap();
    assert_eq!(formulas(&file), 0);
    assert_eq!(cells(&file)[1][2], "=1+1");
    assert!(rejects_file(&read(&csv(&["姓名|性别", "苏一诺|女"]))).is_ok());
}

#[test]
fn the_template_is_read_back_column_by_column_and_holds_no_teacher() {
    let file = roster_template().unwrap();
    let reading = read(&file);
    assert_eq!(reading.counts.rows, 0);
    assert_eq!(reading.unused_sheets, ["填写示例"]);
    assert_eq!(reading.columns.len(), 16);
    assert!(reading.columns.iter().all(|column| column.field.is_some()));
    assert_eq!(file, roster_template().unwrap());
}
