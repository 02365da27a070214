// Points are exact: a text of at most two decimals, counted in hundredths. No floating point.

/** Hundredths of a typed number, or null when nothing (or no such number) is typed. */
export function hundredths(text: string | null): number | null {
  const match = /^(\d{1,4})(?:\.(\d{0,2}))?$/.exec(tidy(text ?? ''))
  if (!match) return null
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}

/** What an input method leaves behind is made plain: full-width digits, Chinese full stops, spaces. */
export function tidy(text: string): string {
  return text
    .replace(/[\uff10-\uff19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[\uff0e\u3002]/g, '.')
    .replace(/\s/g, '')
}

/** Hundredths as people write them: 8, 8.5, 8.25. */
export function pointsText(value: number): string {
  const whole = Math.trunc(value / 100)
  const rest = String(value % 100).padStart(2, '0').replace(/0+$/, '')
  return rest ? `${whole}.${rest}` : String(whole)
}

export type PointsFault = 'number' | 'range' | null

/** Why a typed score cannot stand; an empty one can. */
export function pointsFault(text: string | null, max: string): PointsFault {
  if (text === null || tidy(text) === '') return null
  const value = hundredths(text)
  if (value === null) return 'number'
  const limit = hundredths(max)
  return limit !== null && value > limit ? 'range' : null
}

/** A typed whole number: null when empty, undefined when it is no such number. */
export function wholeNumber(text: string): number | null | undefined {
  const plain = tidy(text)
  if (plain === '') return null
  return /^\d{1,6}$/.test(plain) ? Number(plain) : undefined
}
