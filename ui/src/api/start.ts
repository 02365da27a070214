import { call } from './call'
import type { Session, StartState } from './generated'

export const start = {
  get: () => call<StartState>('start_get'),
  createLedger: (form: { school: string; stage: string; year: string; passphrase: string }) =>
    call<Session>('ledger_create', form),
  openLedger: (passphrase: string) => call<Session>('ledger_open', { passphrase }),
  openPractice: () => call<Session>('practice_open'),
  closeLedger: () => call<null>('ledger_close'),
  /** The first screen is drawn; the program measures how long that took. */
  screenReady: () => call<null>('screen_ready'),
  session: () => call<Session | null>('session_get'),
  setYear: (year: string) => call<Session>('year_set', { year }),
}
