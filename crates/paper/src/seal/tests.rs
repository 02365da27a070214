//! Seals as they are drawn.

use super::*;
use lopdf::{Document, Object};

fn means() -> Means {
    Means::embedded().unwrap()
}

#[test]
fn a_picture_keeps_its_transparency() {
    let rgba: Vec<u8> = (0..20 * 10)
        .flat_map(|i: u32| [200, 10, 10, (i % 256) as u8])
        .collect();
    let art = SealArt::Image {
        width: 20,
        height: 10,
        rgba: &rgba,
    };
    let pdf = draw_seal_sheet(&art, 42, &means()).unwrap();
    assert!(pdf == draw_seal_sheet(&art, 42, &means()).unwrap());
    let document = Document::load_mem(&pdf).unwrap();
    let masks = document
        .objects
        .values()
        .filter(|object| matches!(object, Object::Stream(stream) if stream.dict.has(b"SMask")));
    assert_eq!(masks.count(), 1);
}

#[test]
fn a_picture_whose_size_lies_is_refused() {
    let art = SealArt::Image {
        width: 300,
        height: 300,
        rgba: &[0; 16],
    };
    assert!(matches!(
        draw_seal_sheet(&art, 42, &means()),
        Err(NotDrawn::Refused(_))
    ));
    let art = SealArt::Image {
        width: 0,
        height: 0,
        rgba: &[],
    };
    assert!(matches!(
        draw_seal_sheet(&art, 42, &means()),
        Err(NotDrawn::Refused(_))
    ));
}

#[test]
fn a_seal_larger_than_the_law_allows_is_refused() {
    let art = SealArt::Practice {
        school: "示例小学"
    };
    assert!(draw_seal_sheet(&art, 45, &means()).is_ok());
    assert!(matches!(
        draw_seal_sheet(&art, 46, &means()),
        Err(NotDrawn::Refused(_))
    ));
    assert!(matches!(
        draw_seal_sheet(&art, 0, &means()),
        Err(NotDrawn::Refused(_))
    ));
}

#[test]
fn a_practice_seal_is_drawn_the_same_each_time_for_short_and_long_names() {
    let long = "示例学校".repeat(8);
    let art = SealArt::Practice { school: &long };
    assert!(matches!(
        draw_seal_sheet(&art, 42, &means()),
        Err(NotDrawn::Refused(_))
    ));
    for school in [
        "甲",
        "示例小学",
        "石桥乡示例九年一贯制学校",
        "示例省示例市示例区石桥乡中心九年一贯制学校",
    ] {
        let art = SealArt::Practice { school };
        let first = draw_seal_sheet(&art, 42, &means()).unwrap();
        assert!(first == draw_seal_sheet(&art, 42, &means()).unwrap());
    }
}

#[test]
fn a_block_of_words_that_does_not_fit_is_refused() {
    let notes: Vec<String> = (0..12).map(|line| format!("说明第{line}行")).collect();
    let art = SealArt::Text {
        school: "示例小学",
        notes: &notes,
    };
    assert!(matches!(
        draw_seal_sheet(&art, 42, &means()),
        Err(NotDrawn::Refused(_))
    ));
    let art = SealArt::Text {
        school: "示例小学",
        notes: &notes[..2],
    };
    assert!(draw_seal_sheet(&art, 42, &means()).is_ok());
}

#[test]
fn a_school_name_with_an_unknown_character_is_refused_with_its_place() {
    let art = SealArt::Practice {
        school: "示例😀小学",
    };
    let Err(NotDrawn::Refused(refusals)) = draw_seal_sheet(&art, 42, &means()) else {
        panic!("it was drawn")
    };
    assert_eq!(refusals[0].place, "school.name");
}
