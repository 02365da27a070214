// Where a step's work is done: each number opens its filtered list.

export interface Place {
  name: string
  params?: Record<string, string>
  query?: Record<string, string>
}

const PLACES: Record<string, Place> = {
  school: { name: 'school' },
  teacher: { name: 'teacher' },
  policy: { name: 'policy' },
  calendar: { name: 'calendar' },
  selection: { name: 'selection' },
  assignment: { name: 'assignment' },
  appraisal: { name: 'appraisal', query: { only: 'missing' } },
  feedback: { name: 'feedback', query: { only: 'open' } },
  report: { name: 'report' },
}

/** The year's last steps share one screen and differ by their place in the line: 签章, 打印, 归档. */
const LAST = ['unsigned', 'unprinted', 'done']

/** The list of a step; with an assignment, that one in it. */
export function placeOf(step: string, assignment: string | null = null): Place {
  const place = PLACES[step] ?? { name: 'home' }
  if (!assignment) return place
  if (place.name === 'appraisal') return { name: 'appraisal', params: { id: assignment } }
  return { name: place.name, query: { focus: assignment } }
}

/** The list of one step of the year's line, among all its steps. */
export function placeInLine(steps: { step: string }[], index: number): Place {
  const step = steps[index]?.step ?? ''
  if (step !== 'report') return placeOf(step)
  const nth = steps.slice(0, index).filter((each) => each.step === 'report').length
  return { name: 'report', query: { only: LAST[nth] ?? 'all' } }
}
