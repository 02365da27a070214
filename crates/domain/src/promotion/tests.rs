//! Months for a title: what counts, for whom it binds, what is missing and by when it is there.

use super::*;
use crate::assignment::example::{self, Chance, after, arrived, day, in_state, p, some_postings};
use crate::assignment::months::{Served, of_teacher};
use crate::assignment::{Event, State};
use crate::exact::Points;
use crate::id::{SchoolId, TeacherId};
use crate::school::{SchoolProfile, Stage, Tier};
use crate::teacher::{CareerEntry, Standing, TeacherRecord};

fn home(tier: Option<Tier>) -> School {
    School {
        id: SchoolId::new(1, 1),
        name: "样例中心完小".to_owned(),
        short_name: String::new(),
        stage: Stage::Primary,
        principal: String::new(),
        is_mine: true,
        profile: SchoolProfile {
            tier,
            ..SchoolProfile::default()
        },
    }
}

/// The school to which the postings of these tests go.
fn host(area: Option<Area>) -> School {
    School {
        profile: SchoolProfile {
            area,
            ..SchoolProfile::default()
        },
        ..example::school(2)
    }
}

fn teacher(title: &str, awarded: &str, career: Vec<CareerEntry>) -> Teacher {
    Teacher {
        id: TeacherId::new(1, 1),
        record: TeacherRecord {
            title: title.to_owned(),
            title_awarded: awarded.to_owned(),
            standing: Standing {
                career,
                ..Standing::default()
            },
            ..TeacherRecord::default()
        },
    }
}

fn entry(kind: CareerKind, from: &str, to: Option<&str>) -> CareerEntry {
    CareerEntry {
        school: "样例村小".to_owned(),
        kind,
        from: day(from),
        to: to.map(day),
        is_rural: true,
    }
}

/// What P1 says of a teacher of 二级 with some career and postings.
fn under_p1(career: Vec<CareerEntry>, postings: &[Assignment], today: &str) -> TitleCheck {
    let teacher = teacher("二级教师", "2015-12", career);
    let home = home(Some(Tier::CompleteCentre));
    check(&p("P1"), &teacher, &home, postings, &[], day(today))
}

/// R701.
#[test]
fn the_months_bind_some_schools_and_favour_others() {
    for (tier, force, n_notes) in [
        (Some(Tier::TownshipMiddle), Force::Hard, 0),
        (Some(Tier::CompleteCentre), Force::Hard, 0),
        (Some(Tier::Area), Force::Bonus, 0),
        (Some(Tier::Village), Force::None, 1),
        (None, Force::Hard, 1),
    ] {
        let teacher = teacher("二级教师", "", Vec::new());
        let check = check(&p("P1"), &teacher, &home(tier), &[], &[], day("2026-09-01"));
        assert_eq!(check.force, force, "{tier:?}");
        assert_eq!(check.notes.len(), n_notes, "{tier:?} {:?}", check.notes);
        assert_eq!((check.required, check.rule.as_str()), (Some(12), "R701"));
    }
}

#[test]
fn a_title_below_the_named_one_is_not_bound() {
    let check = check(
        &p("P1"),
        &teacher("未评", "", Vec::new()),
        &home(Some(Tier::CompleteCentre)),
        &[],
        &[],
        day("2026-09-01"),
    );
    assert_eq!(check.force, Force::None);
    assert_eq!(check.notes, ["下一级职称为初级，不在所定的职称起点之内"]);
}

#[test]
fn a_policy_that_says_nothing_asks_nothing_and_still_counts() {
    let check = check(
        &p("P9c"),
        &teacher("二级教师", "", Vec::new()),
        &home(None),
        &[in_state(State::Completed)],
        &[],
        day("2028-01-01"),
    );
    assert_eq!(check.force, Force::None);
    assert_eq!(
        (check.required, check.lacking, check.by),
        (None, None, None)
    );
    assert_eq!(check.actual, Exact::whole(12));
    assert_eq!(check.rule, "");
}

