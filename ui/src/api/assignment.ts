import { call } from './call'
import type {
  AssignmentForm,
  AssignmentPage,
  AssignmentRow,
  BenefitForm,
  BenefitRow,
  BenefitSheet,
  LivingForm,
  LivingRow,
  ServedTeacher,
  StepForm,
  SwapForm,
  SwapRow,
  WorkGoal,
} from './generated'

export const assignment = {
  list: () => call<AssignmentRow[]>('assignment_list'),
  listAll: () => call<AssignmentRow[]>('assignment_list_all'),
  save: (form: AssignmentForm) => call<AssignmentRow>('assignment_save', { form }),
  remove: (id: string) => call<null>('assignment_remove', { id }),
  sendApproved: () => call<{ added: number }>('assignment_send_approved'),
  page: (id: string) => call<AssignmentPage>('assignment_page', { id }),
  step: (id: string, form: StepForm) => call<AssignmentPage>('assignment_step', { id, form }),
  takeBack: (id: string, reason: string) => call<AssignmentPage>('assignment_take_back', { id, reason }),
  goals: (id: string, goals: WorkGoal[], is_draft: boolean) => call<AssignmentPage>('assignment_goals', { id, goals, is_draft }),
  served: () => call<ServedTeacher[]>('service_list'),
}

export const living = {
  save: (form: LivingForm) => call<LivingRow>('living_save', { form }),
  remove: (id: string) => call<null>('living_remove', { id }),
}

export const benefit = {
  list: () => call<BenefitSheet>('benefit_list'),
  save: (form: BenefitForm) => call<BenefitRow>('benefit_save', { form }),
  remove: (ids: string[]) => call<null>('benefit_remove', { ids }),
  accept: (assignment_id: string | null) => call<{ added: number }>('benefit_accept', { assignment_id }),
}

export const swap = {
  list: () => call<SwapRow[]>('swap_list'),
  save: (form: SwapForm) => call<SwapRow>('swap_save', { form }),
  remove: (id: string) => call<null>('swap_remove', { id }),
}
