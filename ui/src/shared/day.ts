// Days as people in the school write them.
import { words } from '@/words'

import { tidy } from './points'

/** 2026年6月30日, or a dash when there is none. A month or a year alone stays one. */
export function dayText(iso: string | null | undefined): string {
  if (!iso) return words.common.dash
  const match = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?/.exec(iso)
  if (!match) return iso
  const [, year, month, day] = match
  return `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`
}

/** 10:32 out of a moment, in the computer's own time. */
export function timeText(moment: string): string {
  if (/^\d{2}:\d{2}/.test(moment)) return moment.slice(0, 5)
  const date = new Date(moment)
  if (Number.isNaN(date.getTime())) return moment
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`
}

/** 2026年6月30日 10:32. */
export function momentText(moment: string): string {
  const date = new Date(moment)
  if (!/T/.test(moment) || Number.isNaN(date.getTime())) return moment || words.common.dash
  return `${date.getFullYear()}年${date.getMonth() + 1}月${date.getDate()}日 ${timeText(moment)}`
}

/** Today as 2026-06-30. */
export function today(now = new Date()): string {
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`
}

/** The school year a day falls in: it begins on 1 September. */
export function schoolYearOf(day: Date): string {
  const first = day.getMonth() >= 8 ? day.getFullYear() : day.getFullYear() - 1
  return `${first}-${first + 1}`
}

/** First and last day of a school year's teaching: 1 September and 31 August. */
export function schoolYearDays(year: string): { first: string; last: string } {
  const [first, last] = year.split('-')
  return { first: `${first}-09-01`, last: `${last}-08-31` }
}

/** 2026-10-01 out of 2026-10-01, 2026/10/1, 2026.10.1 or 2026年10月1日; nothing when there is no such day. */
export function dayOf(text: string): string | null {
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(tidy(text)) ?? []
  if (!year || !month || !day) return null
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  const isThere = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
  return isThere ? date.toISOString().slice(0, 10) : null
}
