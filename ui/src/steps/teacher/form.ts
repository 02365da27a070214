// The form of a teacher, and on which of its tabs a field stands.
import type { TeacherForm } from '@/api/generated'

/** Most lessons in a week. */
export const MOST_LESSONS = 60

export function emptyTeacher(): TeacherForm {
  return {
    id: null, name: '', sex: null, birth: '', political_status: '', education: '', subject: '', title: '',
    title_awarded: '', backbone: '', post: '', joined_work_on: null, joined_school_on: null, on_establishment: null,
    phone: '', note: '', id_number: '', id_number_masked: '',
    home_school_id: null, cadre: null, cadre_since: null, is_full_time: null, certificate: '', service_until: null,
    retire_on: null, weekly_lessons: null, career: [],
  }
}

const STANDING = new Set(['home_school_id', 'cadre', 'cadre_since', 'is_full_time', 'certificate', 'service_until', 'retire_on', 'weekly_lessons'])

/** The tab of a refused place. */
export function tabOf(place: string): 'basic' | 'standing' | 'career' {
  if (place.startsWith('career')) return 'career'
  return STANDING.has(place) ? 'standing' : 'basic'
}

/** Yes, no or unknown as a code, and back. */
export function codeOfFlag(flag: boolean | null): 'yes' | 'no' | null {
  return flag === null ? null : flag ? 'yes' : 'no'
}

export function flagOfCode(code: string | null): boolean | null {
  return code === null ? null : code === 'yes'
}
