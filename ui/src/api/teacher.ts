import { call, callWithFile } from './call'
import type { RosterImported, RosterPreview, TeacherForm, TeacherRow } from './generated'

export const teacher = {
  list: () => call<TeacherRow[]>('teacher_list'),
  get: (id: string) => call<TeacherForm>('teacher_get', { id }),
  save: (form: TeacherForm) => call<TeacherRow>('teacher_save', { form }),
  remove: (ids: string[]) => call<null>('teacher_remove', { ids }),
}

export const roster = {
  preview: (file: File) => callWithFile<RosterPreview>('roster_preview', file),
  confirm: (token: string) => call<RosterImported>('roster_confirm', { token }),
  saveRejects: (token: string) => call<{ saved: boolean }>('roster_save_rejects', { token }),
  saveTemplate: () => call<{ saved: boolean }>('roster_save_template'),
}
