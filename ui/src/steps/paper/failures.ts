// Why papers of a batch were not made or printed: each name with its reasons.
import type { PaperRow, SigningFailure } from '@/api/generated'
import { words } from '@/words'

export function failuresOf(failed: SigningFailure[]): string[] {
  return failed.map((one) =>
    words.common.about(one.teacher, one.refusals.length > 0 ? words.common.joined(one.refusals.map((each) => each.message)) : one.message),
  )
}

/** One paper among the rows of a list. */
export function keyOf(row: PaperRow): string {
  return `${row.form} ${row.subject}`
}

/** The subjects of each form, in the order of the rows: a form is made at once. */
export function byForm(rows: PaperRow[]): [string, string[]][] {
  const found = new Map<string, string[]>()
  for (const row of rows) found.set(row.form, [...(found.get(row.form) ?? []), row.subject])
  return [...found]
}
