// Which fields a step shows, and what they hold at first. What is missing the program says.
import type { AssignmentPage, EventChoice, StepForm } from '@/api/generated'
import { today } from '@/shared/day'

export function emptyStep(page: AssignmentPage, event: EventChoice): StepForm {
  const { row } = page
  const isExtension = event.event === 'extend'
  const voided = page.years.find((year) => year.is_signed && !year.is_void)
  const isVoid = event.event.startsWith('void')
  return {
    event: event.event,
    on: event.event === 'arrive' || event.event === 'backfill' ? row.start_on : today(),
    by: '',
    reason: isExtension ? page.unmet : '',
    approval_document: '',
    approved_on: null,
    teacher_signed_on: null,
    host_signer: '',
    host_signed_on: null,
    sending_signer: '',
    sending_signed_on: null,
    until: isExtension ? page.proposed_extension : null,
    post:
      event.event === 'change_post'
        ? { mode: row.mode, post_mode: row.post_mode, subject: row.subject, classes: row.classes, weekly_lessons: row.weekly_lessons, is_homeroom: row.is_homeroom }
        : null,
    notice_document: '',
    noticed_on: null,
    second: '',
    appraisal_id: isVoid ? (voided?.appraisal_id ?? null) : null,
    year: event.event === 'void_year' ? (voided?.year ?? null) : null,
  }
}

/** The letter is signed on the day of the last signature. */
export function lastSigned(form: StepForm): string | null {
  const days = [form.teacher_signed_on, form.host_signed_on, form.sending_signed_on]
  return days.every(Boolean) ? (days.toSorted().at(-1) ?? null) : null
}
