// Amounts as texts with at most two decimals, added up in fen: no floating point.
import { tidy } from '@/shared/points'

/** Fen of a typed amount; null when it is empty, undefined when it is none. */
export function fenOf(text: string | null): number | null | undefined {
  const plain = tidy(text ?? '').replace(/[,，]/g, '')
  if (plain === '') return null
  const [, sign, whole, rest] = /^(-?)(\d{1,9})(?:\.(\d{0,2}))?$/.exec(plain) ?? []
  if (whole === undefined) return undefined
  return (sign ? -1 : 1) * (Number(whole) * 100 + Number((rest ?? '').padEnd(2, '0')))
}

/** 1234.50. */
export function yuanText(fen: number): string {
  const whole = Math.abs(fen)
  return `${fen < 0 ? '-' : ''}${Math.trunc(whole / 100)}.${String(whole % 100).padStart(2, '0')}`
}

/** What some amounts come to; an open one adds nothing. */
export function sumText(amounts: (string | null)[]): string {
  return yuanText(amounts.reduce((all, amount) => all + (fenOf(amount) ?? 0), 0))
}
