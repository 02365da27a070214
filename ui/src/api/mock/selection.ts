// Answers about the selection, from invented data kept in memory.
import type { CandidateForm, CandidateRow, Eligibility, EligibilityRow, ExemptionForm, ExemptionRow, Failure, NeedForm, NeedRow, Pasted, RulingForm, RunRow } from '../generated'
import { calls } from './answer'
import { schools, teachers } from './people'
import { candidateOf, candidates, countOf, draft, exemptions, nameOf, needs, personOf, ranked, results } from './selection-seed'
import { dispatch, quota, readPasted } from './selection-sheets'

type Args = Record<string, unknown>
type Answer = (args: Args) => unknown

interface State {
  needs: NeedRow[]
  exemptions: ExemptionRow[]
  candidates: CandidateRow[]
  /** What a run would give now. */
  results: EligibilityRow[]
  frozen: Eligibility | null
  runs: RunRow[]
  pasted: Pasted | null
}

let state: State
let first: object | undefined

/** The state, as at the beginning after everything was begun anew: the first call is then another one. */
function now(): State {
  if (!state || calls[0] !== first) {
    first = calls[0]
    state = structuredClone({ needs, exemptions, candidates, results, frozen: null, runs: [], pasted: null })
  }
  return state
}

function refuse(code: string, message: string, place = ''): Failure {
  return { code, message, refusals: [{ code, message, place }] }
}

function put<Row extends { id: string | null }>(rows: Row[], row: Row): Row[] {
  return rows.some((each) => each.id === row.id) ? rows.map((each) => (each.id === row.id ? row : each)) : [...rows, row]
}

function without<Row extends { id: string | null }>(rows: Row[], ids: unknown): Row[] {
  return rows.filter((each) => !(ids as string[]).includes(each.id ?? ''))
}

function saveCandidate(form: CandidateForm): CandidateRow {
  const s = now()
  if (s.candidates.some((each) => each.teacher_id === form.teacher_id && each.id !== form.id)) throw refuse('CANDIDATE-TWICE', '该教师已是本学年的候选人，请改那一条', 'teacher_id')
  if (form.channel === 'hard') throw refuse('CANDIDATE-HARD', '所用制度没有启用硬性流动；单以成绩论去留与国家规定不符，启用前请慎重', 'channel')
  if (form.approval_document && !form.approved_on) throw refuse('INPUT-DATE', '有文号的请填写日期', 'approved_on')
  if (form.recommended_on && form.conditions.length < 3) throw refuse('CANDIDATE-CONDITION', '推荐前须逐项确认参加条件', 'conditions')
  const row = candidateOf(form.id ?? `C${s.candidates.length + 1}`, form)
  s.candidates = ranked(put(s.candidates, row))
  return row
}

function rule(form: RulingForm): Eligibility {
  const s = now()
  const old = results.find((each) => each.teacher === form.teacher_id)!
  const word: Record<string, string> = { must: '应交流', may: '可自愿', not: '不符合' }
  s.results = s.results.map((each) => {
    if (each.teacher !== form.teacher_id) return each
    if (!form.result) return structuredClone(old)
    return { ...each, result: form.result as EligibilityRow['result'], result_word: word[form.result] ?? '', is_ruled: true, reasons: [{ rule: '', message: '2026年6月1日经人工判定', is_private: false }, { rule: '', message: `判定理由：${form.reason}`, is_private: true }, ...old.reasons] }
  })
  if (s.frozen) s.frozen.is_stale = true
  return draft(s.results)
}

