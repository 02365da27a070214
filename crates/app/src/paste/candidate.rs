//! Pasted candidates. A row says what it says: columns that it leaves empty stay as they are on file.

use domain::candidate::{Candidate, CandidateForm, Channel};
use domain::id::TeacherId;
use domain::refusal::{Judgement, Refusal};

use super::{Cells, Names, Record, Row, numbered, refusals_of, repeated};
use crate::candidate::{self, Ground};
use crate::clock::{self, At};
use crate::failure::Failure;
use crate::session::Session;

pub(super) const COLUMNS: &[&str] = &[
    "姓名",
    "渠道",
    "意向校1",
    "意向校2",
    "意向校3",
    "专长",
    "批次",
    "申请日期",
];

/// Places of the three wishes.
const WISHES: std::ops::RangeInclusive<usize> = 2..=4;

pub(super) fn rows(
    session: &Session,
    names: &Names,
    lines: &[Vec<String>],
    at: At,
) -> Result<Vec<Row>, Failure> {
    let known = session.ledger.candidates(session.year())?;
    let ground = Ground::of(session)?;
    let mut seen: Vec<(TeacherId, u32)> = Vec::new();
    numbered(lines, |cells| {
        let id = clock::new_id(at)?;
        let mut judgement = Judgement::new();
        let who = names.teacher(cells.text(0), &mut judgement);
        let before = known.iter().find(|one| Some(one.teacher) == who);
        let typed = typed(names, &cells, before, &mut judgement);
        let Some(teacher) = who else {
            return Ok(Err(judgement.into_refusals()));
        };
        if let Some((_, number)) = seen.iter().find(|(other, _)| *other == teacher) {
            let refusal = repeated("CANDIDATE-TWICE", *number, "同一位教师");
            judgement.take::<()>(Err(vec![refusal]));
        }
        seen.push((teacher, cells.number));
        let candidate = Candidate {
            id: before.map_or(id, |before| before.id),
            teacher,
            year: session.year(),
            run: None,
            form: typed,
        };
        let judged = match candidate::judge(session, &ground, candidate, at) {
            Ok(candidate) => Some(candidate),
            Err(failure) => {
                let refusals: Vec<Refusal> = refusals_of(failure)?;
                judgement.take::<Candidate>(Err(refusals))
            }
        };
        Ok(match judged {
            Some(candidate) => {
                let is_unchanged = before == Some(&candidate);
                judgement.pass((
                    Record::Candidate(Box::new(candidate)),
                    before.is_some(),
                    is_unchanged,
                ))
            }
            None => Err(judgement.into_refusals()),
        })
    })
}

fn typed(
    names: &Names,
    cells: &Cells<'_>,
    before: Option<&Candidate>,
    judgement: &mut Judgement,
) -> CandidateForm {
    let channel = cells.choice(1, Channel::named, judgement);
    judgement.require(
        channel.is_some() || before.is_some() || !cells.text(1).is_empty(),
        "CANDIDATE-CHANNEL",
        "channel",
        "没有填写选派渠道（自荐、组织选派或硬性流动）",
    );
    let mut form = before.map_or_else(
        || CandidateForm::new(channel.unwrap_or(Channel::Own)),
        |before| before.form.clone(),
    );
    if let Some(channel) = channel {
        form.channel = channel;
    }
    let wishes: Vec<_> = WISHES
        .map(|place| cells.text(place))
        .filter(|text| !text.is_empty())
        .filter_map(|text| names.school(text, judgement))
        .collect();
    if !wishes.is_empty() {
        form.wishes = wishes;
    }
    if !cells.text(5).is_empty() {
        cells.text(5).clone_into(&mut form.strengths);
    }
    match cells.text(6) {
        "" => {}
        text => match transfer::pasted::number(text, &['第', '批']) {
            Some(batch) => form.batch = Some(batch),
            None => judgement.refuse("PASTE-BATCH", "batch", format!("批次“{text}”不是整数")),
        },
    }
    if let Some(day) = cells.day(7, judgement) {
        form.applied_on = Some(day);
    }
    form
}