#[test]
fn what_is_missing_and_by_when_it_will_be_there() {
    let posting = arrived(1, "2026-09-01", "2028-08-31");
    for (today, lacking, by) in [
        ("2026-08-31", "12", Some("2027-08-31")),
        ("2026-09-30", "11", Some("2027-08-31")),
        ("2027-02-28", "6", Some("2027-08-31")),
        ("2027-08-30", "1/31", Some("2027-08-31")),
        ("2027-08-31", "0", None),
        ("2028-08-31", "0", None),
    ] {
        let check = under_p1(Vec::new(), std::slice::from_ref(&posting), today);
        assert_eq!(check.lacking.unwrap().to_string(), lacking, "{today}");
        assert_eq!(check.by, by.map(day), "{today}");
    }
    let short = after(arrived(1, "2026-09-01", "2027-08-31"), &[Event::EndEarly]);
    let check = under_p1(Vec::new(), &[short], "2027-02-28");
    assert_eq!(check.by, None, "what has ended adds nothing more");
    let away = in_state(State::Suspended);
    assert_eq!(under_p1(Vec::new(), &[away], "2026-10-10").by, None);
    // In July his term is completed; its last day is still that of August.
    let done = in_state(State::Completed);
    let check = under_p1(Vec::new(), &[done], "2027-08-10");
    assert_eq!(check.by, Some(day("2027-08-31")));
}

#[test]
fn months_that_count_double_are_there_in_half_the_time() {
    let mut posting = arrived(1, "2026-09-01", "2027-08-31");
    posting.terms.credit = Points::whole(2);
    let check = under_p1(Vec::new(), &[posting], "2026-11-30");
    assert_eq!(
        (check.actual, check.counted),
        (Exact::whole(3), Exact::whole(6))
    );
    assert_eq!(check.by, Some(day("2027-02-28")));
}

#[test]
fn an_exchange_in_the_career_and_the_same_posting_count_once() {
    let posting = in_state(State::Completed);
    let same = entry(CareerKind::Exchange, "2026-09-01", Some("2027-08-31"));
    let earlier = entry(CareerKind::Support, "2020-09-01", Some("2021-01-31"));
    let teaching = entry(CareerKind::Teaching, "2010-09-01", Some("2020-08-31"));
    let actual = |career: Vec<CareerEntry>, postings: &[Assignment]| {
        under_p1(career, postings, "2030-01-01").actual
    };
    assert_eq!(
        actual(vec![same.clone(), same.clone()], &[]),
        Exact::whole(12)
    );
    let career = vec![same, earlier, teaching];
    assert_eq!(actual(career, &[posting]), Exact::whole(17));
}

#[test]
fn neither_a_void_year_nor_days_away_come_back_from_the_career() {
    let same = || {
        vec![entry(
            CareerKind::Exchange,
            "2026-09-01",
            Some("2027-08-31"),
        )]
    };
    let year_void = after(in_state(State::Completed), &[Event::VoidYear]);
    for void in [year_void, in_state(State::Voided)] {
        let check = under_p1(same(), &[void], "2030-01-01");
        assert!(check.actual.is_zero() && check.counted.is_zero());
    }
    let away = in_state(State::Suspended);
    let check = under_p1(same(), &[away], "2030-01-01");
    assert_eq!(check.actual, Exact::ratio(20, 30));
    // Whoever refused a posting and went elsewhere went elsewhere.
    let check = under_p1(same(), &[in_state(State::Refused)], "2030-01-01");
    assert_eq!(check.actual, Exact::whole(12));
}

#[test]
fn two_postings_at_once_count_each_day_once() {
    let postings = [
        arrived(1, "2026-09-01", "2027-08-31"),
        arrived(2, "2027-03-01", "2028-02-29"),
    ];
    let check = under_p1(Vec::new(), &postings, "2030-01-01");
    assert_eq!(check.actual, Exact::whole(18));
}

