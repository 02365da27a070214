// Answers about postings and their papers, from invented data kept in memory.
import type {
  AssignmentPage,
  AssignmentRow,
  BenefitForm,
  BenefitRow,
  BenefitSheet,
  EventChoice,
  Failure,
  LivingForm,
  LivingRow,
  PaperRow,
  ServedPosting,
  ServedTeacher,
  StepForm,
  SwapForm,
  SwapRow,
  WorkGoal,
} from '../generated'
import { calls } from './answer'
import { assignments } from './people'
import { benefits, livingWord, living, steps, swaps, years } from './posting-seed'
import { candidates, needs } from './selection-seed'

type Args = Record<string, unknown>
type Answer = (args: Args) => unknown

const WORDS: Record<string, string> = {
  submit: '申报', approve: '批准', send_back: '退回', backfill: '补登在岗', resume: '恢复', void_whole: '全程无效', archive: '归档', sign_goals: '签订责任书', arrive: '到岗', change_post: '调整岗位', suspend: '中止', reach_end: '期满考核',
  extend: '延期', complete: '期满返校', end_early: '提前终止', recall: '召回', refuse_to_go: '无故不参加', void_year: '学年无效', go_on: '续任',
}
const NEXT: Record<string, string[]> = {
  approved: ['sign_goals', 'refuse_to_go'],
  goals_signed: ['arrive', 'refuse_to_go'],
  active: ['change_post', 'suspend', 'reach_end', 'end_early', 'recall'],
  term_end: ['extend', 'complete'],
  extended: ['go_on'],
  draft: ['submit', 'backfill'],
  submitted: ['send_back', 'approve'],
  suspended: ['resume', 'end_early', 'recall'],
  completed: ['void_year', 'void_whole', 'archive'],
}
const AFTER: Record<string, [string, string]> = {
  submit: ['submitted', '已申报'], approve: ['approved', '已批准'], backfill: ['active', '在岗'], suspend: ['suspended', '中止'], resume: ['active', '在岗'], recall: ['terminated', '提前终止'], archive: ['archived', '归档'],
  sign_goals: ['goals_signed', '责任书已签'], arrive: ['active', '在岗'], reach_end: ['term_end', '期满考核'], extend: ['extended', '延期'],
  go_on: ['active', '在岗'], complete: ['completed', '期满返校'], end_early: ['terminated', '提前终止'], refuse_to_go: ['refused', '无故不参加'],
}
const KINDS: Record<string, string> = { transport: '交通补助', allowance: '边远津贴', rural_performance: '农村绩效', living: '生活补助', bonus: '一次性奖励', other: '其他' }
const FORMS: Record<string, string> = {
  'F-04': '交流教师工作目标责任书', 'F-06': '交流（支教）经历证明', 'F-10': '教师交流轮岗申请（推荐）审批表', 'F-11': '拟交流教师名单',
  'F-11b': '交流教师名额核对表', 'F-18': '暂不列入交流教师名单', 'F-19': '受援学校教师需求调查表', 'F-20': '交流教师津贴补助核算表',
}

interface State {
  rows: AssignmentRow[]
  goals: Record<string, WorkGoal[]>
  steps: Record<string, StepForm[]>
  /** How each row was before its steps, for the way back. */
  before: Record<string, AssignmentRow[]>
  living: LivingRow[]
  benefits: BenefitRow[]
  swaps: SwapRow[]
  papers: Record<string, PaperRow>
}

let state: State
let first: object | undefined

/** The state, as at the beginning after everything was begun anew: the first call is then another one. */
function now(): State {
  if (!state || calls[0] !== first) {
    first = calls[0]
    state = structuredClone({ rows: assignments, goals: { A1: [goal('承担五年级语文教学', 60), goal('带教青年教师2人', 40)], A5: [goal('承担五年级音乐教学', 59)] }, steps, before: {}, living, benefits, swaps, papers: {} })
  }
  return state
}

function goal(text: string, weight: number): WorkGoal {
  return { text, measure: '期末监测', target: '', weight, due_on: '2026-06-20', evidence: '', host: null, sending: null }
}

function refuse(code: string, message: string, place = ''): Failure {
  return { code, message, refusals: [{ code, message, place }] }
}

function rowOf(id: unknown): AssignmentRow {
  const row = now().rows.find((each) => each.id === id)
  if (!row) throw refuse('RECORD-ABSENT', '交流安排已不在台账中')
  return row
}

function choice(event: string): EventChoice {
  const needs_approval = ['approve', 'backfill', 'change_post', 'suspend', 'extend', 'end_early', 'recall'].includes(event)
  return { event, word: WORDS[event] ?? event, needs_approval, needs_reason: (needs_approval && event !== 'approve') || ['refuse_to_go', 'send_back', 'void_year', 'void_whole'].includes(event), is_change: ['change_post', 'suspend', 'resume', 'extend', 'go_on', 'end_early', 'recall'].includes(event), is_end: ['complete', 'end_early', 'recall', 'refuse_to_go'].includes(event) }
}

