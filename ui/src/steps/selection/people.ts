// Teachers and schools that a form of the selection chooses from.
import { ref } from 'vue'

import type { School, TeacherRow } from '@/api/generated'
import { school } from '@/api/school'
import { teacher } from '@/api/teacher'

export function usePeople() {
  const teachers = ref<TeacherRow[]>([])
  const schools = ref<School[]>([])

  /** Reads both; a rejection is the caller's to show. */
  async function read(): Promise<void> {
    ;[teachers.value, schools.value] = await Promise.all([teacher.list(), school.list()])
  }

  return { teachers, schools, read }
}
