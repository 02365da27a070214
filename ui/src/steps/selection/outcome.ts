// Outcomes of the eligibility run, in the order in which they are looked at: each with a sign of its own.
import type { Eligibility, EligibilityRow } from '@/api/generated'
import { momentText } from '@/shared/day'
import { words } from '@/words'

export type Outcome = EligibilityRow['result']

export const OUTCOMES: Outcome[] = ['must', 'manual', 'deferred', 'may', 'not']

const SIGNS: Record<Outcome, string> = { must: '●', manual: '？', deferred: '◐', may: '○', not: '✕' }
const MARKS: Record<Outcome, string> = { must: 'is-plain', manual: 'is-warn', deferred: '', may: 'is-good', not: '' }

export function isOutcome(code: string | null | undefined): code is Outcome {
  return OUTCOMES.includes(code as Outcome)
}

/** The sign before the word; nothing for a code this program does not know. */
export function signOf(code: string | null): string {
  return isOutcome(code) ? SIGNS[code] : ''
}

export function markOf(code: string | null): string {
  return isOutcome(code) ? MARKS[code] : ''
}

/** The program says when a run was frozen in the computer's own time, as `2026-06-01 09:30:00`. */
export function madeText(made: string): string {
  return momentText(made.slice(0, 16).replace(' ', 'T'))
}

/** 应交流 3, one after the other, as people that a confirmation names. */
export function countsOf(counts: Eligibility['counts']): { id: string; name: string; facts: string }[] {
  return OUTCOMES.map((code) => ({ id: code, name: words.selection.codes.result[code] ?? code, facts: words.selection.eligibility.people(counts[code]) }))
}
