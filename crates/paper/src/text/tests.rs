//! Lines of Chinese text: breaks, faces, missing glyphs.

use super::*;
use crate::length::mm;

const RARE: &str = "翯喆堃㛃犇骉𬱟頔·";

fn means() -> Means {
    Means::embedded().unwrap()
}

fn place() -> Place {
    Place::new("teacher.name", "姓名")
}

fn words(lines: &[SetLine]) -> String {
    lines
        .iter()
        .flat_map(|line| line.spots.iter().map(|spot| spot.c))
        .collect()
}

#[test]
fn every_rare_character_has_a_glyph_in_every_face() {
    let means = means();
    for face in [
        Face::Song,
        Face::SongBold,
        Face::Hei,
        Face::Kai,
        Face::FangSong,
    ] {
        for c in RARE.chars() {
            assert!(means.glyph(face, c).is_some(), "{c} in {face:?}");
        }
    }
}

#[test]
fn every_character_of_the_national_table_can_be_printed() {
    let means = means();
    let table = include_str!("../../fonts/table-8105.txt");
    let table = table
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::chars);
    let mut count = 0;
    for c in table {
        assert!(means.can_print(c), "{c}");
        count += 1;
    }
    assert_eq!(count, 8105);
}

#[test]
fn a_character_that_a_face_lacks_is_borrowed_from_song() {
    let means = means();
    let c = '鿕';
    assert!(means.glyph(Face::Song, c).is_some());
    assert_eq!(means.glyph(Face::Hei, c), means.glyph(Face::Song, c));
}

#[test]
fn a_missing_glyph_is_refused_with_its_place() {
    let means = means();
    let mut setter = Setter::new(&means);
    setter.set("王😀\u{30000}😀", &Style::VALUE, mm(500), &place());
    let messages: Vec<&str> = setter
        .refusals
        .iter()
        .map(|refusal| refusal.message.as_str())
        .collect();
    assert_eq!(messages.len(), 2, "{messages:?}");
    assert!(
        messages[0].contains("姓名") && messages[0].contains("U+1F600"),
        "{messages:?}"
    );
    assert!(messages[1].contains("U+30000"), "{messages:?}");
    assert!(
        setter
            .refusals
            .iter()
            .all(|refusal| refusal.place == "teacher.name")
    );
}

#[test]
fn a_radical_and_a_compatibility_character_become_their_ideographs() {
    assert_eq!(clean::clean("⼈⽂\u{F900}\u{2F800}"), "人文豈丽");
    assert_eq!(radicals::ideograph_of('\u{2FD5}'), '龠');
    // These twelve look like compatibility characters and are ideographs of their own.
    assert_eq!(radicals::ideograph_of('\u{FA0E}'), '\u{FA0E}');
}

#[test]
fn invisible_marks_are_dropped_and_line_ends_are_one() {
    assert_eq!(
        clean::clean("张\u{200B}三\u{FEFF}\r\n李\t四\u{FE0F}\r王"),
        "张三\n李 四\n王"
    );
}

const TEXT: &str = "在教学上，我坚持以学生为中心（含“学困生”），认真备课、上课、批改作业；全年听评课46节，\
    合格率由81.5%升至89%，获“优秀课例”一次。Project-based learning（PBL）也在五（2）班试行，效果良好！\
    带回《小数除法》《多边形的面积》等资源……";

#[test]
fn no_line_is_too_wide_and_nothing_is_lost() {
    let means = means();
    for width in (mm(150)..mm(1600)).step_by(1777) {
        let mut setter = Setter::new(&means);
        let lines = setter.set(TEXT, &Style::WRITTEN, width, &place());
        let plain = |text: &str| text.replace(' ', "");
        assert_eq!(plain(&words(&lines)), plain(TEXT));
        for line in &lines {
            let half = Style::WRITTEN.size / 2;
            assert!(
                line.end <= width + half,
                "{} > {width}: {}",
                line.end,
                words(std::slice::from_ref(line))
            );
        }
    }
}

#[test]
fn no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one() {
    let means = means();
    for width in (mm(250)..mm(1600)).step_by(1777) {
        let lines = Setter::new(&means).set(TEXT, &Style::WRITTEN, width, &place());
        for line in &lines {
            let first = line.spots.first().unwrap().c;
            let last = line.spots.last().unwrap().c;
            assert!(
                !"，。、；：！？）》”%".contains(first),
                "{first} begins a line at {width}"
            );
            assert!(!"（《“".contains(last), "{last} ends a line at {width}");
        }
    }
}

#[test]
fn a_justified_line_ends_at_the_edge_and_the_last_one_does_not() {
    let means = means();
    let width = mm(900);
    let text = "结对帮扶按备课上课研讨改进四步循环每月不少于两次".repeat(4);
    let lines = Setter::new(&means).set(&text, &Style::WRITTEN, width, &place());
    let (last, full) = lines.split_last().unwrap();
    assert!(full.len() > 2);
    for line in full {
        assert!(
            (line.end - width).abs() <= 1,
            "{} instead of {width}",
            line.end
        );
    }
    assert!(last.end < width);
    assert_eq!(lines[0].spots[0].x, 2 * Style::WRITTEN.size);
    assert_eq!(lines[1].spots[0].x, 0);
}

#[test]
fn a_word_wider_than_its_cell_is_broken_and_not_cut() {
    let means = means();
    let word = "Abdurahman".repeat(6);
    let lines = Setter::new(&means).set(&word, &Style::VALUE, mm(200), &place());
    assert!(lines.len() > 3);
    assert_eq!(words(&lines), word);
}