function advance(to: 'frozen' | 'reported'): Eligibility {
  const s = now()
  if (to === 'frozen') {
    s.frozen = { ...draft(s.results), state: 'frozen', run_id: `E${s.runs.length + 1}`, made_at: '2026-06-01 09:30:00' }
    s.runs = [{ id: s.frozen.run_id ?? '', policy: 'P3@1', policy_name: s.frozen.policy_name, ref_date: s.frozen.ref_date, state: 'frozen', state_word: '已冻结', made_at: s.frozen.made_at ?? '', counts: countOf(s.results) }, ...s.runs]
  } else if (s.frozen) {
    s.frozen.state = 'reported'
    s.runs = s.runs.map((each) => (each.id === s.frozen?.run_id ? { ...each, state: 'reported', state_word: '已上报' } : each))
  }
  return s.frozen ?? draft(s.results)
}

export const selectionAnswers: Record<string, Answer> = {
  need_list: () => now().needs,
  need_save: ({ form }) => {
    const given = form as NeedForm
    const s = now()
    if (s.needs.some((each) => each.id !== given.id && each.host_school_id === given.host_school_id && each.term === given.term && each.subject === given.subject && each.grade === given.grade))
      throw refuse('NEED-TWICE', '这所学校同一学科、年级的需求已经登记过，请改那一条', 'subject')
    const id = given.id ?? `N${s.needs.length + 1}`
    const row: NeedRow = { ...given, id, host_school: nameOf(given.host_school_id), n_met: s.needs.find((each) => each.id === id)?.n_met ?? 0 }
    s.needs = put(s.needs, row)
    return row
  },
  need_remove: ({ ids }) => void (now().needs = without(now().needs, ids)),
  exemption_list: () => now().exemptions,
  exemption_save: ({ form }) => {
    const given = form as ExemptionForm
    const s = now()
    const hasAny = given.proof_kind || given.seen_on || given.checked_by
    if (hasAny && !(given.proof_kind && given.seen_on && given.checked_by)) throw refuse('EXEMPTION-PROOF', '验看了证明的，请填全证明类别、验看日期和验看人', 'seen_on')
    const holds = Boolean(given.seen_on && given.consent_on)
    const row: ExemptionRow = { ...given, id: given.id ?? `X${s.exemptions.length + 1}`, teacher: personOf(given.teacher_id)?.name ?? '', initials: personOf(given.teacher_id)?.initials ?? '', holds, effect_word: holds ? '有效' : given.seen_on ? '教育局尚未同意' : '未验看规定的证明' }
    s.exemptions = put(s.exemptions, row)
    return row
  },
  exemption_remove: ({ ids }) => void (now().exemptions = without(now().exemptions, ids)),
  exemption_renew: () => ({ added: 0 }),
  eligibility_get: () => now().frozen ?? draft(now().results),
  eligibility_compute: () => draft(now().results),
  eligibility_freeze: () => advance('frozen'),
  eligibility_report: () => advance('reported'),
  eligibility_runs: () => now().runs,
  eligibility_recheck: ({ run_id }) => ({ run_id, is_same: true, n_teachers: now().results.length, unlike: [] }),
  ruling_save: ({ form }) => rule(form as RulingForm),
  candidate_list: () => now().candidates,
  candidate_save: ({ form }) => saveCandidate(form as CandidateForm),
  candidate_remove: ({ ids }) => void (now().candidates = ranked(without(now().candidates, ids))),
  candidate_propose: () => {
    const s = now()
    const more = s.results.filter((each) => each.result === 'must' && !s.candidates.some((one) => one.teacher_id === each.teacher))
    s.candidates = ranked([...s.candidates, ...more.map((each) => candidateOf(`C-${each.teacher}`, { teacher_id: each.teacher }))])
    return { added: more.length }
  },
  quota_get: () => quota(now().frozen !== null),
  dispatch_get: () => dispatch,
  selection_paste: ({ kind, text }) => (now().pasted = readPasted(kind as Pasted['kind'], String(text), kind === 'need' ? schools.map((each) => each.name) : teachers.map((each) => each.name))),
  selection_paste_confirm: () => ({ added: now().pasted?.accepted ?? 0, updated: 0 }),
  selection_save_lists: () => ({ saved: true }),
}