function served(row: AssignmentRow, months: string): ServedPosting {
  return {
    assignment_id: row.id, sending_school: row.sending_school, host_school: row.host_school, start_on: row.start_on, last_day: row.last_day,
    state: row.state, state_word: row.state_word, months, credited: months, credit: '1', is_void: false, years: [{ year: '2025-2026', months, is_void: false }],
  }
}

function pageOf(id: unknown): AssignmentPage {
  const s = now()
  const row = rowOf(id)
  const goals = s.goals[row.id] ?? []
  const isBefore = ['draft', 'submitted', 'returned', 'approved'].includes(row.state)
  const unmet = goals.flatMap((each, index) => (each.host && each.host.result !== 'met' ? [`第${index + 1}项`] : []))
  return {
    row, goals, may_agree_goals: isBefore, may_judge_goals: row.is_under_way, achievement: null,
    steps: (s.steps[row.id] ?? []).map((form) => ({ ...form, event_word: WORDS[form.event] ?? form.event, planned_end_before: row.planned_end_on, post_before: null })),
    events: (NEXT[row.state] ?? []).map(choice), doubts: row.state === 'active' ? ['工资关系不变（R316）尚未确认'] : [],
    proposed_extension: unmet.length > 0 ? '2027-08-31' : null, unmet: unmet.length > 0 ? `${unmet.join('、')}工作目标未达成` : '',
    served: served(row, '10'), planned: served(row, '12'), years: row.id === 'A1' ? years : [],
    leads: [{ year: 2025, host_days: '122', other_days: null, sending_days: '243', leader: 'sending' }, { year: 2026, host_days: '243', other_days: null, sending_days: '122', leader: 'host' }],
    living: s.living.filter((each) => each.assignment_id === row.id), benefits: s.benefits.filter((each) => each.assignment_id === row.id),
    swap: s.swaps.find((each) => each.members.includes(row.id)) ?? null, papers: [], n_open_feedback: row.id === 'A2' ? 1 : 0,
  }
}

function step(id: unknown, form: StepForm): AssignmentPage {
  const row = rowOf(id)
  const faults = []
  if (!form.by) faults.push({ code: 'STEP-BY', message: '请填写由谁决定或确认，最多50个字', place: 'by' })
  if (choice(form.event).needs_reason && !form.reason) faults.push({ code: 'STEP-REASON', message: '请写明理由', place: 'reason' })
  if (choice(form.event).needs_approval && !form.approval_document) faults.push({ code: 'STEP-APPROVAL', message: '须有审批，请填写审批文号和日期', place: 'approval' })
  if (faults.length > 0) throw { code: 'REFUSED', message: '', refusals: faults } satisfies Failure
  now().before[row.id] = [...(now().before[row.id] ?? []), structuredClone(row)]
  const [state, state_word] = AFTER[form.event] ?? [row.state, row.state_word]
  Object.assign(row, { state, state_word, is_under_way: ['active', 'term_end', 'extended'].includes(state) })
  if (form.event === 'extend' && form.until) Object.assign(row, { planned_end_on: form.until, last_day: form.until })
  now().steps[row.id] = [...(now().steps[row.id] ?? []), form]
  return pageOf(id)
}

function benefitOf(form: BenefitForm): BenefitRow {
  const row = rowOf(form.assignment_id)
  const difference = form.due === null ? null : (Number(form.due) - Number(form.paid ?? 0)).toFixed(2)
  return { ...form, id: form.id ?? `B${now().benefits.length + 1}`, kind_word: KINDS[form.kind] ?? form.kind, teacher: row.teacher, host_school: row.host_school, difference }
}

function sheet(): BenefitSheet {
  const rows = now().benefits
  const sum = (of: (row: BenefitRow) => string | null) => rows.reduce((all, row) => all + Number(of(row) ?? 0), 0).toFixed(2)
  return { rows, due: sum((row) => row.due), paid: sum((row) => (row.due === null ? null : row.paid)), difference: sum((row) => row.difference), n_open: rows.filter((row) => row.due === null).length }
}

function put<Row extends { id: string | null }>(rows: Row[], row: Row): Row[] {
  return rows.some((each) => each.id === row.id) ? rows.map((each) => (each.id === row.id ? row : each)) : [...rows, row]
}

function subjects(form: string): { subject: string; about: string }[] {
  if (form === 'F-04' || form === 'F-06') return now().rows.map((row) => ({ subject: `posting:${row.id}`, about: row.teacher }))
  if (form === 'F-10') return candidates.map((row) => ({ subject: `candidate:${row.id}`, about: row.teacher }))
  if (form === 'F-19') return [...new Map(needs.map((row) => [row.host_school_id, row.host_school]))].map(([id, about]) => ({ subject: `school:${id}`, about }))
  return [{ subject: 'year', about: '云溪县青枫镇中心小学' }]
}

function paperOf(form: string, subject: string, about: string): PaperRow {
  return (
    now().papers[`${form} ${subject}`] ?? {
      form, form_word: FORMS[form] ?? form, subject, about, report_id: null, number: null, revision: null, issued_on: null, signed_by: null, next_side: null, next_school: null,
      since: '', n_printed: 0, has_twin: !['F-04', 'F-06', 'F-10'].includes(form),
    }
  )
}

