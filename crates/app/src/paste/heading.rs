//! Columns by the headings that offices write above them.

use domain::refusal::{Judgement, Refusal};

use crate::failure::Failure;

/// Headings that offices write for a column of ours; where a column of ours has that very name, it is meant itself.
const OTHER_HEADINGS: &[(&str, &str)] = &[
    ("受援学校", "学校"),
    ("受援单位", "学校"),
    ("受援学校（单位）", "学校"),
    ("学校名称", "学校"),
    ("派出单位", "派出学校"),
    ("派出学校（单位）", "派出学校"),
    ("受援单位", "受援学校"),
    ("受援学校（单位）", "受援学校"),
    ("接收学校", "受援学校"),
    ("接收单位", "受援学校"),
    ("交流方式", "方式"),
    ("起始日期", "开始日期"),
    ("开始时间", "开始日期"),
    ("起始时间", "开始日期"),
    ("终止日期", "结束日期"),
    ("结束时间", "结束日期"),
    ("终止时间", "结束日期"),
    ("担任班级", "班级"),
    ("审批文号", "批准文号"),
    ("审批日期", "批准日期"),
    ("任教学科", "学科"),
    ("需求人数", "人数"),
    ("教师姓名", "姓名"),
    ("教师", "姓名"),
    ("意向校", "意向校1"),
    ("申请时间", "申请日期"),
];

/// The rows below their headings with the cells in the order of `columns`; rows without headings as they are.
pub(super) fn in_order(
    mut lines: Vec<Vec<String>>,
    columns: &[&str],
) -> Result<Vec<Vec<String>>, Failure> {
    let place_of = |cell: &str| {
        let heading: String = cell.split_whitespace().collect();
        let heading = heading.replace('(', "（").replace(')', "）");
        let is_ours = columns.iter().any(|column| *column == heading);
        let known = OTHER_HEADINGS
            .iter()
            .find(|(other, ours)| heading == *other && !is_ours && columns.contains(ours));
        let heading = known.map_or(heading.as_str(), |(_, ours)| *ours);
        columns.iter().position(|column| *column == heading)
    };
    let first = lines.first().map_or(&[][..], Vec::as_slice);
    if !first.iter().any(|cell| place_of(cell).is_some()) {
        return match lines.iter().position(|cells| {
            cells
                .iter()
                .skip(columns.len())
                .any(|cell| !cell.is_empty())
        }) {
            None => Ok(lines),
            Some(row) => Err(Refusal::new(
                "PASTE-COLUMNS",
                format!(
                    "第{}行多于{}列；请只粘贴这些列：{}",
                    row + 1,
                    columns.len(),
                    columns.join("、")
                ),
            )
            .into()),
        };
    }
    let mut judgement = Judgement::new();
    let mut places = Vec::new();
    let mut unknown = Vec::new();
    for heading in first {
        let place = place_of(heading);
        let is_passed_over = heading.is_empty() || heading == "序号";
        if place.is_none() && !is_passed_over {
            unknown.push(format!("“{heading}”"));
        }
        if place.is_some() && places.contains(&place) {
            judgement.refuse("PASTE-HEADING", "", format!("表头“{heading}”出现了两次"));
        }
        places.push(place);
    }
    if !unknown.is_empty() {
        let (unknown, known) = (unknown.join("、"), columns.join("、"));
        let message = format!("不认得表头{unknown}；可用的表头：{known}");
        judgement.refuse("PASTE-HEADING", "", message);
    }
    if let Some(key) = columns.first()
        && !places.contains(&Some(0))
    {
        judgement.refuse("PASTE-HEADING", "", format!("缺少“{key}”一列"));
    }
    judgement.pass(())?;
    lines.remove(0);
    Ok(lines
        .into_iter()
        .map(|cells| {
            let mut sorted = vec![String::new(); columns.len()];
            for (place, cell) in places.iter().zip(cells) {
                if let Some(slot) = place.and_then(|place| sorted.get_mut(place)) {
                    *slot = cell;
                }
            }
            sorted
        })
        .collect())
}
