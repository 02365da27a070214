// Invented steps, living conditions, money and swaps of the invented postings.
import type { BenefitRow, LivingRow, StepForm, SwapRow, YearOutcome } from '../generated'
import { assignments } from './people'

const LIVING: Record<string, string> = { lodging: '住宿', meals: '就餐', transport: '交通', children: '子女就学', care: '照护', other: '其他' }

export function livingWord(kind: string): string {
  return LIVING[kind] ?? kind
}

function step(event: string, on: string, by: string, more: Partial<StepForm> = {}): StepForm {
  return {
    event, on, by, reason: '', approval_document: '', approved_on: null, teacher_signed_on: null, host_signer: '', host_signed_on: null, sending_signer: '', sending_signed_on: null,
    until: null, post: null, notice_document: '', noticed_on: null, second: '', appraisal_id: null, year: null, ...more,
  }
}

export const steps: Record<string, StepForm[]> = {
  A1: [
    step('submit', '2025-07-20', '苏庭安'),
    step('approve', '2025-08-05', '云溪县教育局', { approval_document: '云教〔2025〕12号', approved_on: '2025-08-05' }),
    step('sign_goals', '2025-08-28', '苏庭安', { teacher_signed_on: '2025-08-26', host_signer: '贺明远', host_signed_on: '2025-08-27', sending_signer: '苏庭安', sending_signed_on: '2025-08-28' }),
    step('arrive', '2025-09-01', '贺明远'),
  ],
}

export const years: YearOutcome[] = [{ appraisal_id: 'P1', year: '2025-2026', grade_word: '合格', is_signed: true, is_void: false }]

export const living: LivingRow[] = [
  { id: 'L1', assignment_id: 'A1', kind: 'lodging', kind_word: '住宿', problem: '需要一间周转宿舍', owner: '施晚晴', raised_on: '2025-09-01', due_on: '2025-09-10', help: '安排教师公寓203室', closed_on: '2025-09-06', is_open: false, is_overdue: false },
  { id: 'L2', assignment_id: 'A1', kind: 'transport', kind_word: '交通', problem: '周五末班车早于放学时间', owner: '苏庭安', raised_on: '2025-09-15', due_on: '2025-09-30', help: '', closed_on: null, is_open: true, is_overdue: true },
]

function money(id: string, index: number, kind: string, kind_word: string, due: string | null, paid: string | null, difference: string | null, basis: string): BenefitRow {
  const row = assignments[index]!
  return { id, assignment_id: row.id, kind, kind_word, from: '2025-09-01', to: '2025-12-31', due, paid, paid_on: paid ? '2026-01-10' : null, difference, basis, note: '', teacher: row.teacher, host_school: row.host_school }
}

export const benefits: BenefitRow[] = [
  money('B1', 1, 'allowance', '边远津贴', '840.00', '480.00', '360.00', '210元/月×4个月，边远津贴，基数210元（R801）'),
  money('B2', 1, 'rural_performance', '农村绩效', '2400.00', '2400.00', '0.00', '600元/月×4个月，R805'),
  money('B3', 2, 'transport', '交通补助', null, null, null, '制度规定40—70元/月（R805），请按本校标准填写金额'),
  money('B4', 3, 'rural_performance', '农村绩效', '2400.00', null, '2400.00', '600元/月×4个月，R805'),
]

export const swaps: SwapRow[] = [
  {
    id: 'W1', kind: 'mutual', kind_word: '互派', members: ['A1', 'A4'], released: '', study: '', study_from: null, study_to: null, college: '', interns: null,
    postings: ['陈望舒（云溪县青枫镇中心小学 → 云溪县白鹭湾希望小学）', '陆怀瑾（云溪县白鹭湾希望小学 → 云溪县青枫镇中心小学）'], doubts: [],
  },
]
