import { call } from './call'
import type { Calendar, CalendarForm, DeadlineMark } from './generated'

export const calendar = {
  get: () => call<Calendar>('calendar_get'),
  save: (form: CalendarForm) => call<Calendar>('calendar_save', { form }),
  /** Sets both days of one deadline: the one it was moved to and the one it was done on. */
  mark: (mark: DeadlineMark) => call<Calendar>('deadline_mark', { mark }),
}
