//! P1 `shichang_township`: a township's rules for heads and teachers, with the richest appraisal.

use super::row::{codes, counting, duty, policy, reference_date, text, whole, yes};
use crate::policy::duty::Cadence;
use crate::policy::{DutyRule, Given, Key, Policy, PolicyKind, Track};

/// The preset.
pub(super) fn preset() -> Policy {
    Policy {
        description: "片区及以上学校的教师和中层干部，男55岁、女50岁以下的都应到村校交流，\
            每次1至3年；试用期教师到缺编学校任教。以受援学校管理为主，\
            学期阶段考核与学年终结考核并行，不合格的该次交流无效，无故不参加的为不合格。"
            .to_owned(),
        tracks: vec![Track::Rotation, Track::Placement],
        given: given(),
        duties: duties(),
        ..policy(
            "P1",
            "shichang_township",
            "石场乡 校（园）长教师交流管理制度",
            PolicyKind::Selection,
            "001:47-73",
        )
    }
}

fn given() -> Vec<Given> {
    let mut given = vec![
        whole(Key::AgeMaxMale, 55, "R101", "001:53"),
        whole(Key::AgeMaxFemale, 50, "R101", "001:53"),
        codes(Key::OriginSchoolLevelMin, &["area"], "R101", "001:53"),
        yes(Key::IncludeMiddleCadre, "R101", "001:53"),
        codes(Key::TargetSchoolKinds, &["village"], "R101", "001:53"),
        codes(
            Key::ProbationGoesTo,
            &["under_establishment"],
            "R116",
            "001:57",
        )
        .on(Track::Placement)
        .noting("属于初次配置，不作为交流"),
        whole(Key::TermYearsMin, 1, "R301", "001:55"),
        whole(Key::TermYearsMax, 3, "R301", "001:55"),
        yes(Key::FullWorkloadRequired, "R318", "001:59"),
        codes(
            Key::StagesRequired,
            &["autumn", "spring", "year"],
            "R603",
            "001:73",
        ),
        text(Key::AssessorBody, "教管中心考核组", "R604", "001:73"),
        yes(Key::VoidOnFail, "R605", "001:73"),
        yes(Key::FailOnUnexcusedRefusal, "R606", "001:73"),
        whole(Key::PromoServiceMonthsMin, 12, "R701", "001:69"),
        codes(Key::PromoTitleFrom, &["intermediate"], "R701", "001:69"),
        codes(
            Key::PromoHardFor,
            &["complete_centre", "township_middle"],
            "R701",
            "001:69",
        ),
        codes(Key::PromoBonusFor, &["area"], "R701", "001:69"),
    ];
    given.push(reference_date("R101"));
    given.extend(counting("R101"));
    given
}

fn duties() -> Vec<DutyRule> {
    vec![
        DutyRule {
            level_min: "乡级",
            needs_evidence: true,
            indicator: "H4.1",
            ..duty(
                "R502",
                "001:61",
                "township_open_class",
                "公开课或汇报课",
                Cadence::Year,
                1,
            )
        },
        DutyRule {
            needs_evidence: true,
            indicator: "H4.2",
            ..duty(
                "R502",
                "001:61",
                "research_project",
                "参与课题研究",
                Cadence::Year,
                0,
            )
        },
        DutyRule {
            needs_evidence: true,
            indicator: "H4.4",
            ..duty(
                "R503",
                "001:63",
                "journal_subscription",
                "订阅教育专刊",
                Cadence::Year,
                1,
            )
        },
        // It counts when the host school rates it 良 or better: the source asks for quality.
        DutyRule {
            needs_evidence: true,
            indicator: "H4.4",
            ..duty(
                "R504",
                "001:63",
                "paper_written",
                "撰写教研论文",
                Cadence::Term,
                1,
            )
        },
        DutyRule {
            needs_evidence: true,
            indicator: "H4.4",
            ..duty(
                "R505",
                "001:63",
                "paper_published",
                "论文或总结交流、发表",
                Cadence::Year,
                1,
            )
        },
        // Class mean beside the mean of schools of the same kind; nothing to count without a common exam.
        DutyRule {
            indicator: "H4.6",
            ..duty(
                "R506",
                "001:65",
                "result_vs_peer_avg",
                "所教学科达到同类学校均分",
                Cadence::Term,
                0,
            )
        },
        DutyRule {
            indicator: "H3.3",
            ..duty(
                "R507",
                "001:67",
                "ad_hoc_tasks",
                "完成临时任务",
                Cadence::Each,
                0,
            )
        },
    ]
}
