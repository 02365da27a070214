//! Needs, exemptions, rulings and candidates are read back as they were, and the log says no more than it may.

use domain::candidate::{Candidate, CandidateForm, Channel, Range};
use domain::eligibility::{Outcome, Ruling};
use domain::exemption::{Consent, Exemption, ExemptionKind, ProofKind, ProofSeen};
use domain::id::{CandidateId, ExemptionId, NeedId};
use domain::need::{Need, Urgency};
use domain::op::Op;
use domain::policy::Track;
use domain::school::SchoolProfile;
use domain::year::{SchoolYear, Term};
use store::{Error, Ledger};

use crate::sample::{
    Folder, assignment, at, change, day, host_school, my_school, new_ledger, refusals, school,
    teacher,
};

fn year() -> SchoolYear {
    "2026-2027".parse().unwrap()
}

fn next_year() -> SchoolYear {
    "2027-2028".parse().unwrap()
}

fn begun(folder: &Folder) -> Ledger {
    let mut ledger = new_ledger(&folder.join("a.spl"));
    change(&mut ledger, Op::ImportRoster, |tx| {
        tx.add_school(&host_school())?;
        tx.add_school(&school(3, "安山小学", false))?;
        tx.add_teacher(&teacher(1, "周一"))?;
        tx.add_teacher(&teacher(2, "安二"))?;
        tx.add_teacher(&teacher(3, "林三"))
    });
    ledger
}

/// The newest row of the log.
fn last(ledger: &Ledger) -> (String, String) {
    let row = ledger.log(None, 1).unwrap().remove(0);
    (row.about, row.body)
}

