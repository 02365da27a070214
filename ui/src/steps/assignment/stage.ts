// Where a posting stands, as lists group and colour it. The words are the program's own.

const BEFORE = ['draft', 'submitted', 'returned', 'approved', 'goals_signed']
const HERE = ['active', 'suspended', 'term_end', 'extended']

/** `before`, `here` or `ended`. */
export function stageOf(state: string): 'before' | 'here' | 'ended' {
  if (BEFORE.includes(state)) return 'before'
  return HERE.includes(state) ? 'here' : 'ended'
}

/** The look of its mark. */
export function markOf(state: string): string {
  if (state === 'active' || state === 'completed') return 'is-good'
  return ['suspended', 'returned', 'refused', 'voided', 'terminated', 'term_end', 'extended'].includes(state) ? 'is-warn' : 'is-plain'
}
