// Days as places on a line of school years. Nothing is counted here; the line is only drawn.
import { schoolYearOf } from '@/shared/day'

const DAY = 86_400_000

function firstYear(iso: string): number {
  return Number(schoolYearOf(new Date(`${iso}T12:00:00`)).slice(0, 4))
}

/** The school years, each by its first calendar year, from the first posting to the last or to today. */
export function yearsOf(rows: { start_on: string; last_day: string }[], today: string): number[] {
  const ends = rows.flatMap((row) => [firstYear(row.start_on), firstYear(row.last_day)])
  const all = [...ends, firstYear(today)]
  const first = Math.min(...all)
  return Array.from({ length: Math.max(...all) - first + 1 }, (_, index) => first + index)
}

/** Where a stretch of days begins and how wide it is, in per cent of the line. */
export function spanOf(from: string, to: string, years: number[]): { left: number; width: number } {
  const start = Date.UTC(years[0] ?? 0, 8, 1)
  const all = Date.UTC((years.at(-1) ?? 0) + 1, 8, 1) - start
  const place = (iso: string, more: number) => ((Date.parse(`${iso}T00:00:00Z`) + more - start) / all) * 100
  const left = place(from, 0)
  return { left, width: Math.max(place(to, DAY) - left, 0.5) }
}
