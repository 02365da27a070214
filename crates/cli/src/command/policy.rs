//! Policies and the calendar: readable without records, complete with them.

use app::policy::{self, Comparison, Listed};
use app::{Failure, calendar, clock};
use domain::year::SchoolYear;
use serde_json::{Value, json};

use crate::args::{Global, Policy};
use crate::output::Answer;
use crate::{argument, form, place};

/// Lists, shows, compares, saves and adopts policies.
pub(crate) fn run(global: &Global, what: &Policy) -> Result<Answer, Failure> {
    match what {
        Policy::List => list(global),
        Policy::Show { id } => {
            let listed = match &global.data {
                Some(_) => policy::find(&place::open(global)?, id)?,
                None => policy::find_preset(id)?,
            };
            Ok(shown(&listed))
        }
        Policy::Diff {
            first,
            second,
            year,
        } => {
            let year: SchoolYear = argument::year(year)?;
            let comparison = match &global.data {
                Some(_) => policy::compare(&place::open(global)?, first, second, year)?,
                None => policy::compare_presets(first, second, year)?,
            };
            Ok(compared(&comparison))
        }
        Policy::Save(input) => {
            let mut session = place::open(global)?;
            let form: view::PolicyForm = form::read_over(place::input(input)?, &[], |id| {
                let known = policy::find(&session, id)?.own;
                Ok(known.map(|own| json!(view::PolicyForm::of(&own))))
            })?;
            let id = form.id.as_deref().map(str::parse).transpose()?;
            let saved = policy::save(&mut session, form.read(id)?, clock::now())?;
            Ok(shown(&saved))
        }
        Policy::Switch { id, off } => {
            let mut session = place::open(global)?;
            Ok(shown(&policy::switch(
                &mut session,
                id,
                !off,
                clock::now(),
            )?))
        }
        Policy::Adopt { id, year } => {
            let mut session = place::open(global)?;
            if let Some(year) = year {
                session = session.looking_at(argument::year(year)?);
            }
            Ok(shown(&policy::adopt(&mut session, id, clock::now())?))
        }
    }
}

fn list(global: &Global) -> Result<Answer, Failure> {
    let all = match &global.data {
        Some(_) => policy::list(&place::open(global)?)?,
        None => policy::presets(),
    };
    let says = all
        .iter()
        .map(|listed| {
            let policy = &listed.policy;
            let incomplete = if policy.is_complete {
                ""
            } else {
                "（节录，条款不全）"
            };
            let in_force = if listed.is_in_force {
                "  ← 现用"
            } else if listed.is_beside {
                "  ← 已启用"
            } else {
                ""
            };
            format!(
                "{}  {}  第{}版  {}{incomplete}{in_force}",
                policy.code, policy.name, policy.version, policy.source
            )
        })
        .collect();
    let rows: Vec<Value> = all.iter().map(whole).collect();
    Ok(Answer::new(json!(rows), says))
}

/// A whole policy, with its parameters by their place.
fn whole(listed: &Listed) -> Value {
    let view = view::Policy::of(listed);
    let mut json = json!(view);
    if let Value::Object(fields) = &mut json {
        fields.insert("parameters".to_owned(), json!(view.parameters()));
    }
    json
}

fn shown(listed: &Listed) -> Answer {
    let view = view::Policy::of(listed);
    let mut says = vec![
        format!(
            "{}  {}  第{}版",
            view.row.id, view.row.name, view.row.version
        ),
        view.description.clone(),
    ];
    says.extend(view.details.iter().map(|one| {
        let way = if one.track_word.is_empty() {
            String::new()
        } else {
            format!("（{}）", one.track_word)
        };
        format!(
            "  {}{way}：{}  {} {} {}",
            one.word, one.words, one.rule, one.source, one.origin_word
        )
    }));
    Answer::new(whole(listed), says)
}

fn compared(comparison: &Comparison) -> Answer {
    let view = view::PolicyComparison::of(comparison);
    let mut says: Vec<String> = view
        .differences
        .iter()
        .map(|one| {
            format!(
                "{}{}：{} → {}",
                one.word, one.track_word, one.first, one.second
            )
        })
        .collect();
    says.extend(
        view.people
            .iter()
            .map(|one| format!("  {}：{} → {}", one.name, one.first_word, one.second_word)),
    );
    if !view.why_nobody.is_empty() {
        says.push(view.why_nobody.clone());
    }
    Answer::new(json!(view), says)
}

/// The calendar of a school year: terms, weeks and what is due.
pub(crate) fn calendar(global: &Global, year: Option<&str>) -> Result<Answer, Failure> {
    let at = clock::now();
    let year = year.map(argument::year).transpose()?;
    let board = match &global.data {
        Some(_) => {
            let session = place::open(global)?;
            let year = year.unwrap_or_else(|| session.year());
            calendar::board(&session, year, at)?
        }
        None => {
            let year = match year {
                Some(year) => year,
                None => SchoolYear::of(clock::day(at))?,
            };
            calendar::proposed(year, at)?
        }
    };
    let view = view::Calendar::of(&board);
    let says = view
        .deadlines
        .iter()
        .map(|due| {
            let left = match (due.standing.as_str(), due.days_left) {
                ("done", _) => "已完成".to_owned(),
                (_, left) if left < 0 => format!("已逾期{}天", -left),
                (_, left) => format!("还剩{left}天"),
            };
            format!("{}  {}（{}）  {left}", due.on, due.what, due.rule)
        })
        .collect();
    Ok(Answer::new(json!(view), says))
}
