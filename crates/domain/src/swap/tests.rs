//! Which postings can belong together.

use super::*;
use crate::assignment::example::{codes, day, posting};
use crate::id::{SchoolId, TeacherId};

/// Two teachers who change places between schools 1 and 2.
fn pair() -> [Assignment; 2] {
    let first = posting(1, "2026-09-01", "2027-08-31");
    let mut second = posting(2, "2026-09-01", "2027-08-31");
    second.teacher = TeacherId::new(2, 1);
    (second.sending_school, second.host_school) = (first.host_school, first.sending_school);
    [first, second]
}

fn mutual(postings: &[Assignment]) -> Swap {
    Swap {
        id: SwapId::new(1, 1),
        kind: SwapKind::Mutual,
        members: postings.iter().map(|one| one.id).collect(),
        replacement: None,
    }
}

fn triangle() -> Swap {
    Swap {
        kind: SwapKind::Triangle,
        members: vec![AssignmentId::new(1, 1)],
        replacement: Some(Replacement {
            released: "陶然".to_owned(),
            study: "国培脱产研修".to_owned(),
            study_from: day("2026-09-01"),
            study_to: day("2027-08-31"),
            college: "市师范学院".to_owned(),
            interns: Some(2),
        }),
        ..mutual(&[])
    }
}

#[test]
fn an_exchange_is_two_teachers_between_the_same_schools_in_opposite_directions() {
    let judged = |change: fn(&mut [Assignment; 2])| {
        let mut postings = pair();
        change(&mut postings);
        codes(mutual(&postings).judged(&postings, &[]))
    };
    assert_eq!(judged(|_| ()), Vec::<&str>::new());
    assert_eq!(
        judged(|two| two[1].teacher = two[0].teacher),
        ["SWAP-MEMBERS"]
    );
    assert_eq!(
        judged(|two| two[1].host_school = SchoolId::new(3, 1)),
        ["SWAP-SCHOOLS"]
    );
    assert_eq!(
        judged(|two| {
            let one = &mut two[1];
            std::mem::swap(&mut one.host_school, &mut one.sending_school);
        }),
        ["SWAP-SCHOOLS"],
        "both go the same way"
    );
    assert_eq!(
        judged(|two| {
            two[1].terms.start_on = day("2027-09-01");
            two[1].terms.planned_end_on = day("2028-08-31");
        }),
        ["SWAP-TERMS"]
    );
    assert_eq!(
        judged(|two| two[1].terms.start_on = day("2027-08-31")),
        Vec::<&str>::new(),
        "one common day is enough"
    );
}

#[test]
fn an_exchange_has_two_members_that_are_on_file_and_in_no_other_swap() {
    let postings = pair();
    let mut one = mutual(&postings);
    one.members.truncate(1);
    assert_eq!(codes(one.judged(&postings, &[])), ["SWAP-MEMBERS"]);
    let mut twice = mutual(&postings);
    twice.members[1] = twice.members[0];
    assert!(codes(twice.judged(&postings, &[])).contains(&"SWAP-MEMBERS"));
    assert_eq!(
        codes(mutual(&postings).judged(&postings[..1], &[])),
        ["SWAP-ABSENT", "SWAP-MEMBERS"]
    );
    let on_file = mutual(&postings);
    let again = mutual(&postings);
    assert!(
        again
            .judged(&postings, std::slice::from_ref(&on_file))
            .is_ok()
    );
    let other = Swap {
        id: SwapId::new(2, 1),
        ..on_file.clone()
    };
    assert_eq!(codes(other.judged(&postings, &[on_file])), ["SWAP-TWICE"]);
}

#[test]
fn an_exchange_keeps_no_replacement() {
    let mut swap = mutual(&pair());
    swap.replacement = triangle().replacement;
    assert_eq!(swap.judged(&pair(), &[]).unwrap().replacement, None);
}

#[test]
fn a_triangle_is_one_who_fills_the_post_of_one_who_studies() {
    let judged = |change: fn(&mut Swap, &mut Assignment)| {
        let (mut swap, [mut posting, other]) = (triangle(), pair());
        change(&mut swap, &mut posting);
        codes(swap.judged(&[posting, other], &[]))
    };
    assert_eq!(judged(|_, _| ()), Vec::<&str>::new());
    assert_eq!(
        judged(|swap, _| swap.replacement = None),
        ["SWAP-REPLACEMENT"]
    );
    assert_eq!(
        judged(|swap, _| swap.members.push(AssignmentId::new(2, 1))),
        ["SWAP-MEMBERS"]
    );
    assert_eq!(
        judged(|_, posting| posting.terms.post_mode = PostMode::Shadow),
        ["SWAP-FILL"]
    );
    assert_eq!(
        judged(|swap, _| {
            let replacement = swap.replacement.as_mut().unwrap();
            replacement.released = " ".to_owned();
            replacement.study.clear();
            replacement.college = "院".repeat(61);
            replacement.study_to = replacement.study_from;
        }),
        [
            "SWAP-REPLACEMENT",
            "SWAP-REPLACEMENT",
            "SWAP-REPLACEMENT",
            "SWAP-STUDY"
        ]
    );
    assert_eq!(
        judged(|swap, _| {
            let replacement = swap.replacement.as_mut().unwrap();
            replacement.study_from = day("2027-09-01");
            replacement.study_to = day("2027-12-31");
        }),
        ["SWAP-STUDY"]
    );
}

#[test]
fn days_on_which_the_post_is_empty_or_filled_twice_are_shown() {
    for (from, to, doubts) in [
        ("2026-09-01", "2027-08-31", vec![]),
        (
            "2026-08-31",
            "2027-08-31",
            vec!["研修开始时顶岗教师尚未到岗"],
        ),
        ("2026-09-01", "2027-09-01", vec!["研修结束前顶岗已经结束"]),
        (
            "2026-09-02",
            "2027-08-31",
            vec!["研修开始前顶岗已经开始，这段时间一岗两人"],
        ),
        (
            "2026-09-01",
            "2027-08-30",
            vec!["研修结束后顶岗仍在继续，这段时间一岗两人"],
        ),
    ] {
        let mut swap = triangle();
        let replacement = swap.replacement.as_mut().unwrap();
        (replacement.study_from, replacement.study_to) = (day(from), day(to));
        assert_eq!(swap.doubts(&pair()), doubts, "{from} {to}");
    }
    assert!(mutual(&pair()).doubts(&pair()).is_empty());
}

#[test]
fn an_exchange_whose_postings_changed_since_says_so() {
    let [first, mut second] = pair();
    let swap = mutual(&pair());
    assert!(swap.doubts(&[first.clone(), second.clone()]).is_empty());
    second.host_school = SchoolId::new(9, 1);
    let doubts = swap.doubts(&[first, second]);
    assert_eq!(doubts.len(), 1, "{doubts:?}");
    assert!(doubts[0].contains("同两所学校"), "{doubts:?}");
}
