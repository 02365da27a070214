//! Living conditions, benefits and swaps of postings.

use app::assignment::Posting;
use app::benefit::BenefitLine;
use app::swap::SwapLine;
use chrono::NaiveDate;
use domain::assignment::living::{LivingItem, LivingKind};
use domain::benefit::{Benefit, BenefitKind, Totals};
use domain::id::{AssignmentId, BenefitId, LivingId, SwapId};
use domain::money::Fen;
use domain::refusal::{Judgement, Refusal};
use domain::swap::{Replacement, Swap, SwapKind};

use crate::{read, shape};

shape! {
    /// A living condition as it is typed.
    pub struct LivingForm {
        /// `None` for a new one.
        #[serde(default)]
        pub id: Option<String>,
        /// Id of the posting.
        pub assignment_id: String,
        /// Code or word of the 类别.
        pub kind: String,
        /// 问题或需要.
        pub problem: String,
        /// 责任人.
        pub owner: String,
        /// 提出日期.
        pub raised_on: String,
        /// 办理期限.
        #[serde(default)]
        pub due_on: Option<String>,
        /// 解决办法.
        #[serde(default)]
        pub help: String,
        /// 销号日期.
        #[serde(default)]
        pub closed_on: Option<String>,
    }

    /// A living condition on file.
    pub struct LivingRow {
        /// What was typed.
        #[serde(flatten)]
        pub form: LivingForm,
        /// Word of the 类别.
        pub kind_word: String,
        /// True while it is not closed.
        pub is_open: bool,
        /// True when it is open after its day.
        pub is_overdue: bool,
    }

    /// A benefit as it is typed; amounts in yuan.
    pub struct BenefitForm {
        /// `None` for a new one.
        #[serde(default)]
        pub id: Option<String>,
        /// Id of the posting.
        pub assignment_id: String,
        /// Code or word of the 项目.
        pub kind: String,
        /// 起.
        pub from: String,
        /// 止.
        pub to: String,
        /// 应发.
        #[serde(default)]
        pub due: Option<String>,
        /// 依据.
        #[serde(default)]
        pub basis: String,
        /// 实发.
        #[serde(default)]
        pub paid: Option<String>,
        /// 发放日期.
        #[serde(default)]
        pub paid_on: Option<String>,
        /// 备注.
        #[serde(default)]
        pub note: String,
    }

    /// A benefit on file.
    pub struct BenefitRow {
        /// What was typed.
        #[serde(flatten)]
        pub form: BenefitForm,
        /// Word of the 项目.
        pub kind_word: String,
        /// Name of the teacher.
        pub teacher: String,
        /// 受援学校.
        pub host_school: String,
        /// 差额: due less paid; nothing while it is not known what is due.
        pub difference: Option<String>,
    }

    /// All benefits of a year with their sums.
    pub struct BenefitSheet {
        /// The lines.
        pub rows: Vec<BenefitRow>,
        /// Sum of what is due.
        pub due: String,
        /// Sum of what was paid.
        pub paid: String,
        /// Sum of the differences.
        pub difference: String,
        /// Lines whose amount is open.
        pub n_open: u32,
    }

    /// A swap as it is typed.
    pub struct SwapForm {
        /// `None` for a new one.
        #[serde(default)]
        pub id: Option<String>,
        /// Code or word: 互派、三角置换.
        pub kind: String,
        /// Ids of its postings.
        pub members: Vec<String>,
        /// 被置换教师.
        #[serde(default)]
        pub released: String,
        /// 研修单位或项目.
        #[serde(default)]
        pub study: String,
        /// 研修开始.
        #[serde(default)]
        pub study_from: Option<String>,
        /// 研修结束.
        #[serde(default)]
        pub study_to: Option<String>,
        /// 实习生所在院校.
        #[serde(default)]
        pub college: String,
        /// 实习生人数.
        #[serde(default)]
        pub interns: Option<u8>,
    }

    /// A swap on file.
    pub struct SwapRow {
        /// What was typed.
        #[serde(flatten)]
        pub form: SwapForm,
        /// Word of the kind.
        pub kind_word: String,
        /// Each posting in one line, in the order of the members.
        pub postings: Vec<String>,
        /// What does not fit.
        pub doubts: Vec<String>,
    }
}

