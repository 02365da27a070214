import { call } from './call'
import type { Overview } from './generated'

export const home = {
  overview: () => call<Overview>('overview_get'),
}