#[test]
fn a_school_comes_back_with_its_profile() {
    let folder = Folder::new();
    let mut ledger = begun(&folder);
    let mut changed = host_school();
    changed.profile.full_load_lessons = Some(14);
    changed.profile.area = None;
    for profile in [changed.profile, SchoolProfile::default()] {
        let school = domain::school::School {
            profile,
            ..host_school()
        };
        change(&mut ledger, Op::UpdateSchool, |tx| {
            tx.update_school(&school)
        });
        assert_eq!(ledger.school(school.id).unwrap(), Some(school.clone()));
        assert!(ledger.schools().unwrap().contains(&school));
    }
    let (_, body) = last(&ledger);
    assert!(body.contains(r#""full_load_lessons":null"#), "{body}");
}

#[test]
fn a_teacher_comes_back_with_his_career_and_the_log_shows_which_changed() {
    let folder = Folder::new();
    let mut ledger = begun(&folder);
    let mut changed = teacher(2, "安二");
    changed.record.standing.career.remove(0);
    changed.record.standing.weekly_lessons = None;
    change(&mut ledger, Op::UpdateTeacher, |tx| {
        tx.update_teacher(&changed)
    });
    assert_eq!(
        ledger.teachers().unwrap(),
        [changed.clone(), teacher(3, "林三"), teacher(1, "周一")]
    );
    assert_eq!(ledger.teacher(changed.id).unwrap(), Some(changed.clone()));
    let found = ledger.teacher_by_digest(&changed.record.id_digest);
    assert_eq!(found.unwrap(), Some(changed.clone()));
    let (about, body) = last(&ledger);
    assert_eq!(about, "安二");
    for shown in [
        r#""career.1.school":"远山小学""#,
        r#""career.1.school":"青禾小学""#,
        r#""career.2.kind":"teaching""#,
        r#""weekly_lessons":0"#,
    ] {
        assert!(body.contains(shown), "{shown}: {body}");
    }
    changed.record.standing = domain::teacher::Standing::default();
    change(&mut ledger, Op::UpdateTeacher, |tx| {
        tx.update_teacher(&changed)
    });
    assert_eq!(ledger.teacher(changed.id).unwrap(), Some(changed));
}

fn need(number: u64, host: u64, term: Term) -> Need {
    Need {
        id: NeedId::new(number, 7),
        host_school: school(host, "", false).id,
        year: year(),
        term,
        subject: "数学".to_owned(),
        grade: "五年级".to_owned(),
        heads: 2,
        requirement: "能带教研组".to_owned(),
        urgency: Urgency::Urgent,
        surveyed_on: Some(day("2026-06-01")),
    }
}

#[test]
fn needs_come_back_by_school_and_term() {
    let folder = Folder::new();
    let mut ledger = begun(&folder);
    let (spring, autumn) = (need(1, 2, Term::Spring), need(2, 2, Term::Autumn));
    let other = need(3, 3, Term::Autumn);
    let later = Need {
        year: next_year(),
        ..need(4, 2, Term::Autumn)
    };
    change(&mut ledger, Op::AddNeed, |tx| {
        for need in [&spring, &autumn, &other, &later] {
            tx.add_need(need)?;
        }
        Ok(())
    });
    assert_eq!(last(&ledger).0, "云岭中心小学、安山小学");
    // 云 stands before 安 in the order of the characters.
    let kept = ledger.needs(year()).unwrap();
    assert_eq!(kept, [autumn, spring.clone(), other.clone()]);
    assert_eq!(ledger.needs(next_year()).unwrap(), [later]);
    let changed = Need {
        heads: 50,
        urgency: Urgency::Ordinary,
        surveyed_on: None,
        grade: String::new(),
        ..spring
    };
    change(&mut ledger, Op::UpdateNeed, |tx| tx.update_need(&changed));
    assert_eq!(ledger.need(changed.id).unwrap(), Some(changed));
    change(&mut ledger, Op::RemoveNeed, |tx| tx.remove_need(other.id));
    assert_eq!(ledger.need(other.id).unwrap(), None);
    assert_eq!(last(&ledger).0, "安山小学");
    let gone = ledger.transact(Op::RemoveNeed, at(), |tx| tx.remove_need(other.id));
    let gone: Error = gone.unwrap_err();
    assert_eq!(gone.code(), "STORE-ABSENT");
}

fn exemption(number: u64, teacher_number: u64) -> Exemption {
    Exemption {
        id: ExemptionId::new(number, 7),
        teacher: teacher(teacher_number, "").id,
        year: year(),
        kind: ExemptionKind::Illness,
        applied_on: day("2026-06-10"),
        proof: Some(ProofSeen {
            kind: ProofKind::TertiaryHospital,
            seen_on: day("2026-06-11"),
            checked_by: "秦子衿".to_owned(),
        }),
        consent: Some(Consent {
            document: "教人〔2026〕12号".to_owned(),
            on: day("2026-06-20"),
        }),
    }
}

#[test]
fn exemptions_come_back_as_they_were_and_the_log_shows_no_kind_proof_or_consent() {
    let folder = Folder::new();
    let mut ledger = begun(&folder);
    let (first, second) = (exemption(1, 1), exemption(2, 2));
    change(&mut ledger, Op::AddExemption, |tx| {
        tx.add_exemption(&first)?;
        tx.add_exemption(&second)
    });
    assert_eq!(
        ledger.exemptions(year()).unwrap(),
        [second.clone(), first.clone()]
    );
    assert!(ledger.exemptions(next_year()).unwrap().is_empty());
    let bare = Exemption {
        kind: ExemptionKind::Pregnancy,
        proof: None,
        consent: None,
        ..first.clone()
    };
    change(&mut ledger, Op::UpdateExemption, |tx| {
        tx.update_exemption(&bare)
    });
    let (about, body) = last(&ledger);
    assert_eq!(about, "周一");
    assert!(body.contains(r#""exemption_kind":"***""#), "{body}");
    assert!(body.contains(r#""checked_by":null"#), "{body}");
    assert_eq!(ledger.exemption(first.id).unwrap(), Some(bare));
    change(&mut ledger, Op::RemoveExemption, |tx| {
        tx.remove_exemption(second.id)
    });
    assert_eq!(ledger.exemption(second.id).unwrap(), None);
    // He who is deleted leaves no more behind than the others.
    change(&mut ledger, Op::RemoveTeacher, |tx| {
        tx.remove_teacher(first.teacher)
    });
    for row in ledger.log(None, 10).unwrap() {
        for secret in [
            "illness",
            "pregnancy",
            "hospital",
            "2026-06-11",
            "秦子衿",
            "教人",
            "2026-06-20",
        ] {
            assert!(!row.body.contains(secret), "{secret}: {}", row.body);
        }
    }
}

fn ruling(teacher_number: u64) -> Ruling {
    Ruling {
        teacher: teacher(teacher_number, "").id,
        year: year(),
        outcome: Outcome::Must,
        question: "rotation:age".to_owned(),
        reason: "已核对档案原件".to_owned(),
        on: day("2026-06-20"),
    }
}

#[test]
fn a_teacher_has_one_ruling_in_a_year_and_it_can_be_taken_back() {
    let folder = Folder::new();
    let mut ledger = begun(&folder);
    let later = Ruling {
        year: next_year(),
        ..ruling(1)
    };
    change(&mut ledger, Op::SetRuling, |tx| {
        tx.set_ruling(&ruling(1))?;
        tx.set_ruling(&later)?;
        tx.set_ruling(&ruling(2))
    });
    assert_eq!(ledger.rulings(year()).unwrap(), [ruling(2), ruling(1)]);
    let changed = Ruling {
        outcome: Outcome::Not,
        reason: "档案有误".to_owned(),
        ..ruling(1)
    };
    change(&mut ledger, Op::SetRuling, |tx| tx.set_ruling(&changed));
    assert_eq!(
        ledger.rulings(year()).unwrap(),
        [ruling(2), changed.clone()]
    );
    let (about, body) = last(&ledger);
    assert_eq!(about, "周一");
    assert!(body.contains(r#""outcome":"must""#), "{body}");
    change(&mut ledger, Op::RemoveRuling, |tx| {
        tx.remove_ruling(changed.teacher, year())
    });
    assert_eq!(ledger.rulings(year()).unwrap(), [ruling(2)]);
    assert_eq!(ledger.rulings(next_year()).unwrap(), [later]);
    let gone = ledger.transact(Op::RemoveRuling, at(), |tx| {
        tx.remove_ruling(changed.teacher, year())
    });
    let gone: Error = gone.unwrap_err();
    assert_eq!(gone.code(), "STORE-ABSENT");
}

fn candidate(number: u64, teacher_number: u64) -> Candidate {
    Candidate {
        id: CandidateId::new(number, 7),
        teacher: teacher(teacher_number, "").id,
        year: year(),
        run: None,
        form: CandidateForm {
            track: Some(Track::Support),
            batch: Some(1),
            wishes: vec![school(3, "", false).id, host_school().id],
            strengths: "合唱".to_owned(),
            conditions: vec!["devotion".to_owned(), "ability".to_owned()],
            applied_on: Some(day("2026-06-10")),
            recommended_on: Some(day("2026-06-25")),
            opinion: "同意推荐".to_owned(),
            has_sending_consent: Some(true),
            host_accepts: Some(false),
            to_school: Some(host_school().id),
            range: Some(Range::Beyond),
            approval: Some(Consent {
                document: "教人〔2026〕30号".to_owned(),
                on: day("2026-08-01"),
            }),
            facts: "事实".to_owned(),
            ..CandidateForm::new(Channel::Own)
        },
    }
}

#[test]
fn candidates_come_back_with_their_wishes_in_order() {
    let folder = Folder::new();
    let mut ledger = begun(&folder);
    let full = candidate(1, 1);
    let bare = Candidate {
        form: CandidateForm::new(Channel::Hard),
        ..candidate(2, 2)
    };
    let later = Candidate {
        year: next_year(),
        ..candidate(3, 1)
    };
    change(&mut ledger, Op::AddCandidate, |tx| {
        tx.add_candidate(&full)?;
        tx.add_candidate(&bare)?;
        tx.add_candidate(&later)
    });
    assert_eq!(
        ledger.candidates(year()).unwrap(),
        [bare.clone(), full.clone()]
    );
    assert_eq!(ledger.candidates(next_year()).unwrap(), [later]);
    let why = refusals(&mut ledger, |tx| tx.add_candidate(&candidate(9, 1)));
    assert_eq!(why, ["周一已是2026—2027学年的候选人，请改那一条"]);
    let mut changed = full;
    changed.form.wishes.reverse();
    changed.form.approval = None;
    changed.form.conditions.clear();
    change(&mut ledger, Op::UpdateCandidate, |tx| {
        tx.update_candidate(&changed)
    });
    assert_eq!(ledger.candidate(changed.id).unwrap(), Some(changed.clone()));
    let (about, body) = last(&ledger);
    assert_eq!(about, "周一");
    assert!(body.contains("wishes.1"), "{body}");
    change(&mut ledger, Op::RemoveCandidate, |tx| {
        tx.remove_candidate(changed.id)
    });
    assert_eq!(ledger.candidate(changed.id).unwrap(), None);
    assert_eq!(ledger.candidates(year()).unwrap(), [bare]);
    assert!(ledger.check().unwrap().is_whole());
}

#[test]
fn a_candidate_is_not_deleted_and_others_take_their_exemptions_and_rulings_with_them() {
    let folder = Folder::new();
    let mut ledger = begun(&folder);
    change(&mut ledger, Op::AddCandidate, |tx| {
        tx.add_candidate(&candidate(1, 1))?;
        tx.add_assignment(&assignment(1, 1))?;
        tx.add_exemption(&exemption(1, 2))?;
        tx.set_ruling(&ruling(2))
    });
    let why = refusals(&mut ledger, |tx| tx.remove_teacher(teacher(1, "").id));
    assert_eq!(
        why,
        [
            "周一有1条交流安排，不能删除；确需删除的，请先删除他的交流安排",
            "周一有1条候选人记录，不能删除；确需删除的，请先删除他的候选人记录",
        ]
    );
    change(&mut ledger, Op::RemoveTeacher, |tx| {
        tx.remove_teacher(teacher(2, "").id)
    });
    assert!(ledger.exemptions(year()).unwrap().is_empty());
    assert!(ledger.rulings(year()).unwrap().is_empty());
    let (about, body) = last(&ledger);
    assert_eq!(about, "安二");
    for noun in ["exemption", "ruling", "teacher"] {
        assert!(body.contains(&format!(r#""noun":"{noun}""#)), "{body}");
    }
    assert_eq!(ledger.my_school().unwrap(), my_school());
    assert!(ledger.check().unwrap().is_whole());
}