fn id_of<Noun>(
    typed: Option<&str>,
    new: domain::id::Id<Noun>,
    judgement: &mut Judgement,
) -> Option<domain::id::Id<Noun>> {
    match typed {
        Some(id) => read::id(id, "id", judgement),
        None => Some(new),
    }
}

fn required_day(
    text: &str,
    place: &str,
    what: &str,
    judgement: &mut Judgement,
) -> Option<NaiveDate> {
    if text.trim().is_empty() {
        judgement.refuse("INPUT-DATE", place, format!("请填写{what}"));
        return None;
    }
    read::date(Some(text), place, judgement)
}

impl LivingForm {
    /// The item that was typed; `new` is a new one's id.
    ///
    /// # Errors
    /// What could not be read.
    pub fn read(&self, new: LivingId) -> Result<LivingItem, Vec<Refusal>> {
        let mut judgement = Judgement::new();
        let id = id_of(self.id.as_deref(), new, &mut judgement);
        let assignment: Option<AssignmentId> =
            read::id(&self.assignment_id, "assignment_id", &mut judgement);
        let kind = read::choice(&self.kind, LivingKind::named, "kind", &mut judgement);
        let raised_on = required_day(&self.raised_on, "raised_on", "提出日期", &mut judgement);
        let due_on = read::date(self.due_on.as_deref(), "due_on", &mut judgement);
        let closed_on = read::date(self.closed_on.as_deref(), "closed_on", &mut judgement);
        match (id, assignment, kind, raised_on) {
            (Some(id), Some(assignment), Some(kind), Some(raised_on)) => {
                judgement.pass(LivingItem {
                    id,
                    assignment,
                    kind,
                    problem: self.problem.clone(),
                    owner: self.owner.clone(),
                    raised_on,
                    due_on,
                    help: self.help.clone(),
                    closed_on,
                })
            }
            _ => Err(judgement.into_refusals()),
        }
    }
}

impl LivingRow {
    /// An item on file.
    pub fn of(item: &LivingItem, today: NaiveDate) -> Self {
        Self {
            form: LivingForm {
                id: Some(item.id.to_string()),
                assignment_id: item.assignment.to_string(),
                kind: item.kind.code().to_owned(),
                problem: item.problem.clone(),
                owner: item.owner.clone(),
                raised_on: item.raised_on.to_string(),
                due_on: item.due_on.map(|day| day.to_string()),
                help: item.help.clone(),
                closed_on: item.closed_on.map(|day| day.to_string()),
            },
            kind_word: item.kind.word().to_owned(),
            is_open: item.is_open(),
            is_overdue: item.is_overdue(today),
        }
    }
}

fn money(text: Option<&str>, place: &str, judgement: &mut Judgement) -> Option<Fen> {
    let text = text.map(str::trim).filter(|text| !text.is_empty())?;
    let amount = text.parse().ok();
    if amount.is_none() {
        judgement.refuse(
            "INPUT-NUMBER",
            place,
            format!("“{text}”不是有效的金额，请填写最多两位小数的数字"),
        );
    }
    amount
}

impl BenefitForm {
    /// The benefit that was typed; `new` is a new one's id.
    ///
    /// # Errors
    /// What could not be read.
    pub fn read(&self, new: BenefitId) -> Result<Benefit, Vec<Refusal>> {
        let mut judgement = Judgement::new();
        let id = id_of(self.id.as_deref(), new, &mut judgement);
        let assignment: Option<AssignmentId> =
            read::id(&self.assignment_id, "assignment_id", &mut judgement);
        let kind = read::choice(&self.kind, BenefitKind::named, "kind", &mut judgement);
        let from = required_day(&self.from, "from", "开始日期", &mut judgement);
        let to = required_day(&self.to, "to", "结束日期", &mut judgement);
        let due = money(self.due.as_deref(), "due", &mut judgement);
        let paid = money(self.paid.as_deref(), "paid", &mut judgement);
        let paid_on = read::date(self.paid_on.as_deref(), "paid_on", &mut judgement);
        match (id, assignment, kind, from, to) {
            (Some(id), Some(assignment), Some(kind), Some(from), Some(to)) => {
                judgement.pass(Benefit {
                    id,
                    assignment,
                    kind,
                    from,
                    to,
                    due,
                    basis: self.basis.clone(),
                    paid,
                    paid_on,
                    note: self.note.clone(),
                })
            }
            _ => Err(judgement.into_refusals()),
        }
    }
}

