import { call } from './call'
import type { Policy, PolicyComparison, PolicyForm, PolicyRow } from './generated'

export const policy = {
  list: () => call<PolicyRow[]>('policy_list'),
  get: (id: string) => call<Policy>('policy_get', { id }),
  save: (form: PolicyForm) => call<Policy>('policy_save', { form }),
  /** Puts a selection policy in force for the school year that is worked on. */
  adopt: (id: string) => call<PolicyRow[]>('policy_adopt', { id }),
  /** Switches duties, meetings or surveys on or off for that year. */
  switch: (id: string, is_on: boolean) => call<PolicyRow[]>('policy_switch', { id, is_on }),
  compare: (first: string, second: string) => call<PolicyComparison>('policy_compare', { first, second }),
}
