//! Whom a policy names one by one, beside what it asks of everybody: last year's promotions (R109), and teachers of
//! rural schools for those of the town (R110).

use chrono::NaiveDate;

use super::Outcome;
use super::criteria::Criteria;
use super::facts::TeacherFacts;
use super::judge::{Finding, Met, finding, unknown_title};
use crate::teacher::title::{TitleRank, year_awarded};
use crate::year::day_on_paper;

/// What is found of a teacher by name, with what he would be if it is so.
pub(super) fn named(
    criteria: &Criteria,
    teacher: &TeacherFacts,
    day: NaiveDate,
) -> Vec<(Outcome, Finding)> {
    let promoted = promoted(criteria, teacher, day).map(|found| (Outcome::Must, found));
    let upward = upward(criteria, teacher, day).map(|found| (Outcome::May, found));
    promoted.into_iter().chain(upward).collect()
}

/// R109: whoever was awarded a middle or senior title last year and never worked in the countryside must go.
fn promoted(criteria: &Criteria, teacher: &TeacherFacts, day: NaiveDate) -> Option<Finding> {
    let (is_of_town, rule) = criteria.promoted.as_ref()?;
    let found = |met, message| Some(finding(met, "promotion", rule, message));
    let title = &teacher.title;
    let last_year = criteria.year.first_year() - 1;
    match is_of_town {
        Some(true) => {}
        Some(false) => return None,
        None => {
            let message = "本校概况未填城乡类别，不能确定是否适用".to_owned();
            return found(Met::Unknown, message);
        }
    }
    match TitleRank::read(title) {
        Some(rank) if rank >= TitleRank::Intermediate => {}
        Some(_) => return found(Met::No, format!("职称{title}，不是中级、高级职称")),
        None => return found(Met::Unknown, unknown_title(title)),
    }
    match year_awarded(&teacher.title_awarded) {
        Some(year) if year == last_year => {}
        Some(year) => return found(Met::No, format!("{title}是{year}年取得，不是上年度")),
        None => {
            let message = format!("没有登记{title}的取得时间，不能确定是否上年度取得");
            return found(Met::Unknown, message);
        }
    }
    if teacher.last_rural_day(day).is_some() {
        return found(Met::No, "有农村工作经历".to_owned());
    }
    if teacher.career.is_empty() {
        let message =
            format!("{last_year}年取得{title}，没有登记任教经历，不能确定有无农村工作经历");
        return found(Met::Unknown, message);
    }
    let message = format!("{last_year}年取得{title}，登记的经历中没有农村工作经历，必须交流");
    found(Met::Yes, message)
}

/// R110: young teachers of rural schools are picked for schools of the town.
fn upward(criteria: &Criteria, teacher: &TeacherFacts, day: NaiveDate) -> Option<Finding> {
    let upward = criteria.upward.as_ref()?;
    let found = |met, message| Some(finding(met, "upward", &upward.rule, message));
    match upward.is_of_country {
        Some(true) => {}
        // R109 has said already that the school's profile is not complete.
        Some(false) | None => return None,
    }
    let limit = upward.limit;
    let Some(birth) = teacher.birth.filter(|birth| birth.is_day_known()) else {
        let message = "出生日期不全，不能确定能否选派到城镇学校".to_owned();
        return found(Met::Unknown, message);
    };
    if upward.bound.admits(birth.earliest(), limit, day) {
        found(Met::Yes, format!("{limit}周岁以内，可选派到城镇学校交流"))
    } else {
        let first = day_on_paper(upward.bound.first_birth(limit, day));
        found(
            Met::No,
            format!("超过{limit}周岁（{first}及以后出生的在内）"),
        )
    }
}
