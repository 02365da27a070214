//! Tables that are pasted from a terminal: names that end in digits, headings as offices write them, and what is said
//! to people.

use shuangping_tests::Folder;
use shuangping_tests::desk::{Said, run, word};
use shuangping_tests::ground::{Ground, HOST, YEAR};

/// What the terminal says to people, not to scripts.
fn told(ground: &Ground, folder: &Folder, words: &[&str], table: &str) -> Said {
    let file = folder.join("表.txt");
    std::fs::write(&file, table).unwrap();
    let secret = folder.join("口令.txt");
    std::fs::write(&secret, "一句容易记住的话\n").unwrap();
    let (data, secret, file) = (word(ground.desk.data()), word(&secret), word(&file));
    let mut all = vec!["--data", &data, "--passphrase-file", &secret];
    all.extend(words);
    all.push(&file);
    run(&all)
}

fn pasted(ground: &Ground, table: &str) -> Said {
    let file = ground.join("表.txt");
    std::fs::write(&file, table).unwrap();
    ground
        .desk
        .run(&["assignment", "paste", "--year", YEAR, &word(&file)])
}

#[test]
fn people_are_told_in_chinese_what_became_of_each_row_and_of_all() {
    let ground = Ground::new("told").unwrap();
    let _ = ground.teacher("苏一诺");
    let folder = Folder::new("told table").unwrap();
    let table = format!(
        "姓名\t受援学校\t开始日期\t结束日期\n\
         苏一诺\t{HOST}\t2025-09-01\t2026-08-31\n\
         苏一诺\t{HOST}\t2025-09-01\t2026-08-31\n\
         无名氏\t{HOST}\t46266\t2026-08-31\n"
    );
    let words = ["assignment", "paste", "--year", YEAR];
    let mut trial = words.to_vec();
    trial.push("--dry-run");
    let said = told(&ground, &folder, &trial, &table);
    assert_eq!(said.exit, Some(1), "{said}");
    assert!(said.stdout.contains("第1行（苏一诺）可登记"), "{said}");
    assert!(
        said.stdout.contains("可写入1行，未变0行，未写入2行"),
        "{said}"
    );
    let said = told(&ground, &folder, &words, &table);
    assert_eq!(
        said.stdout.lines().collect::<Vec<_>>(),
        [
            "第1行（苏一诺）已登记",
            "第2行（苏一诺）未写入：与第1行重复：同一位教师、同一受援学校、同一开始日期",
            "第3行（无名氏）未写入：名册中没有“无名氏”；“46266”不是日期，请写成 2026-09-01",
            "写入1行，未变0行，未写入2行",
            "有问题的行没有写入，改正后可以再粘贴",
        ]
    );
    let first = table.lines().take(2).collect::<Vec<_>>().join("\n");
    let said = told(&ground, &folder, &words, &first);
    assert_eq!(said.exit, Some(0), "{said}");
    assert_eq!(
        said.stdout,
        "第1行（苏一诺）未变\n写入0行，未变1行，未写入0行\n"
    );
}

#[test]
fn a_name_that_ends_in_digits_is_a_name_and_numbers_come_in_either_width() {
    let ground = Ground::new("digits").unwrap();
    for name in ["交流教师01", "交流教师02"] {
        let _ = ground.teacher(name);
    }
    let table = format!(
        "姓名\t派出单位\t受援学校(单位)\t开始时间\t结束时间\t周课时\t交流方式\n\
         交流教师01\t\t{HOST}\t2025-09-01\t2026-08-31\t１４\t兼职\n\
         交流教师02\t\t{HOST}\t2025-09-01\t2026-08-31\t１４节\t骑马\n\
         交流教师\t\t{HOST}\t2025-09-01\t2026-08-31\n"
    );
    let said = pasted(&ground, &table);
    let rows = said.json()["rows"].clone();
    let problem = |row: usize| rows[row]["problems"].to_string();
    assert_eq!(rows[0]["action"], "add", "{said}");
    assert!(
        problem(1).contains("“骑马”不在可选的项目中，可填：全职、"),
        "{said}"
    );
    assert!(problem(2).contains("名册中没有“交流教师”"), "{said}");
    let listed = ground
        .desk
        .run(&["assignment", "list", "--year", YEAR])
        .done();
    assert_eq!(listed[0]["teacher"], "交流教师01");
    assert_eq!(listed[0]["weekly_lessons"], 14);
}

#[test]
fn a_table_without_rows_or_with_strange_headings_is_refused_as_a_whole() {
    let ground = Ground::new("empty table").unwrap();
    for table in ["", "\n\t\n", "姓名\t受援学校\t开始日期\t结束日期\n"] {
        let failed = pasted(&ground, table).failed(1);
        assert_eq!(failed.codes(), ["PASTE-EMPTY"], "{table:?}");
    }
    let failed = pasted(&ground, "姓名\t身高\t体重\n苏一诺\t1\t2\n").failed(1);
    assert_eq!(failed.codes(), ["PASTE-HEADING"]);
    assert!(
        failed
            .message
            .contains("不认得表头“身高”、“体重”；可用的表头：姓名、"),
        "{failed:?}"
    );
}

