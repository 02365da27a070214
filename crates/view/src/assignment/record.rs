//! A teacher's record of service.

use app::assignment::Posting;
use app::record::ServedTeacher as Record;
use domain::assignment::months::{self, Served, lacking_on_paper, on_paper};

use crate::shape;

shape! {
    /// The service of one teacher.
    pub struct ServedTeacher {
        /// Id.
        pub teacher_id: String,
        /// 姓名.
        pub teacher: String,
        /// Up to and with which day.
        pub until: String,
        /// His postings.
        pub postings: Vec<ServedPosting>,
        /// Months of all postings together.
        pub months: String,
        /// The same with the credit of the policy.
        pub credited: String,
        /// What the policy asks for a title.
        pub title: Title,
        /// Honours reached or near.
        pub honours: Vec<Honour>,
    }

    /// The months of one posting.
    pub struct ServedPosting {
        /// Id of the posting.
        pub assignment_id: String,
        /// 派出学校.
        pub sending_school: String,
        /// 受援学校.
        pub host_school: String,
        /// 起.
        pub start_on: String,
        /// 止.
        pub last_day: String,
        /// Code of the state.
        pub state: String,
        /// Its word.
        pub state_word: String,
        /// Actual months.
        pub months: String,
        /// With the credit of the policy.
        pub credited: String,
        /// 折算系数.
        pub credit: String,
        /// True when the whole posting is void.
        pub is_void: bool,
        /// By school year.
        pub years: Vec<ServedYear>,
    }

    /// The months of one school year.
    pub struct ServedYear {
        /// 学年.
        pub year: String,
        /// Months that count.
        pub months: String,
        /// True when the year is void.
        pub is_void: bool,
    }

    /// 职称前置条件.
    pub struct Title {
        /// Code: `hard`, `bonus` or `none`.
        pub force: String,
        /// Its word.
        pub force_word: String,
        /// The rule.
        pub rule: String,
        /// Months that are asked.
        pub required: Option<u32>,
        /// Months that count.
        pub counted: String,
        /// Actual months.
        pub actual: String,
        /// Months that are missing; nothing when nothing is asked.
        pub lacking: Option<String>,
        /// True when nothing is missing; nothing when nothing is asked.
        pub is_met: Option<bool>,
        /// The day on which they will be full.
        pub by: Option<String>,
        /// What a person must look at.
        pub notes: Vec<String>,
    }

    /// An honour for long work in the countryside.
    pub struct Honour {
        /// Code of the level.
        pub level: String,
        /// Its word.
        pub word: String,
        /// Years that it asks.
        pub asked: u32,
        /// Whole years so far.
        pub years: u32,
        /// True when they are full.
        pub is_reached: bool,
    }
}

impl ServedYear {
    fn of(year: &months::ServedYear) -> Self {
        Self {
            year: year.year.to_string(),
            months: on_paper(&year.months),
            is_void: year.is_void,
        }
    }
}

impl ServedPosting {
    pub(crate) fn of(posting: &Posting, service: &Served) -> Self {
        let assignment = &posting.assignment;
        let state = assignment.state();
        Self {
            assignment_id: assignment.id.to_string(),
            sending_school: posting.sending_school.name.clone(),
            host_school: posting.host_school.name.clone(),
            start_on: assignment.terms.start_on.to_string(),
            last_day: assignment.terms.last_day().to_string(),
            state: state.code().to_owned(),
            state_word: state.word().to_owned(),
            months: on_paper(&service.months),
            credited: on_paper(&service.credited),
            credit: assignment.terms.credit.to_string(),
            is_void: service.is_void,
            years: service.years.iter().map(ServedYear::of).collect(),
        }
    }
}

impl ServedTeacher {
    /// The record of one teacher.
    pub fn of(record: &Record) -> Self {
        let sum = |of: fn(&Served) -> &domain::exact::Exact| {
            let months = record
                .postings
                .iter()
                .map(|(_, service)| of(service).clone());
            on_paper(&months.sum::<domain::exact::Exact>())
        };
        let title = &record.title;
        Self {
            teacher_id: record.teacher.id.to_string(),
            teacher: record.teacher.record.name.clone(),
            until: record.until.to_string(),
            months: sum(|service| &service.months),
            credited: sum(|service| &service.credited),
            postings: record
                .postings
                .iter()
                .map(|(posting, service)| ServedPosting::of(posting, service))
                .collect(),
            title: Title {
                force: title.force.code().to_owned(),
                force_word: title.force.word().to_owned(),
                rule: title.rule.clone(),
                required: title.required,
                counted: on_paper(&title.counted),
                actual: on_paper(&title.actual),
                lacking: title.lacking.as_ref().map(lacking_on_paper),
                is_met: title.lacking.as_ref().map(domain::exact::Exact::is_zero),
                by: title.by.map(|day| day.to_string()),
                notes: title.notes.clone(),
            },
            honours: record
                .honours
                .iter()
                .map(|one| Honour {
                    level: one.level.code().to_owned(),
                    word: one.level.word().to_owned(),
                    asked: one.level.years(),
                    years: one.years,
                    is_reached: one.is_reached,
                })
                .collect(),
        }
    }
}
