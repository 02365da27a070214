//! Postings with everything that hangs on them come back as they were, and the log tells what was done.

use domain::assignment::living::{LivingItem, LivingKind};
use domain::assignment::{
    Event, Goal, GoalResult, GoalVerdict, Keeping, Lodging, Mode, Post, PostMode, Signatures, Step,
    StepForm,
};
use domain::benefit::{Benefit, BenefitKind};
use domain::exact::Points;
use domain::exemption::Consent;
use domain::id::{AppraisalId, BenefitId, LivingId, ReportId, SwapId};
use domain::money::Fen;
use domain::op::Op;
use domain::policy::Track;
use domain::swap::{Replacement, Swap, SwapKind};
use store::{Ledger, NewReport};

use crate::sample::{
    Folder, assignment, change, day, host_school, key, new_ledger, refusals, report, teacher,
};

fn begun(folder: &Folder) -> Ledger {
    let mut ledger = new_ledger(&folder.join("a.spl"));
    change(&mut ledger, Op::AddAssignment, |tx| {
        tx.add_school(&host_school())?;
        tx.add_teacher(&teacher(1, "周一"))?;
        tx.add_teacher(&teacher(2, "安二"))?;
        tx.add_assignment(&assignment(1, 1))?;
        tx.add_assignment(&assignment(2, 2))
    });
    ledger
}

fn paper(document: &str, on: &str) -> Option<Consent> {
    Some(Consent {
        document: document.to_owned(),
        on: day(on),
    })
}

fn goal(text: &str, weight: u8) -> Goal {
    Goal {
        text: text.to_owned(),
        measure: "期末监测".to_owned(),
        target: "不低于平均".to_owned(),
        weight,
        due_on: Some(day("2027-06-20")),
        evidence: "报告".to_owned(),
        host: Some(GoalVerdict {
            result: GoalResult::Partly,
            achieved: 60,
        }),
        sending: None,
    }
}

/// A step with every part filled in that a step can have.
fn full_step(appraisal: AppraisalId) -> Step {
    let post = |classes: &str| Post {
        mode: Mode::PartTime,
        post_mode: PostMode::Circuit,
        subject: "数学".to_owned(),
        classes: classes.to_owned(),
        weekly_lessons: None,
        is_homeroom: Some(true),
    };
    Step {
        form: StepForm {
            reason: "两校教师调配".to_owned(),
            approval: paper("教人〔2026〕7号", "2026-09-02"),
            signatures: Some(Signatures {
                teacher_on: day("2026-08-20"),
                host: "贺知松".to_owned(),
                host_on: day("2026-08-21"),
                sending: "周岚".to_owned(),
                sending_on: day("2026-08-22"),
            }),
            until: Some(day("2027-01-31")),
            post: Some(post("五(1)班")),
            notice: paper("实小〔2026〕3号", "2026-09-03"),
            second: "孟觉晓".to_owned(),
            appraisal: Some(appraisal),
            year: "2026-2027".parse().ok(),
            ..StepForm::new(Event::ChangePost, day("2026-10-08"), "周岚")
        },
        planned_end_before: day("2027-08-31"),
        actual_end_before: Some(day("2027-07-05")),
        post_before: Some(post("")),
    }
}

#[test]
fn a_posting_comes_back_with_its_goals_its_steps_and_what_was_promised() {
    let folder = Folder::new();
    let mut ledger = begun(&folder);
    let appraisal = AppraisalId::new(1, 1);
    let mut full = assignment(1, 1);
    full.terms.track = Some(Track::Support);
    full.terms.credit = Points::whole(2);
    full.keeping = Keeping {
        is_post_kept: Some(true),
        is_pay_unchanged: Some(false),
        is_contract_unchanged: None,
        lodging: Some(Lodging::Rented),
        commute_minutes: Some(45),
        distance_km: Some(0),
    };
    full.goals = vec![goal("教学", 60), goal("带教", 40)];
    let bare = Step {
        form: StepForm::new(Event::Submit, day("2026-06-10"), "周岚"),
        planned_end_before: day("2027-08-31"),
        actual_end_before: None,
        post_before: None,
    };
    full.steps = vec![bare, full_step(appraisal)];
    change(&mut ledger, Op::TakeStep, |tx| {
        tx.save_appraisal(&domain::appraisal::Appraisal::new(
            appraisal,
            full.id,
            "2026-2027".parse().unwrap(),
        ))?;
        tx.update_assignment(&full)
    });
    assert_eq!(ledger.assignment(full.id).unwrap(), Some(full.clone()));
    assert_eq!(
        ledger.assignments_of_teacher(full.teacher).unwrap(),
        [full.clone()]
    );
    let year = "2026-2027".parse().unwrap();
    for all in [
        ledger.assignments().unwrap(),
        ledger.assignments_of_year(year).unwrap(),
    ] {
        assert!(
            all.contains(&full) && all.contains(&assignment(2, 2)),
            "{all:?}"
        );
    }
    let body = ledger.log(None, 1).unwrap()[0].body.clone();
    for words in [
        "steps.2.approval_document",
        "教人〔2026〕7号",
        "goals.1.text",
        "教学",
    ] {
        assert!(body.contains(words), "{words} is not in the log: {body}");
    }
    drop(ledger);
    let ledger = Ledger::open(&folder.join("a.spl"), &key()).unwrap();
    assert_eq!(ledger.assignment(full.id).unwrap(), Some(full));
    assert!(ledger.check().unwrap().is_whole());
}

