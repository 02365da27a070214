// Holidays pasted from a spreadsheet: a name, the first day and the last one, in the ways offices write days.
import type { Holiday } from '@/api/generated'
import { dayOf } from '@/shared/day'

export interface Pasted {
  holidays: Holiday[]
  /** Lines that could not be read, as they were. */
  left: string[]
}

/** What the first cell of a table's head says; such a first line is no holiday. */
const HEAD = /^(序号|假期|节日|节假日|放假)?(名称)?$/

/** Reads lines of cells. One day alone is a holiday of one day. */
export function readHolidays(text: string): Pasted {
  const found: Pasted = { holidays: [], left: [] }
  text.split(/\r?\n/).forEach((line, index) => {
    if (!line.trim()) return
    // Cells come with tabs; what was typed by hand, with spaces.
    const cells = line.trim().split(line.includes('\t') ? '\t' : /\s+/).map((cell) => cell.trim())
    const [name = '', first = '', last = ''] = cells
    const from = dayOf(first)
    const to = last ? dayOf(last) : from
    if (name && from && to) found.holidays.push({ name, from, to })
    else if (index > 0 || !HEAD.test(name)) found.left.push(line)
  })
  return found
}

/** What is not in the list yet, each once. */
export function withoutKnown(holidays: Holiday[], known: Holiday[]): Holiday[] {
  const seen = new Set(known.map(keyOf))
  return holidays.filter((each) => {
    const isNew = !seen.has(keyOf(each))
    seen.add(keyOf(each))
    return isNew
  })
}

function keyOf(holiday: Holiday): string {
  return [holiday.name.trim(), holiday.from, holiday.to].join('|')
}