function hostOf(subject: string): string | null {
  return now().rows.find((row) => subject === `posting:${row.id}`)?.host_school ?? null
}

function make(form: string, subject: string): PaperRow {
  const about = subjects(form).find((each) => each.subject === subject)?.about ?? ''
  const isSigned = form === 'F-04' || form === 'F-06'
  const row: PaperRow = { ...paperOf(form, subject, about), report_id: `R-${form}-${subject}`, number: 'ZR-2025-0001', revision: 1, issued_on: '2025-08-20', next_side: isSigned ? 'host' : null, next_school: isSigned ? hostOf(subject) : null }
  now().papers[`${form} ${subject}`] = row
  return row
}

function months(row: AssignmentRow): ServedTeacher {
  return {
    teacher_id: row.teacher_id, teacher: row.teacher, until: '2026-06-30', postings: [served(row, '10')], months: '10', credited: '10',
    title: { force: 'hard', force_word: '硬性条件', rule: 'R701', required: 12, counted: '10', actual: '10', lacking: '2', is_met: false, by: '2026-08-31', notes: [] },
    honours: [],
  }
}

export const postingAnswers: Record<string, Answer> = {
  assignment_list_all: () => now().rows,
  assignment_send_approved: () => ({ added: 0 }),
  assignment_page: ({ id }) => pageOf(id),
  assignment_step: ({ id, form }) => step(id, form as StepForm),
  assignment_take_back: ({ id, reason }) => {
    if (!reason) throw refuse('STEP-REASON', '请写明撤销的理由，最多300个字', 'reason')
    now().steps[String(id)]?.pop()
    const before = now().before[String(id)]?.pop()
    if (before) Object.assign(rowOf(id), before)
    return pageOf(id)
  },
  assignment_goals: ({ id, goals, is_draft }) => {
    const sum = (goals as WorkGoal[]).reduce((all, goal) => all + goal.weight, 0)
    if (!is_draft && sum !== 100) throw refuse('GOAL-SUM', `各项目标的权重合计为${sum}，应为100`, 'goals')
    now().goals[String(id)] = goals as WorkGoal[]
    return pageOf(id)
  },
  service_list: () => now().rows.map(months),
  living_save: ({ form }) => {
    const given = form as LivingForm
    if (!given.owner) throw refuse('LIVING-OWNER', '请填写责任人', 'owner')
    const row: LivingRow = { ...given, id: given.id ?? `L${now().living.length + 1}`, kind_word: livingWord(given.kind), is_open: !given.closed_on, is_overdue: false }
    now().living = put(now().living, row)
    return row
  },
  living_remove: ({ id }) => void (now().living = now().living.filter((each) => each.id !== id)),
  benefit_list: () => sheet(),
  benefit_save: ({ form }) => {
    const { paid, paid_on } = form as BenefitForm
    if (Number(paid ?? 0) > 100000) throw refuse('BENEFIT-AMOUNT', '实发金额应在0到1000000元之间', 'paid')
    if (paid && !paid_on && (form as BenefitForm).id) throw refuse('BENEFIT-PAID', '请填写发放日期', 'paid_on')
    const row = benefitOf(form as BenefitForm)
    now().benefits = put(now().benefits, row)
    return row
  },
  benefit_remove: ({ ids }) => void (now().benefits = now().benefits.filter((each) => !(ids as string[]).includes(each.id ?? ''))),
  benefit_accept: () => ({ added: 0 }),
  swap_list: () => now().swaps,
  swap_save: ({ form }) => {
    const given = form as SwapForm
    const row: SwapRow = { ...given, id: given.id ?? 'W1', kind_word: given.kind === 'mutual' ? '互派' : '三角置换', postings: given.members.map((id) => rowOf(id).teacher), doubts: [] }
    now().swaps = put(now().swaps, row)
    return row
  },
  swap_remove: ({ id }) => void (now().swaps = now().swaps.filter((each) => each.id !== id)),
  paper_list: ({ form }) => subjects(String(form)).map((each) => paperOf(String(form), each.subject, each.about)),
  paper_preview: () => ({ token: 'A1', title: '' }),
  paper_make: ({ form, subjects: asked }) => ({ made: (asked as string[]).map((subject) => make(String(form), subject)), failed: [] }),
  paper_sign: ({ report_ids, side, passphrase }) => {
    if (passphrase === '错') throw refuse('SIGN-06', '口令不对，打不开受援学校的签章密钥')
    const rows = Object.values(now().papers).filter((each) => (report_ids as string[]).includes(each.report_id ?? ''))
    for (const row of rows) Object.assign(row, { signed_by: side, next_side: side === 'host' ? 'sending' : null, next_school: side === 'host' ? '青禾小学' : null })
    return { signed: rows.map((row) => row.about), failed: [] }
  },
  paper_print: ({ report_ids }) => ({ printed: (report_ids as string[]).length, failed: [] }),
  paper_save: ({ report_ids }) => ({ saved: (report_ids as string[]).length, folder: '责任书' }),
  paper_twin: () => ({ saved: true }),
}
