// What was agreed about a posting, in short sentences. What is not known is left out: the doubts name it.
import type { AssignmentRow, Post } from '@/api/generated'
import { dayText } from '@/shared/day'
import { words } from '@/words'

/** 全职 顶岗 语文 五年级（1）班 每周12课时. */
export function postText(post: Post): string {
  return [
    words.codes.mode[post.mode] ?? post.mode,
    words.codes.postMode[post.post_mode] ?? post.post_mode,
    post.subject,
    post.classes,
    post.weekly_lessons === null ? '' : words.posting.facts.lessons(post.weekly_lessons),
    post.is_homeroom ? words.posting.facts.homeroom : '',
  ]
    .filter(Boolean)
    .join(' ')
}

export function factsOf(row: AssignmentRow): string[] {
  const text = words.posting.facts
  const kept = row.keeping
  const promise = (label: string, value: boolean | null) => (value === null ? '' : value ? label : words.common.about(label, words.common.no))
  return [
    postText(row),
    row.track ? text.track(words.codes.track[row.track] ?? row.track) : '',
    Number(row.credit) === 1 ? '' : text.credit(row.credit),
    row.approval ? words.posting.approval(row.approval) : '',
    row.arrived_on ? words.posting.arrived(dayText(row.arrived_on)) : '',
    promise(words.assignment.isPostKept, kept.is_post_kept),
    promise(words.assignment.isPayUnchanged, kept.is_pay_unchanged),
    promise(words.assignment.isContractUnchanged, kept.is_contract_unchanged),
    kept.lodging ? text.lodging(words.codes.lodging[kept.lodging] ?? kept.lodging) : '',
    kept.commute_minutes === null ? '' : text.commute(kept.commute_minutes),
    kept.distance_km === null ? '' : text.distance(kept.distance_km),
  ].filter(Boolean)
}
