import { call } from './call'
import type { AssignmentForm, AssignmentRow } from './generated'

export const assignment = {
  list: () => call<AssignmentRow[]>('assignment_list'),
  save: (form: AssignmentForm) => call<AssignmentRow>('assignment_save', { form }),
  remove: (id: string) => call<null>('assignment_remove', { id }),
}