/// J-8: the title is asked of the same months that stand at the postings.
#[test]
fn the_months_of_a_title_are_those_of_the_postings() {
    let mut chance = Chance::new("months of a title");
    for _ in 0..200 {
        let mut postings = some_postings(&mut chance);
        for posting in &mut postings {
            posting.terms.credit = Points::whole(1 + i32::try_from(chance.below(3)).unwrap());
        }
        if chance.below(2) == 0 {
            let index = usize::try_from(chance.below(postings.len() as u64)).unwrap();
            postings[index] = after(postings[index].clone(), &[Event::VoidYear]);
        }
        let until = day("2024-06-01") + chrono::Days::new(chance.below(3000));
        let served = of_teacher(&postings, until);
        let check = under_p1(Vec::new(), &postings, &until.to_string());
        let sum =
            |of: fn(&Served) -> &Exact| served.iter().map(|one| of(one).clone()).sum::<Exact>();
        assert_eq!(check.actual, sum(|one| &one.months), "{postings:?}");
        assert_eq!(check.counted, sum(|one| &one.credited), "{postings:?}");
    }
}

/// R702: half of each day belongs to the town.
#[test]
fn a_day_that_is_shared_with_a_town_school_counts_for_its_country_half() {
    let mut town = arrived(2, "2024-09-01", "2025-08-31");
    town.host_school = SchoolId::new(7, 1);
    let postings = [arrived(1, "2024-09-01", "2025-08-31"), town];
    let mut city = host(Some(Area::City));
    city.id = SchoolId::new(7, 1);
    let check = check(
        &p("P2b"),
        &teacher("一级教师", "2015-12", Vec::new()),
        &home(None),
        &postings,
        &[host(Some(Area::Rural)), city],
        day("2025-08-31"),
    );
    assert_eq!(check.actual, Exact::whole(6));
    assert_eq!(check.lacking, Some(Exact::whole(6)));
}

/// R702.
#[test]
fn where_the_rank_must_be_the_present_one_months_before_it_do_not_count() {
    let posting = in_state(State::Completed);
    let of = |awarded: &str| {
        let teacher = teacher("一级教师", awarded, Vec::new());
        check(
            &p("P2b"),
            &teacher,
            &home(None),
            std::slice::from_ref(&posting),
            &[host(Some(Area::Rural))],
            day("2028-01-01"),
        )
    };
    for (awarded, months, is_known) in [
        ("2015-12", "12", true),
        ("2027-01-01", "8", true),
        ("2027.03", "6", true),
        ("2027年3月", "6", true),
        ("2027年3月16日", "5 16/31", true),
        ("", "12", false),
        ("去年", "12", false),
    ] {
        let check = of(awarded);
        let expected = match months.split_once(' ') {
            Some((whole, rest)) => whole.parse::<Exact>().unwrap() + rest.parse::<Exact>().unwrap(),
            None => months.parse().unwrap(),
        };
        assert_eq!(check.actual, expected, "{awarded}");
        let asks = check.notes.iter().any(|note| note.contains("职称取得时间"));
        assert_eq!(asks, !is_known, "{awarded} {:?}", check.notes);
        // Nobody can tell from the record whether he is of a town: the source's own remark is shown.
        assert!(
            check.notes.iter().any(|note| note.contains("城镇")),
            "{:?}",
            check.notes
        );
    }
}

/// R702.
#[test]
fn where_only_country_schools_count_a_town_counts_nothing_and_an_unknown_one_is_asked() {
    let posting = in_state(State::Completed);
    let of = |policy: &str, area: Option<Area>| {
        let check = check(
            &p(policy),
            &teacher("一级教师", "2015-12", Vec::new()),
            &home(None),
            std::slice::from_ref(&posting),
            &[host(area)],
            day("2028-01-01"),
        );
        (check.counted.to_string(), check.notes.join("；"))
    };
    assert_eq!(of("P2b", Some(Area::Rural)).0, "12");
    let (months, notes) = of("P2b", Some(Area::City));
    assert_eq!(months, "0");
    assert!(notes.contains("在城镇学校交流的月数没有计入"), "{notes}");
    let (months, notes) = of("P2b", None);
    assert_eq!(months, "0");
    assert!(notes.contains("没有填写城乡类别"), "{notes}");
    assert_eq!(of("P1", Some(Area::City)).0, "12", "P1 does not say where");
}
