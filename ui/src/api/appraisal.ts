import { call } from './call'
import type { Appraisal, AppraisalRow, HostSheet, SendingSheet } from './generated'

export const appraisal = {
  list: () => call<AppraisalRow[]>('appraisal_list'),
  get: (assignment_id: string) => call<Appraisal>('appraisal_get', { assignment_id }),
  saveHost: (assignment_id: string, sheet: HostSheet) =>
    call<Appraisal>('appraisal_save_host', { assignment_id, sheet }),
  saveSending: (assignment_id: string, sheet: SendingSheet) =>
    call<Appraisal>('appraisal_save_sending', { assignment_id, sheet }),
}
