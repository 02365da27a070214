//! Where a candidate may go: what the policy warns of (R122, R123), and who approves (R127).
//!
//! Must never: refuse; it warns and names.

use super::Range;
use crate::policy::{Key, Policy, Track};
use crate::school::{Area, Quality, School, Stage};
use crate::teacher::TeacherRecord;
use crate::teacher::backbone::BackboneLevel;

/// What a principal must think of before a candidate goes to a school (R122, R123); it warns and forbids nothing.
pub fn warnings(
    policy: &Policy,
    track: Option<Track>,
    teacher: &TeacherRecord,
    to: &School,
) -> Vec<&'static str> {
    let has = |key, code: &str| policy.codes(key, track).iter().any(|one| one == code);
    let is_to_town = matches!(to.profile.area, Some(Area::City | Area::Town));
    let is_to_good = to.profile.quality == Some(Quality::Good);
    let is_over = to.profile.surplus().is_some_and(|surplus| surplus > 0);
    let education = teacher.education.as_str();
    let has_degree = ["本科", "学士", "硕士", "博士", "研究生"]
        .iter()
        .any(|word| education.contains(word));
    let mut found = Vec::new();
    let mut warn = |is: bool, words| {
        if is {
            found.push(words);
        }
    };
    warn(
        is_to_town && has(Key::RestrictedDirections, "town"),
        "制度从严控制流向城镇学校，请附审批依据",
    );
    warn(
        is_to_good && has(Key::RestrictedDirections, "good"),
        "制度从严控制流向优质学校，请附审批依据",
    );
    warn(
        is_over && has(Key::RestrictedDirections, "over_township"),
        "制度从严控制流向超编学校，请附审批依据",
    );
    let is_outward = is_to_town || is_to_good;
    warn(
        is_outward && has_degree && has(Key::RestrictedPersonsOut, "degree"),
        "本科以上学历教师，制度从严控制外流",
    );
    warn(
        is_outward
            && BackboneLevel::read(&teacher.backbone).is_some()
            && has(Key::RestrictedPersonsOut, "backbone"),
        "骨干教师，制度从严控制外流",
    );
    found
}

/// Who approves (R127): by the stage of my school and the range of the move; empty where the policy does not say.
pub fn approval_authority(
    policy: &Policy,
    stage: Stage,
    range: Option<Range>,
    track: Option<Track>,
) -> &str {
    let key = match (stage, range) {
        (Stage::Senior | Stage::Complete, _) => Key::ApprovalSenior,
        (_, Some(Range::Township)) => Key::ApprovalTownship,
        (_, Some(Range::Beyond)) => Key::ApprovalBeyond,
        (_, None) => return "",
    };
    policy.text(key, track)
}
