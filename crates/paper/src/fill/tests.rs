//! The fields of the sending school and how texts fit them.

use super::*;
use domain::report::ScoreRow;
use lopdf::{Document, Object};

fn means() -> Means {
    Means::embedded().unwrap()
}

fn fields() -> Vec<FillField> {
    fill_fields(&["S1", "S2", "S3", "S4", "S5"])
}

fn value(name: &str, text: &str) -> (String, String) {
    (name.to_owned(), text.to_owned())
}

fn opinion() -> FillField {
    fields()
        .into_iter()
        .find(|field| field.name == "sending.opinion")
        .unwrap()
}

#[test]
fn each_page_has_the_size_of_its_field() {
    let values = [
        value("sending.s1", "31.5"),
        value("sending.opinion", "同意。褚喆骉同志全年汇报3次。"),
    ];
    let pdf = draw_fill_sheet(&fields(), &values, &means()).unwrap();
    assert!(pdf == draw_fill_sheet(&fields(), &values, &means()).unwrap());
    let document = Document::load_mem(&pdf).unwrap();
    let pages = document.get_pages();
    assert_eq!(pages.len(), fields().len());
    for (page, field) in pages.values().zip(fields()) {
        let page = document.get_dictionary(*page).unwrap();
        let Ok(Object::Array(bounds)) = page.get(b"MediaBox") else {
            panic!("no size")
        };
        let width = bounds[2].as_float().unwrap();
        let height = bounds[3].as_float().unwrap();
        assert!((width - field.width as f32 / 1000.0).abs() < 0.01);
        assert!((height - field.height as f32 / 1000.0).abs() < 0.01);
    }
}

#[test]
fn the_counter_agrees_with_the_refusal() {
    let field = opinion();
    let mut text = String::new();
    let means = means();
    loop {
        let fit = fits(&field, &text, &means);
        let drawn = draw_fill_sheet(&fields(), &[value("sending.opinion", &text)], &means);
        assert_eq!(
            fit.fits,
            drawn.is_ok(),
            "{} characters",
            text.chars().count()
        );
        assert_eq!(fit.max_lines, 8);
        if !fit.fits {
            let Err(NotDrawn::Refused(refusals)) = drawn else {
                panic!("broken")
            };
            assert_eq!(refusals[0].place, "sending.opinion");
            break;
        }
        text.push_str("经核对出勤、听课与结对记录，与受援学校所报一致，同意其考核意见。");
    }
    assert!(text.chars().count() > 300);
}

#[test]
fn a_principal_with_forty_characters_fits() {
    let name: String = "阿卜杜热西提·买买提明·".chars().cycle().take(40).collect();
    let field = fields()
        .into_iter()
        .find(|field| field.name == "sending.principal")
        .unwrap();
    assert!(fits(&field, &name, &means()).fits);
}

#[test]
fn a_calculation_with_sources_left_out_and_fractions_fits() {
    let field = fields()
        .into_iter()
        .find(|field| field.name == "sending.calculation")
        .unwrap();
    let text = "受援学校评分 H=86.4\n\
        多元评价 M=受援校领导88.55×40%+同行85.25×100/3%+家长87.75×40/3%+自评92.15×40/3%=105163/1200\n\
        学生评价回收率不足三分之二(27/45),已按比例折算\n\
        家长评价回收率不足三分之二(27/45),已按比例折算\n\
        受援学校综合 HC=0.7×86.4+0.3×105163/1200=347083/4000\n\
        学年终结 YF=0.7×347083/4000+0.3×82.25=3416581/40000\n\
        年度得分 YEAR=0.3×86.125+0.7×3416581/40000=34251067/400000≈85.63\n建议档次:合格";
    let fit = fits(&field, text, &means());
    assert!(fit.fits, "{fit:?}");
}

#[test]
fn a_value_for_no_field_and_a_missing_glyph_are_refused_together() {
    let values = [value("host.total", "99"), value("sending.vetoes", "无😀")];
    let Err(NotDrawn::Refused(refusals)) = draw_fill_sheet(&fields(), &values, &means()) else {
        panic!("it was drawn")
    };
    let places: Vec<&str> = refusals
        .iter()
        .map(|refusal| refusal.place.as_str())
        .collect();
    assert_eq!(places, ["host.total", "sending.vetoes"]);
}

#[test]
fn a_missing_value_prints_as_a_dash_and_every_field_has_a_value() {
    let part = SendingPart {
        scores: vec![ScoreRow {
            code: "S1".to_owned(),
            ..ScoreRow::default()
        }],
        grade: Some("合格".to_owned()),
        ..SendingPart::default()
    };
    let values = fill_values(&part);
    let names: Vec<&str> = values.iter().map(|(name, _)| name.as_str()).collect();
    let fields = fill_fields(&["S1"]);
    assert_eq!(
        names,
        fields
            .iter()
            .map(|field| field.name.as_str())
            .collect::<Vec<_>>()
    );
    let dashes = values.iter().filter(|(_, text)| text == "—").count();
    assert_eq!(dashes, values.len() - 1);
    assert!(draw_fill_sheet(&fields, &values, &means()).is_ok());
}
