//! What is due in the cycle of a school year, each with its rule (C-2, B10). The days follow from the calendar
//! and the policy; a day that was moved by hand wins.

use chrono::{Days, NaiveDate};

use super::Calendar;
use crate::coded::coded;
use crate::policy::{Key, MonthDay, Policy};
use crate::year::Term;

/// One thing that is due once in a cycle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadline {
    /// Stable code, such as `roster`.
    pub code: &'static str,
    /// What is to be done.
    pub what: &'static str,
    /// Who does it.
    pub who: &'static str,
    /// The rule behind it; `C-2` where the sources give only the usual course of a year.
    pub rule: &'static str,
    /// The screen it is done on; empty for paper and meetings.
    pub step: &'static str,
    /// When.
    when: When,
}

/// How the day is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum When {
    /// A day before the year begins or in its first months.
    Before(u32, u32),
    /// A day in the calendar year in which the school year ends.
    After(u32, u32),
    /// The day that the policy names, else this one, before the year begins.
    Policy(Key, u32, u32),
    /// The Sunday of a teaching week.
    Week(Term, u32),
    /// The last day of a term.
    TermEnd(Term),
}

/// What is due, in the order of the year.
pub const DEADLINES: &[Deadline] = &[
    deadline(
        "needs",
        "了解受援学校需求（学科、人数、要求）",
        "受援学校",
        "R1002",
        "selection",
        When::Before(5, 31),
    ),
    deadline(
        "eligibility",
        "载入制度，判定符合条件教师；验看暂不列入证明",
        "派出学校",
        "R103",
        "selection",
        When::Before(6, 15),
    ),
    deadline(
        "mobilise",
        "宣传动员，教师自荐",
        "派出学校",
        "R1006",
        "selection",
        When::Before(6, 20),
    ),
    deadline(
        "recommend",
        "学校推荐拟交流教师",
        "派出学校",
        "R1006",
        "selection",
        When::Before(6, 30),
    ),
    deadline(
        "roster",
        "名单和名额核对报教育局",
        "派出学校",
        "R1001",
        "selection",
        When::Policy(Key::RosterDue, 7, 31),
    ),
    deadline(
        "approve",
        "审批分配；安排于学年开始前报批",
        "教育局",
        "R320",
        "selection",
        When::Policy(Key::ReportPlanBefore, 8, 31),
    ),
    deadline(
        "goals",
        "确定工作目标，签订责任书，选定结对骨干",
        "三方",
        "R607",
        "",
        When::Before(8, 31),
    ),
    deadline(
        "freeze",
        "年龄、年限截止日：冻结判定结果",
        "派出学校",
        "R103",
        "selection",
        When::Policy(Key::AgeRefMonthDay, 8, 31),
    ),
    deadline(
        "arrive",
        "教师到岗确认，落实生活保障，复核需求",
        "受援学校",
        "R319",
        "assignment",
        When::Week(Term::Autumn, 1),
    ),
    deadline(
        "midterm-autumn",
        "学期中督查，交流期中成绩分析",
        "受援学校",
        "R513",
        "",
        When::Week(Term::Autumn, 11),
    ),
    deadline(
        "calendar-year",
        "自然年度考核：明确牵头学校，出具情况意见",
        "两校",
        "C-2",
        "",
        When::After(1, 15),
    ),
    deadline(
        "stage-autumn",
        "秋季学期阶段考核，提出新学期要求",
        "受援学校",
        "R603",
        "appraisal",
        When::TermEnd(Term::Autumn),
    ),
    deadline(
        "feedback-autumn",
        "受援学校反馈（秋季学期）",
        "受援学校",
        "R618",
        "feedback",
        When::TermEnd(Term::Autumn),
    ),
    deadline(
        "results",
        "教科研总结、表彰和成果交流会",
        "两校",
        "R524",
        "",
        When::Week(Term::Spring, 10),
    ),
    deadline(
        "midterm-spring",
        "学期中督查，领导互访",
        "两校",
        "R513",
        "",
        When::Week(Term::Spring, 11),
    ),
    deadline(
        "summary",
        "教师交支教工作总结；各方测评截止",
        "交流教师",
        "R608",
        "appraisal",
        When::After(6, 15),
    ),
    deadline(
        "year-host",
        "学年终结考核：受援学校评分、校验、签章",
        "受援学校",
        "R603",
        "appraisal",
        When::After(6, 25),
    ),
    deadline(
        "year-sending",
        "派出学校复评、签章；考核组审定",
        "派出学校",
        "R604",
        "appraisal",
        When::After(6, 30),
    ),
    deadline(
        "commend",
        "暑假前召开总结表彰大会",
        "两校",
        "R712",
        "",
        When::After(7, 5),
    ),
    deadline(
        "publicity",
        "拟优秀公示（不少于5个工作日）",
        "两校",
        "C-2",
        "",
        When::After(7, 8),
    ),
    deadline(
        "notice",
        "书面告知结果，教师签收",
        "两校",
        "C-2",
        "report",
        When::After(7, 10),
    ),
    deadline(
        "stage-spring",
        "春季学期阶段考核",
        "受援学校",
        "R603",
        "appraisal",
        When::TermEnd(Term::Spring),
    ),
    deadline(
        "feedback-spring",
        "受援学校反馈（学年）",
        "受援学校",
        "R618",
        "feedback",
        When::TermEnd(Term::Spring),
    ),
    deadline(
        "archive",
        "总结报送、归档，台账和统计",
        "两校",
        "R608",
        "report",
        When::After(7, 31),
    ),
    deadline(
        "follow-up",
        "反馈问题销号，落实待遇和荣誉",
        "两校",
        "R629",
        "feedback",
        When::After(8, 31),
    ),
];

