import { call } from './call'
import type {
  CandidateForm,
  CandidateRow,
  Dispatch,
  Eligibility,
  ExemptionForm,
  ExemptionRow,
  NeedForm,
  NeedRow,
  Pasted,
  PasteResult,
  PolicyRow,
  Quota,
  Recheck,
  RulingForm,
  RunRow,
} from './generated'

export const need = {
  list: () => call<NeedRow[]>('need_list'),
  save: (form: NeedForm) => call<NeedRow>('need_save', { form }),
  remove: (ids: string[]) => call<null>('need_remove', { ids }),
}

export const exemption = {
  list: () => call<ExemptionRow[]>('exemption_list'),
  save: (form: ExemptionForm) => call<ExemptionRow>('exemption_save', { form }),
  remove: (ids: string[]) => call<null>('exemption_remove', { ids }),
  renew: () => call<{ added: number }>('exemption_renew'),
}

export const eligibility = {
  get: () => call<Eligibility>('eligibility_get'),
  compute: () => call<Eligibility>('eligibility_compute'),
  freeze: () => call<Eligibility>('eligibility_freeze'),
  report: () => call<Eligibility>('eligibility_report'),
  runs: () => call<RunRow[]>('eligibility_runs'),
  recheck: (run_id: string) => call<Recheck>('eligibility_recheck', { run_id }),
  rule: (form: RulingForm) => call<Eligibility>('ruling_save', { form }),
  policies: () => call<PolicyRow[]>('policy_list'),
}

export const candidate = {
  list: () => call<CandidateRow[]>('candidate_list'),
  save: (form: CandidateForm) => call<CandidateRow>('candidate_save', { form }),
  remove: (ids: string[]) => call<null>('candidate_remove', { ids }),
  propose: () => call<{ added: number }>('candidate_propose'),
}

export const quota = {
  get: () => call<Quota>('quota_get'),
  dispatch: () => call<Dispatch>('dispatch_get'),
  saveLists: () => call<{ saved: boolean }>('selection_save_lists'),
}

export const paste = {
  read: (kind: PasteKind, text: string) => call<Pasted>('selection_paste', { kind, text }),
  confirm: (token: string) => call<PasteResult>('selection_paste_confirm', { token }),
}

/** What can be pasted here. */
export type PasteKind = 'need' | 'exemption' | 'candidate' | 'assignment'
