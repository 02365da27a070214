import { call } from './call'
import type { LogRow } from './generated'

export const history = {
  list: (before: number | null) => call<LogRow[]>('history_list', { before }),
}
