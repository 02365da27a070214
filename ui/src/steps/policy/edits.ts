// What is typed into the editor of a policy, and which of it is sent.
import type { Parameter, PolicyEdit } from '@/api/generated'
import { tidy, wholeNumber } from '@/shared/points'
import { words } from '@/words'

/** What is typed for each parameter, by its place; an empty text is a blank. */
export type Typed = Record<string, string>

export function typedOf(details: Parameter[]): Typed {
  return Object.fromEntries(details.map((one) => [one.place, one.value ?? '']))
}

/** What was typed as the program reads it: full-width digits made plain, 8月31日 and 8/31 as 08-31. */
export function readable(kind: Parameter['kind'], text: string): string {
  if (kind === 'whole' || kind === 'decimal') return tidy(text)
  if (kind !== 'month_day') return text.trim()
  const [, month, day] = /^(\d{1,2})[月./-](\d{1,2})日?$/.exec(tidy(text)) ?? []
  return month && day ? `${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text.trim()
}

/** Why a typed text cannot be of its kind. Bounds are the program's to judge. */
export function faultOf(one: Parameter, text: string): string {
  const plain = readable(one.kind, text)
  if (plain === '') return ''
  if (one.kind === 'whole' && typeof wholeNumber(plain) !== 'number') return words.policy.needWhole(one.unit)
  if (one.kind === 'decimal' && !/^\d+(\.\d{1,2})?$/.test(plain)) return words.policy.needDecimal
  if (one.kind === 'month_day' && !/^\d{2}-\d{2}$/.test(plain)) return words.policy.needMonthDay
  return ''
}

/**
 * What is sent: all that the school had changed before and all that it changes now. What says the same as the
 * preset is dropped by the program, so a parameter set back is sent like any other.
 */
export function editsOf(details: Parameter[], typed: Typed): PolicyEdit[] {
  return details.flatMap((one) => {
    const value = readable(one.kind, typed[one.place] ?? '')
    if (one.origin !== 'school' && value === (one.value ?? '')) return []
    return [{ key: one.key, track: one.track, value: value || null }]
  })
}

/** The part of a data-test mark that names a parameter: remote-age-max-male. */
export function markOf(place: string): string {
  return place.replace(/[._]/g, '-')
}

/** Parameters by their group, in the order in which the program gives them. */
export function grouped(details: Parameter[]): { group: string; rows: Parameter[] }[] {
  const found = new Map<string, Parameter[]>()
  for (const one of details) found.set(one.group, [...(found.get(one.group) ?? []), one])
  return [...found].map(([group, rows]) => ({ group, rows }))
}
