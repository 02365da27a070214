// What became of a batch, and what stands in a report's way.
import type { Refusal, ReportRow } from '@/api/generated'
import type { Side } from '@/api/side'
import { words } from '@/words'

export interface Outcome {
  done: string
  failed: { teacher: string; message: string; refusals?: Refusal[] }[]
}

/** What is missing before the next signature. */
export function blockers(row: ReportRow): Refusal[] {
  if (row.state === 'open') return row.host_ready
  if (row.state === 'host_signed') return row.sending_ready
  return []
}

/** Why this side may not sign now: what is missing, or that it is not its turn. */
export function blockersOf(row: ReportRow, side: Side): Refusal[] {
  const own = side === 'host' ? row.host_ready : row.sending_ready
  const turn = side === 'host' ? 'open' : 'host_signed'
  if (row.state === turn || own.length > 0) return own
  return [{ code: 'PAGE-TURN', place: side, message: words.report.notItsTurn(words.codes.state[row.state] ?? row.state) }]
}