#[test]
fn what_hangs_on_a_posting_comes_back_and_keeps_it_from_being_deleted() {
    let folder = Folder::new();
    let mut ledger = begun(&folder);
    let [one, two] = [assignment(1, 1).id, assignment(2, 2).id];
    let mut living = LivingItem {
        id: LivingId::new(1, 1),
        assignment: one,
        kind: LivingKind::Lodging,
        problem: "需要午休用房".to_owned(),
        owner: "总务处".to_owned(),
        raised_on: day("2026-09-01"),
        due_on: None,
        help: String::new(),
        closed_on: None,
    };
    let mut benefit = Benefit {
        id: BenefitId::new(1, 1),
        assignment: one,
        kind: BenefitKind::Transport,
        from: day("2026-09-01"),
        to: day("2026-12-31"),
        due: Some(Fen::new(28_050)),
        basis: "R805".to_owned(),
        paid: None,
        paid_on: None,
        note: String::new(),
    };
    let mut swap = Swap {
        id: SwapId::new(1, 1),
        kind: SwapKind::Mutual,
        members: vec![two, one],
        replacement: None,
    };
    change(&mut ledger, Op::AddLiving, |tx| {
        tx.add_living_item(&living)?;
        tx.add_benefit(&benefit)?;
        tx.add_swap(&swap)
    });
    assert_eq!(ledger.living_items_of(one).unwrap(), [living.clone()]);
    assert_eq!(ledger.living_items_of(two).unwrap(), []);
    assert_eq!(ledger.benefits_of(one).unwrap(), [benefit.clone()]);
    assert_eq!(ledger.swaps().unwrap(), [swap.clone()]);
    let reasons = refusals(&mut ledger, |tx| tx.remove_assignment(one));
    assert_eq!(reasons.len(), 3, "all reasons at once: {reasons:?}");

    living.closed_on = Some(day("2026-09-20"));
    living.help = "已安排".to_owned();
    benefit.paid = Some(Fen::new(0));
    swap.kind = SwapKind::Triangle;
    swap.members = vec![one];
    swap.replacement = Some(Replacement {
        released: "覃骦".to_owned(),
        study: "省级研修班".to_owned(),
        study_from: day("2026-09-01"),
        study_to: day("2027-01-15"),
        college: "样例师范学院".to_owned(),
        interns: None,
    });
    change(&mut ledger, Op::UpdateLiving, |tx| {
        tx.update_living_item(&living)?;
        tx.update_benefit(&benefit)?;
        tx.update_swap(&swap)
    });
    assert_eq!(ledger.living_items().unwrap(), [living.clone()]);
    assert_eq!(ledger.benefits().unwrap(), [benefit.clone()]);
    assert_eq!(ledger.swap(swap.id).unwrap(), Some(swap.clone()));

    change(&mut ledger, Op::RemoveAssignment, |tx| {
        tx.remove_living_item(living.id)?;
        tx.remove_benefit(benefit.id)?;
        tx.remove_swap(swap.id)?;
        tx.remove_assignment(one)
    });
    assert_eq!(ledger.assignments().unwrap(), [assignment(2, 2)]);
    assert!(ledger.check().unwrap().is_whole());
}

#[test]
fn a_paper_about_a_year_is_kept_beside_those_about_postings_and_never_changes() {
    let folder = Folder::new();
    let mut ledger = begun(&folder);
    let list = NewReport {
        id: ReportId::new(9, 7),
        assignment: None,
        record: None,
        about: "青禾小学".to_owned(),
        form: "F-11".to_owned(),
        number: "MD-2026-0001".to_owned(),
        side: None,
        ..report(9, 1)
    };
    change(&mut ledger, Op::MakeReport, |tx| {
        tx.add_report(&report(1, 1))?;
        tx.add_report(&list)
    });
    let year = "2026-2027".parse().unwrap();
    let found = ledger.reports_of_form("F-11", year).unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].assignment, found[0].about.as_str()),
        (None, "青禾小学")
    );
    assert_eq!(ledger.report_pdf(list.id).unwrap(), list.pdf);
    assert_eq!(ledger.reports_of(assignment(1, 1).id).unwrap().len(), 1);
    assert_eq!(
        ledger.next_report_number("MD-2026-").unwrap(),
        "MD-2026-0002"
    );
    let again = refusals(&mut ledger, |tx| tx.add_report(&list));
    assert_eq!(again.len(), 1, "{again:?}");
    assert!(ledger.check().unwrap().is_whole());
}
