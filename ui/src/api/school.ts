import { call, callWithFile } from './call'
import type { School, SchoolForm } from './generated'

export const school = {
  list: () => call<School[]>('school_list'),
  save: (form: SchoolForm) => call<School>('school_save', { school: form }),
  createKey: (school_id: string, passphrase: string) => call<School>('key_create', { school_id, passphrase }),
  setSeal: (school_id: string, file: File) => callWithFile<School>('seal_set', file, { 'x-school-id': school_id }),
}