#[test]
fn a_row_that_repeats_another_names_it_in_every_table() {
    let ground = Ground::new("repeated").unwrap();
    let _ = ground.teacher("苏一诺");
    let file = ground.join("表.txt");
    for (noun, row) in [
        ("need", format!("{HOST}\t数学\t五年级\t１人\n")),
        ("exemption", "苏一诺\t孕期\t2026-06-01\n".to_owned()),
        ("candidate", "苏一诺\n".to_owned()),
    ] {
        std::fs::write(&file, row.repeat(2)).unwrap();
        let said = ground.desk.run(&[noun, "paste", "--dry-run", &word(&file)]);
        let rows = said.json()["rows"].clone();
        let problems = (
            rows[0]["problems"].to_string(),
            rows[1]["problems"].to_string(),
        );
        assert!(!problems.0.contains("重复"), "{noun}: {said}");
        assert!(problems.1.contains("与第1行重复"), "{noun}: {said}");
    }
}

#[test]
fn a_row_corrects_the_posting_of_its_school_and_overwrites_no_other() {
    let ground = Ground::new("paste schools").unwrap();
    let desk = &ground.desk;
    let _ = ground.teacher("苏一诺");
    for name in ["青禾市丙校", "青禾市丁校"] {
        let words = ["school", "add", "--name", name, "--stage", "小学"];
        let _ = desk.run(&words).done();
    }
    let head = "姓名\t派出学校\t受援学校\t开始日期\t结束日期\t方式\t学科\n";
    let row = |sending: &str, host: &str, subject: &str| {
        format!("苏一诺\t{sending}\t{host}\t2025-09-01\t2026-08-31\t兼职\t{subject}\n")
    };
    let said = pasted(
        &ground,
        &format!("{head}{}", row("青禾市丁校", HOST, "数学")),
    )
    .json();
    assert_eq!(said["rows"][0]["action"], "add", "{said}");
    // At another school it is another posting, and the first one stays as it is; what is left empty stays too.
    let both = format!(
        "{head}{}{}",
        row("", "青禾市丙校", "科学"),
        row("", HOST, "语文")
    );
    let said = pasted(&ground, &both).json();
    assert_eq!(
        (&said["rows"][0]["action"], &said["rows"][1]["action"]),
        (&"add".into(), &"update".into()),
        "{said}"
    );
    let listed = desk.run(&["assignment", "list", "--year", YEAR]).done();
    let mut told: Vec<String> = listed
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            format!(
                "{}→{} {}",
                one["sending_school"], one["host_school"], one["subject"]
            )
        })
        .map(|told| told.replace('"', ""))
        .collect();
    told.sort();
    assert_eq!(
        told,
        [
            format!("青禾市丁校→{HOST} 语文"),
            "青禾市实验小学→青禾市丙校 科学".to_owned()
        ]
    );
    let again = pasted(&ground, &both).json();
    assert_eq!(again["accepted"], 0, "{again}");
}

#[test]
fn an_arrival_that_is_pasted_onto_a_draft_is_registered_and_never_dropped() {
    let ground = Ground::new("paste arrivals").unwrap();
    let _ = ground.teacher("苏一诺");
    let head = "姓名\t受援学校\t开始日期\t结束日期\t批准文号\t批准日期\t到岗日期\n";
    let row = |rest: &str| format!("{head}苏一诺\t{HOST}\t2025-09-01\t2026-08-31\t{rest}\n");
    let _ = pasted(&ground, &row("\t\t")).done();
    let begun = row("教人〔2025〕18号\t2025-07-20\t2025-09-01");
    let said = pasted(&ground, &begun).done();
    assert_eq!(said["rows"][0]["action"], "update", "{said}");
    let listed = ground.desk.run(&["assignment", "list", "--year", YEAR]);
    assert_eq!(listed.done()[0]["state"], "active");
    assert_eq!(
        pasted(&ground, &begun).json()["rows"][0]["action"],
        "unchanged"
    );
    let said = pasted(&ground, &row("教人〔2025〕19号\t2025-07-20\t2025-09-01")).json();
    assert!(
        said["rows"][0]["problems"].to_string().contains("“在岗”"),
        "{said}"
    );
    // What is missing of the arrival is said together with what is wrong with the rest.
    let said = pasted(
        &ground,
        &format!("{head}苏一诺\t{HOST}\t2027-09-01\t2026-08-31\t教人〔2027〕1号\t\t2027-09-01\n"),
    )
    .json();
    let problems = said["rows"][0]["problems"].to_string();
    assert!(
        problems.contains("结束日期应晚于开始日期") && problems.contains("补登在岗须同时有"),
        "{said}"
    );
}

#[test]
fn a_posting_that_is_shortened_makes_room_for_the_next_one_in_the_same_paste() {
    let ground = Ground::new("paste room").unwrap();
    let _ = ground.teacher("苏一诺");
    let head = "姓名\t受援学校\t开始日期\t结束日期\n";
    let row = |from: &str, to: &str| format!("苏一诺\t{HOST}\t{from}\t{to}\n");
    let _ = pasted(
        &ground,
        &format!("{head}{}", row("2025-09-01", "2026-08-31")),
    )
    .done();
    let split = format!(
        "{head}{}{}",
        row("2025-09-01", "2026-01-31"),
        row("2026-02-01", "2026-08-31")
    );
    let said = pasted(&ground, &split).done();
    assert_eq!(
        (&said["rows"][0]["action"], &said["rows"][1]["action"]),
        (&"update".into(), &"add".into()),
        "{said}"
    );
}
