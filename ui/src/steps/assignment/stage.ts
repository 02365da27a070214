// Where a posting stands, as lists group and colour it. The words are the program's own.

const BEFORE = ['draft', 'submitted', 'returned', 'approved', 'goals_signed']
const HERE = ['active', 'suspended', 'term_end', 'extended']
const MARKS: Record<string, string> = {
  active: 'is-good',
  completed: 'is-good',
  archived: 'is-good',
  returned: 'is-warn',
  suspended: 'is-warn',
  term_end: 'is-warn',
  extended: 'is-warn',
  terminated: 'is-warn',
  voided: 'is-bad',
  refused: 'is-bad',
}

/** `before`, `here` or `ended`. */
export function stageOf(state: string): 'before' | 'here' | 'ended' {
  if (BEFORE.includes(state)) return 'before'
  return HERE.includes(state) ? 'here' : 'ended'
}

/** The look of its mark. */
export function markOf(state: string): string {
  return MARKS[state] ?? 'is-plain'
}
