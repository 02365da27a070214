//! Schools and their signing keys.

use app::school::SchoolWithKey;
use app::{Failure, clock, school};
use domain::refusal::Refusal;
use serde_json::json;

use crate::args::{Global, Key, School};
use crate::output::Answer;
use crate::{form, place};

/// Adds or lists schools.
pub(crate) fn run(global: &Global, what: &School) -> Result<Answer, Failure> {
    let mut session = place::open(global)?;
    match what {
        School::Add {
            name,
            stage,
            principal,
            input,
        } => {
            let form: view::SchoolForm = if input.input.is_some() {
                form::read_over(place::input(input)?, &[], |id| {
                    let all = school::list(&session)?;
                    let known = all.iter().find(|one| one.school.id.to_string() == id);
                    Ok(known.map(|known| json!(view::School::of(known))))
                })?
            } else {
                view::SchoolForm {
                    id: None,
                    name: name.clone().unwrap_or_default(),
                    short_name: String::new(),
                    stage: stage.clone().unwrap_or_default(),
                    principal: principal.clone().unwrap_or_default(),
                    profile: view::SchoolProfile::default(),
                }
            };
            let at = clock::now();
            let saved = school::save(&mut session, form.read(clock::new_id(at)?)?, at)?;
            Ok(one(&saved))
        }
        School::List => {
            let schools = school::list(&session)?;
            let views: Vec<view::School> = schools.iter().map(view::School::of).collect();
            let says = views
                .iter()
                .map(|school| format!("{}  {}", school.id, school.name))
                .collect();
            Ok(Answer::new(json!(views), says))
        }
    }
}

fn one(school: &SchoolWithKey) -> Answer {
    let view = view::School::of(school);
    let says = vec![format!("已登记：{}（{}）", view.name, view.id)];
    Answer::new(json!(view), says)
}

/// Makes or exports signing keys.
pub(crate) fn key(global: &Global, what: &Key) -> Result<Answer, Failure> {
    let mut session = place::open(global)?;
    match what {
        Key::Create { school, replace } => {
            let id = school::find(&session, school)?.id;
            let before = school::get(&session, id)?;
            if let (Some((fingerprint, _)), false) = (&before.key, replace) {
                let message = format!(
                    "{}已有签章密钥（证书指纹 {fingerprint}），没有更换；确要更换请加 --replace，用原密钥签过的文件仍可验证",
                    before.school.name
                );
                return Err(Refusal::new("KEY-EXISTS", message).into());
            }
            let passphrase = place::key_passphrase(global, &session)?;
            let made = school::create_key(&mut session, id, &passphrase, clock::now())?;
            let view = view::School::of(&made);
            let fingerprint = view.key.as_ref().map(|key| key.fingerprint.clone());
            let says = vec![format!(
                "已建立签章密钥：{}，证书指纹 {}",
                view.name,
                fingerprint.as_deref().unwrap_or("—")
            )];
            let json = json!({ "id": view.id, "school": view.name, "key": view.key });
            Ok(Answer::new(json, says))
        }
        Key::Export { school, out } => {
            let only = match school {
                Some(text) => Some(school::find(&session, text)?.id),
                None => None,
            };
            let mut paths = Vec::new();
            for (name, pem) in school::export_certificates(&session, only)? {
                let path = place::write(out, &format!("{name}.pem"), pem.as_bytes())?;
                paths.push(path.display().to_string());
            }
            Ok(Answer::new(json!({ "certificates": paths }), paths.clone()))
        }
    }
}
