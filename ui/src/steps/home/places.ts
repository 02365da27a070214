// Where a step's work is done: each number opens its filtered list.

export interface Place {
  name: string
  params?: Record<string, string>
  query?: Record<string, string>
}

const PLACES: Record<string, Place> = {
  school: { name: 'school' },
  key: { name: 'school' },
  roster: { name: 'teacher' },
  teacher: { name: 'teacher' },
  assignment: { name: 'assignment' },
  appraisal: { name: 'appraisal', query: { only: 'missing' } },
  scoring: { name: 'appraisal', query: { only: 'missing' } },
  feedback: { name: 'feedback', query: { only: 'open' } },
  sign: { name: 'report', query: { only: 'host' } },
  signing: { name: 'report', query: { only: 'host' } },
  sign_host: { name: 'report', query: { only: 'host' } },
  sign_sending: { name: 'report', query: { only: 'sending' } },
  print: { name: 'report', query: { only: 'unprinted' } },
  printing: { name: 'report', query: { only: 'unprinted' } },
  archive: { name: 'report', query: { only: 'done' } },
}

/** The list of a step; with an assignment, that one in it. */
export function placeOf(step: string, assignment: string | null = null): Place {
  const place = PLACES[step] ?? { name: 'home' }
  if (!assignment) return place
  if (place.name === 'appraisal') return { name: 'appraisal', params: { id: assignment } }
  return { name: place.name, query: { focus: assignment } }
}
