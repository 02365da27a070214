// Answers the commands in a plain browser and in tests, from invented data kept in memory.
import type { AssignmentForm, Failure, Feedback, HostSheet, LogRow, School, SendingSheet, Session, TeacherForm, TeacherRow } from '../generated'
import { roster, verification } from './files'
import { paper } from './paper'
import { policyAnswers } from './policy'
import { postingAnswers } from './posting'
import { selectionAnswers } from './selection'
import { assignments, hostIndicators, schools, sendingIndicators, teachers } from './people'
import { judge, seed, view, type Kept } from './sheets'

type Args = Record<string, unknown>
type Answer = (args: Args) => unknown

interface State {
  session: Session | null
  hasLedger: boolean
  schools: School[]
  teachers: TeacherRow[]
  assignments: typeof assignments
  appraisals: Map<string, Kept>
  feedback: Feedback[]
  printed: Record<string, number>
}

let state = fresh()
let overrides = new Map<string, Answer>()
/** What was asked, in order. */
export const calls: { command: string; args: Args }[] = []

function fresh(): State {
  return structuredClone({
    session: null, hasLedger: false, schools, teachers, assignments, appraisals: seed(), feedback: feedback(), printed: { A1: 1 },
  })
}

/** For tests: everything as at the beginning. */
export function reset(session: Session | null = null): void {
  state = fresh()
  state.session = session
  overrides = new Map()
  calls.length = 0
}

/** For tests: answers one command otherwise. */
export function override(command: string, answer: Answer): void {
  overrides.set(command, answer)
}

export async function answer(command: string, args: Args): Promise<unknown> {
  calls.push({ command, args })
  const own = overrides.get(command) ?? ANSWERS[command] ?? policyAnswers[command] ?? selectionAnswers[command] ?? postingAnswers[command]
  if (!own) throw refuse('MOCK', `no answer to ${command}`)
  const given = await own(args)
  return given === undefined ? null : given instanceof Uint8Array ? given : structuredClone(given)
}

function refuse(code: string, message: string, place = ''): Failure {
  return { code, message, refusals: [{ code, message, place }] }
}

function feedback(): Feedback[] {
  const base = { kind: 'year' as const, contributions: '带动集体备课', changes: '学生敢提问了', requests: '', recommendation: 'continue' as const }
  return [
    { ...base, id: 'F1', assignment_id: 'A1', teacher: '陈望舒', host_school: '云溪县白鹭湾希望小学', on: '2026-06-18', from: '施晚晴 教务主任', satisfaction: [5, 5, 4, 5, 4, 5], items: [], n_open: 0 },
    { ...base, id: 'F2', assignment_id: 'A2', teacher: '顾南星', host_school: '云溪县石门岭九年一贯制学校', on: '2026-06-20', from: '田牧之 副校长', satisfaction: [5, 4, 4, null, 4, 4], items: [{ id: 'I1', class: 'problem', text: '往返交通不便，周五末节课常要调课', owner: '苏庭安', due_on: '2026-07-10', reply: '', closed_on: null }], n_open: 1 },
  ]
}

function begin(is_practice: boolean, school = '云溪县青枫镇中心小学', year = '2025-2026'): Session {
  state.session = { school_id: 'S1', school_name: school, year, is_practice }
  return state.session
}

function appraisalOf(args: Args): Kept {
  const kept = state.appraisals.get(String(args.assignment_id))
  if (!kept) throw refuse('APPRAISAL-NONE', '没有这项交流安排')
  return kept
}

const views = () => state.assignments.map((row) => view(row.id, state.appraisals.get(row.id) ?? [...state.appraisals.values()][3]!))