impl BenefitRow {
    /// A benefit on file.
    pub fn of(benefit: &Benefit, posting: &Posting) -> Self {
        let money = |amount: Option<Fen>| amount.map(|amount| amount.to_string());
        Self {
            form: BenefitForm {
                id: Some(benefit.id.to_string()),
                assignment_id: benefit.assignment.to_string(),
                kind: benefit.kind.code().to_owned(),
                from: benefit.from.to_string(),
                to: benefit.to.to_string(),
                due: money(benefit.due),
                basis: benefit.basis.clone(),
                paid: money(benefit.paid),
                paid_on: benefit.paid_on.map(|day| day.to_string()),
                note: benefit.note.clone(),
            },
            kind_word: benefit.kind.word().to_owned(),
            teacher: posting.teacher.record.name.clone(),
            host_school: posting.host_school.name.clone(),
            difference: money(benefit.difference()),
        }
    }
}

impl BenefitSheet {
    /// The sheet of some lines.
    pub fn of(lines: &[BenefitLine]) -> Self {
        let totals = Totals::of(lines.iter().map(|line| &line.benefit));
        Self {
            rows: lines
                .iter()
                .map(|line| BenefitRow::of(&line.benefit, &line.posting))
                .collect(),
            due: totals.due.to_string(),
            paid: totals.paid.to_string(),
            difference: totals.difference.to_string(),
            n_open: crate::session::count(totals.n_open),
        }
    }
}

impl SwapForm {
    /// The swap that was typed; `new` is a new one's id.
    ///
    /// # Errors
    /// What could not be read.
    pub fn read(&self, new: SwapId) -> Result<Swap, Vec<Refusal>> {
        let mut judgement = Judgement::new();
        let id = id_of(self.id.as_deref(), new, &mut judgement);
        let kind = read::choice(&self.kind, SwapKind::named, "kind", &mut judgement);
        let members: Vec<AssignmentId> = self
            .members
            .iter()
            .filter_map(|id| read::id(id, "members", &mut judgement))
            .collect();
        let replacement = match kind {
            Some(SwapKind::Triangle) => self.read_replacement(&mut judgement),
            _ => None,
        };
        match (id, kind) {
            (Some(id), Some(kind)) => judgement.pass(Swap {
                id,
                kind,
                members,
                replacement,
            }),
            _ => Err(judgement.into_refusals()),
        }
    }

    /// The two other corners of a 三角置换.
    fn read_replacement(&self, judgement: &mut Judgement) -> Option<Replacement> {
        let mut day = |text: &Option<String>, place, what| {
            let text = text.as_deref().unwrap_or_default();
            required_day(text, place, what, judgement)
        };
        let study_from = day(&self.study_from, "study_from", "研修开始日期");
        let study_to = day(&self.study_to, "study_to", "研修结束日期");
        Some(Replacement {
            released: self.released.clone(),
            study: self.study.clone(),
            study_from: study_from?,
            study_to: study_to?,
            college: self.college.clone(),
            interns: self.interns,
        })
    }
}

impl SwapRow {
    /// A swap on file.
    pub fn of(line: &SwapLine) -> Self {
        let mut row = swap_row(&line.swap);
        row.postings = line
            .postings
            .iter()
            .map(|posting| {
                format!(
                    "{}（{} → {}）",
                    posting.teacher.record.name,
                    posting.sending_school.name,
                    posting.host_school.name
                )
            })
            .collect();
        row.doubts.clone_from(&line.doubts);
        row
    }
}

/// A swap without the words of its postings.
pub(crate) fn swap_row(swap: &Swap) -> SwapRow {
    let replacement = swap.replacement.as_ref();
    let text = |of: fn(&Replacement) -> &String| replacement.map(of).cloned().unwrap_or_default();
    SwapRow {
        form: SwapForm {
            id: Some(swap.id.to_string()),
            kind: swap.kind.code().to_owned(),
            members: swap.members.iter().map(ToString::to_string).collect(),
            released: text(|one| &one.released),
            study: text(|one| &one.study),
            study_from: replacement.map(|one| one.study_from.to_string()),
            study_to: replacement.map(|one| one.study_to.to_string()),
            college: text(|one| &one.college),
            interns: replacement.and_then(|one| one.interns),
        },
        kind_word: swap.kind.word().to_owned(),
        postings: Vec::new(),
        doubts: Vec::new(),
    }
}