const fn deadline(
    code: &'static str,
    what: &'static str,
    who: &'static str,
    rule: &'static str,
    step: &'static str,
    when: When,
) -> Deadline {
    Deadline {
        code,
        what,
        who,
        rule,
        step,
        when,
    }
}

/// A deadline with its day in one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// Code of the deadline or survey.
    pub code: String,
    /// What is to be done.
    pub what: String,
    /// Who does it.
    pub who: String,
    /// The rule behind it.
    pub rule: String,
    /// The screen it is done on.
    pub step: String,
    /// The day that follows from the calendar.
    pub usual_on: NaiveDate,
    /// The day that counts.
    pub on: NaiveDate,
    /// The day it was done.
    pub done_on: Option<NaiveDate>,
    /// The holiday that the day falls on; empty for none.
    pub holiday: String,
}

coded! {
    /// How it stands with a deadline on a day.
    Standing {
        /// 已完成
        Done = "done", "已完成";
        /// 已逾期
        Late = "late", "已逾期";
        /// 两周之内
        Near = "near", "临近";
        /// 以后
        Ahead = "ahead", "未到期";
    }
}

/// Days within which a deadline is near.
const NEAR_DAYS: i64 = 14;

impl Due {
    /// Whole days from `today` to the day: 0 on the day, negative after it.
    pub fn days_left(&self, today: NaiveDate) -> i64 {
        (self.on - today).num_days()
    }

    /// How it stands on a day.
    pub fn standing(&self, today: NaiveDate) -> Standing {
        let left = self.days_left(today);
        if self.done_on.is_some() {
            Standing::Done
        } else if left < 0 {
            Standing::Late
        } else if left <= NEAR_DAYS {
            Standing::Near
        } else {
            Standing::Ahead
        }
    }
}

/// The deadline of a code.
pub fn find(code: &str) -> Option<&'static Deadline> {
    DEADLINES.iter().find(|deadline| deadline.code == code)
}

impl Deadline {
    /// The day that follows from a calendar and a policy.
    fn usual_on(&self, calendar: &Calendar, policy: &Policy) -> NaiveDate {
        let first = calendar.year.first_year();
        match self.when {
            When::Before(month, day) => super::date(first, month, day),
            When::After(month, day) => super::date(first + 1, month, day),
            When::Policy(key, month, day) => policy
                .month_day(key, None)
                .or_else(|| MonthDay::new(month, day))
                .map_or(NaiveDate::MIN, |day| day.in_year(first)),
            When::Week(term, week) => calendar.term(term).week_from(week) + Days::new(6),
            When::TermEnd(term) => calendar.term(term).last_day(),
        }
    }

    fn due(&self, calendar: &Calendar, policy: &Policy) -> Due {
        calendar.due(
            self.code,
            (self.what, self.who, self.rule, self.step),
            self.usual_on(calendar, policy),
        )
    }
}

impl Calendar {
    /// All that is due in the cycle of this year under a policy, surveys included, by day.
    pub fn deadlines(&self, policy: &Policy) -> Vec<Due> {
        let mut all: Vec<Due> = DEADLINES
            .iter()
            .map(|deadline| deadline.due(self, policy))
            .collect();
        all.extend(self.surveys(policy));
        all.sort_by(|a, b| (a.on, &a.code).cmp(&(b.on, &b.code)));
        all
    }

    /// One due thing with what was moved and done by hand.
    pub(super) fn due(
        &self,
        code: &str,
        (what, who, rule, step): (&str, &str, &str, &str),
        usual_on: NaiveDate,
    ) -> Due {
        let on = self.moved.get(code).copied().unwrap_or(usual_on);
        Due {
            code: code.to_owned(),
            what: what.to_owned(),
            who: who.to_owned(),
            rule: rule.to_owned(),
            step: step.to_owned(),
            usual_on,
            on,
            done_on: self.done.get(code).copied(),
            holiday: self
                .holiday_on(on)
                .map(|holiday| holiday.name.clone())
                .unwrap_or_default(),
        }
    }
}