const ANSWERS: Record<string, Answer> = {
  start_get: () => ({ has_ledger: state.hasLedger, ledger_name: '青枫小学.台账', version: '0.1.0' }),
  session_get: () => state.session,
  screen_ready: () => null,
  practice_open: () => begin(true),
  ledger_create: (args) => begin(false, String(args.school), String(args.year)),
  ledger_open: (args) => {
    if (args.passphrase === '错') throw refuse('LEDGER-PASSPHRASE', '口令不对，请重新输入')
    return begin(false)
  },
  ledger_close: () => void (state.session = null),
  year_set: (args) => state.session && begin(state.session.is_practice, state.session.school_name, String(args.year)),
  overview_get: () => ({
    year: '2025-2026', n_teachers: state.teachers.length, n_assignments: state.assignments.length,
    steps: [
      { step: 'teacher', title: '核对名册', done: 8, total: 8, state: 'done', why: '' },
      { step: 'appraisal', title: '评分', done: 3, total: 5, state: 'doing', why: '' },
      { step: 'feedback', title: '反馈', done: 2, total: 5, state: 'doing', why: '' },
      { step: 'report', title: '签章', done: 1, total: 5, state: 'locked', why: '还有 2 人没有评完' },
      { step: 'report', title: '打印', done: 1, total: 5, state: 'locked', why: '还有 4 份没有双方签章' },
      { step: 'report', title: '归档', done: 1, total: 5, state: 'locked', why: '还有 4 份没有双方签章' },
    ],
    todos: [
      { text: '陆怀瑾：受援学校还缺 17 项评分', step: 'appraisal', assignment_id: 'A4' },
      { text: '欧阳听雨：受援学校还缺 17 项评分', step: 'appraisal', assignment_id: 'A5' },
      { text: '韩知夏：缺受援校反馈', step: 'feedback', assignment_id: 'A3' },
      { text: '顾南星：1 条反馈没有销号，期限 2026年7月10日', step: 'feedback', assignment_id: 'A2' },
      { text: '顾南星：等待派出学校签章', step: 'report', assignment_id: 'A2' },
      { text: '云溪县石门岭九年一贯制学校还没有签名证书', step: 'school', assignment_id: null },
    ],
  }),
  school_list: () => state.schools,
  school_save: ({ school }) => {
    const form = school as School
    const row = { ...form, id: form.id ?? `S${state.schools.length + 1}`, is_mine: false, key: null, has_seal: false }
    state.schools = form.id ? state.schools.map((each) => (each.id === form.id ? { ...each, ...form } : each)) : [...state.schools, row]
    return row
  },
  key_create: ({ school_id }) => {
    const row = state.schools.find((each) => each.id === school_id)
    if (row) row.key = { fingerprint: '11:22:33:44', valid_until: '2031-08-31' }
    return row
  },
  seal_set: (args) => {
    const row = state.schools.find((each) => each.id === args['x-school-id'])
    if (row) row.has_seal = true
    return row
  },
  teacher_list: () => state.teachers,
  teacher_get: ({ id }): TeacherForm => {
    const row = state.teachers.find((each) => each.id === id)!
    return {
      id: row.id, name: row.name, sex: row.sex as TeacherForm['sex'], birth: row.birth_date ?? '', political_status: '群众', education: '大学本科', subject: row.subject,
      title: row.title, title_awarded: '2016-12', backbone: row.backbone, post: '任课教师', joined_work_on: '2004-09-01', joined_school_on: row.joined_school_on,
      on_establishment: true, phone: '', note: '', id_number: '', id_number_masked: row.id_number_masked,
      home_school_id: null, cadre: null, cadre_since: null, is_full_time: true, certificate: '小学教师资格', service_until: null, retire_on: null, weekly_lessons: 14,
      career: row.id === 'T1' ? [{ school: '云溪县石门岭九年一贯制学校', kind: 'support', from: '2015-09-01', to: '2016-08-31', is_rural: true }] : [],
    }
  },
  teacher_save: ({ form }) => {
    const given = form as TeacherForm
    if (given.id_number && given.id_number.length !== 18) throw refuse('TEACHER-ID', '身份证号应为18位，请核对', 'id_number')
    const row: TeacherRow = { id: given.id ?? `T${state.teachers.length + 1}`, name: given.name, initials: '', sex: given.sex, birth_date: given.birth || null, id_number_masked: given.id_number_masked, subject: given.subject, title: given.title, backbone: given.backbone, joined_school_on: given.joined_school_on, is_posted: false }
    state.teachers = given.id ? state.teachers.map((each) => (each.id === given.id ? { ...each, ...row, initials: each.initials } : each)) : [...state.teachers, row]
    return row
  },
  teacher_remove: ({ ids }) => {
    const posted = state.teachers.filter((each) => (ids as string[]).includes(each.id) && each.is_posted)
    if (posted.length > 0) throw refuse('TEACHER-POSTED', `${posted.map((each) => each.name).join('、')}已有交流安排，不能删除`)
    state.teachers = state.teachers.filter((each) => !(ids as string[]).includes(each.id))
  },
  roster_preview: (args) => roster(decodeURIComponent(String(args['x-file-name'] ?? ''))),
  roster_confirm: () => ({ added: 2, updated: 1 }),
  roster_save_rejects: () => ({ saved: true }),
  roster_save_template: () => ({ saved: true }),
  assignment_list: () => state.assignments,
  assignment_save: ({ form }) => {
    const given = form as AssignmentForm
    if (given.sending_school_id === given.host_school_id) throw refuse('ASSIGNMENT-SCHOOLS', '派出学校与受援学校不能是同一所学校', 'host_school')
    const name = (id: string) => state.schools.find((each) => each.id === id)?.name ?? ''
    const row = { ...given, id: given.id ?? `A${state.assignments.length + 1}`, teacher: state.teachers.find((each) => each.id === given.teacher_id)?.name ?? '', sending_school: name(given.sending_school_id), host_school: name(given.host_school_id), my_side: 'sending' as const, state: 'draft', state_word: '拟派', is_under_way: false, approval: '', arrived_on: null, n_goals: 0, last_day: given.planned_end_on }
    state.assignments = given.id ? state.assignments.map((each) => (each.id === given.id ? row : each)) : [...state.assignments, row]
    return row
  },
  assignment_remove: ({ id }) => void (state.assignments = state.assignments.filter((each) => each.id !== id)),
  appraisal_list: () =>
    views().map((each) => ({
      assignment_id: each.assignment_id, teacher: each.teacher, initials: state.teachers.find((row) => row.name === each.teacher)?.initials ?? '', sending_school: each.sending_school, host_school: each.host_school,
      state: each.state, host_total: each.host_total, sending_total: each.sending_total, year_score: each.composition?.year ?? null, grade: each.composition?.grade ?? null,
      n_missing: each.state === 'sending_signed' ? 0 : each.state === 'open' ? each.host_signing.length : each.sending_signing.length,
    })),
  appraisal_get: (args) => view(String(args.assignment_id), appraisalOf(args)),
  appraisal_save_host: (args) => {
    const kept = appraisalOf(args)
    const sheet = args.sheet as HostSheet
    judge('host', sheet.scores, hostIndicators(sheet.is_exam_applicable))
    kept.host = structuredClone(sheet)
    return view(String(args.assignment_id), kept)
  },
  appraisal_save_sending: (args) => {
    const kept = appraisalOf(args)
    const sheet = args.sheet as SendingSheet
    judge('sending', sheet.scores, sendingIndicators)
    kept.sending = structuredClone(sheet)
    return view(String(args.assignment_id), kept)
  },
  feedback_list: () => state.feedback,
  feedback_save: ({ feedback }) => {
    const given = feedback as Feedback
    const wrong = given.items.findIndex((each) => !each.text.trim())
    if (wrong >= 0) throw refuse('FEEDBACK-ITEM', `第${wrong + 1}条反馈内容应为1到500个字`, `items.${wrong + 1}`)
    const row = { ...given, id: given.id ?? `F${state.feedback.length + 1}`, n_open: given.items.filter((each) => ['problem', 'request'].includes(each.class) && !each.closed_on).length }
    state.feedback = given.id ? state.feedback.map((each) => (each.id === given.id ? row : each)) : [...state.feedback, row]
    return row
  },
  feedback_remove: ({ id }) => void (state.feedback = state.feedback.filter((each) => each.id !== id)),
  report_list: () =>
    views().map((each, index) => ({
      assignment_id: each.assignment_id, teacher: each.teacher, sending_school: each.sending_school, host_school: each.host_school, state: each.state,
      report_id: each.state === 'open' ? null : `R${index}`, number: each.state === 'open' ? null : `2026-00${index + 1}`, year_score: each.composition?.year ?? null, grade: each.composition?.grade ?? null,
      sha256: null, host_ready: each.host_signing, sending_ready: each.sending_signing, n_printed: state.printed[each.assignment_id] ?? 0, open_feedback: index === 1 ? 1 : 0,
    })),
  report_preview: ({ assignment_id }) => ({ token: String(assignment_id), title: '' }),
  paper: () => paper(),
  report_sign: ({ assignment_ids, side, passphrase }) => {
    if (passphrase === '错') throw refuse('KEY-PASSPHRASE', '签章口令不对，请重新输入')
    const signed: string[] = []
    for (const id of assignment_ids as string[]) {
      const kept = state.appraisals.get(id)
      if (!kept) continue
      kept.state = side === 'host' ? 'host_signed' : 'sending_signed'
      signed.push(view(id, kept).teacher)
    }
    return { signed, failed: [] }
  },
  printer_list: () => [{ name: '教务处激光打印机', is_default: true }, { name: 'PDF 虚拟打印机', is_default: false }],
  report_print: ({ assignment_ids }) => {
    for (const id of assignment_ids as string[]) state.printed[id] = (state.printed[id] ?? 0) + 1
    return { printed: (assignment_ids as string[]).length, failed: [] }
  },
  report_save: ({ assignment_ids }) => ({ saved: (assignment_ids as string[]).length, folder: 'D:\\考核\\2025—2026学年' }),
  report_verify: (args) => verification(decodeURIComponent(String(args['x-file-name'] ?? ''))),
  history_list: ({ before }): LogRow[] => {
    const from = before === null ? 40 : Number(before) - 1
    return Array.from({ length: Math.max(0, Math.min(20, from)) }, (_, index) => ({
      seq: from - index, at: new Date(Date.UTC(2026, 5, 18, 2, from - index)).toISOString(), what: index % 3 ? '保存受援学校评分' : '导入教师名册', about: index % 3 ? '顾南星' : '名册.xlsx',
    }))
  },
}
