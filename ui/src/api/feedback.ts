import { call } from './call'
import type { Feedback } from './generated'

export const feedback = {
  list: () => call<Feedback[]>('feedback_list'),
  save: (form: Feedback) => call<Feedback>('feedback_save', { feedback: form }),
  remove: (id: string) => call<null>('feedback_remove', { id }),
}
