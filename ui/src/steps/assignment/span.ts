// Days as places on a line of school years. Nothing is counted here; the line is only drawn.
import { schoolYearOf } from '@/shared/day'

const DAY = 86_400_000
/** A bar is never drawn narrower than its word: about so many days of a year's column. */
const WORD_DAYS = 170

interface Stretch {
  start_on: string
  last_day: string
}

function firstYear(iso: string): number {
  return Number(schoolYearOf(new Date(`${iso}T12:00:00`)).slice(0, 4))
}

/** The school years, each by its first calendar year, from the first posting to the last or to today. */
export function yearsOf(rows: Stretch[], today: string): number[] {
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

/** Rows of one line, each on the first level on which it covers no other. */
export function levelsOf<Row extends Stretch>(rows: Row[]): { row: Row; level: number }[] {
  const ends: number[] = []
  return rows
    .toSorted((one, other) => one.start_on.localeCompare(other.start_on))
    .map((row) => {
      const from = Date.parse(row.start_on)
      const free = ends.findIndex((end) => end < from)
      const level = free < 0 ? ends.length : free
      ends[level] = Math.max(Date.parse(row.last_day), from + WORD_DAYS * DAY)
      return { row, level }
    })
}
