// Invented appraisals, judged and composed roughly as the program would. Only for looking at the screens.
import type { Appraisal, Composition, Failure, HostSheet, Indicator, Refusal, SendingSheet } from '../generated'
import { assignments, hostIndicators, sendingIndicators } from './people'

export interface Kept {
  host: HostSheet
  sending: SendingSheet
  state: Appraisal['state']
}

function emptyHost(): HostSheet {
  return {
    scores: {}, is_exam_applicable: true, tallies: [], stages: { autumn: null, spring: null }, missing_stage_reason: '', vetoes: [],
    strengths: '', weaknesses: '', advice: '', proposed_grade: null, members: '', principal: '', self_report: '', self_report_on: null,
    attendance: { due: null, present: null, sick: null, personal: null, unexcused: null }, goals: [], duties: [],
  }
}

function filledHost(loss: number): HostSheet {
  const scores: HostSheet['scores'] = {}
  hostIndicators(true).forEach((each, index) => {
    scores[each.code] = { points: String(Math.max(0, Number(each.max) - (index % 3 === 0 ? loss : 0))), evidence: each.is_evidence_required ? `佐证${index + 1}` : '' }
  })
  return {
    ...emptyHost(),
    scores,
    tallies: [
      { source: 'leaders', score: '90', invited: 5, returned: 5 },
      { source: 'peers', score: '88', invited: 12, returned: 11 },
      { source: 'pupils', score: '92.5', invited: 45, returned: 44 },
      { source: 'self', score: '90', invited: null, returned: null },
    ],
    stages: { autumn: '86', spring: '89' },
    strengths: '教学扎实，带动了本校数学组的集体备课，两位青年教师进步明显。',
    weaknesses: '课题研究的成果整理还不够及时。',
    advice: '建议下学期把校本课题的资料成册。',
    proposed_grade: 'qualified',
    members: '贺明远、施晚晴、田牧之',
    principal: '贺明远',
    self_report: '一年来，承担五年级两个班的教学，上公开课四节，结对青年教师两人。',
    self_report_on: '2026-06-12',
    attendance: { due: 198, present: 196, sick: 2, personal: 0, unexcused: 0 },
    goals: [
      { text: '带教青年教师两人', weight: 40, achieved: 100, evidence: '结对协议' },
      { text: '建立集体备课制度', weight: 60, achieved: 90, evidence: '备课记录' },
    ],
    duties: [{ name: '公开课', done: 4, required: 4 }, { name: '听课', done: 36, required: 30 }],
  }
}

export function seed(): Map<string, Kept> {
  const kept = new Map<string, Kept>()
  assignments.forEach((row, index) => {
    const sending: SendingSheet = { scores: {}, opinion: '', principal: '', grade: null, grade_reason: '' }
    if (index < 2) {
      for (const each of sendingIndicators) sending.scores[each.code] = { points: String(Number(each.max) - 2), evidence: '已核验' }
      sending.opinion = '同意受援学校意见。'
      sending.principal = '苏庭安'
    }
    kept.set(row.id, {
      host: index < 3 ? filledHost(index + 0.5) : emptyHost(),
      sending,
      state: index === 0 ? 'sending_signed' : index === 1 ? 'host_signed' : 'open',
    })
  })
  return kept
}

function cents(text: string | null | undefined): number | null {
  return text === null || text === undefined || text === '' ? null : Math.round(Number(text) * 100)
}

function sum(scores: HostSheet['scores'], indicators: Indicator[]): number | null {
  const all = indicators.map((each) => cents(scores[each.code]?.points))
  return all.some((value) => value === null) ? null : all.reduce<number>((total, value) => total + (value ?? 0), 0)
}

function lacking(side: string, scores: HostSheet['scores'], indicators: Indicator[]): Refusal[] {
  return indicators
    .filter((each) => !scores[each.code]?.points)
    .map((each) => ({ code: 'SCORE-MISSING', place: `${side}.${each.code}`, message: `${each.code} ${each.name}还没有评分` }))
}

/** Refuses a score that is out of range, as the program does. */
export function judge(side: 'host' | 'sending', scores: HostSheet['scores'], indicators: Indicator[]): void {
  const refusals = indicators.flatMap((each): Refusal[] => {
    const points = cents(scores[each.code]?.points)
    return points !== null && (Number.isNaN(points) || points > Number(each.max) * 100)
      ? [{ code: 'SCORE-RANGE', place: `${side}.${each.code}`, message: `${each.code} ${each.name}得分应在0到${each.max}之间` }]
      : []
  })
  if (refusals.length > 0) throw { code: 'SCORE-RANGE', message: '', refusals } satisfies Failure
}

function compose(kept: Kept, host: number, sending: number): Composition {
  const multi = kept.host.tallies.filter((each) => each.score).map((each) => Number(each.score))
  const mean = multi.length ? multi.reduce((total, each) => total + each, 0) / multi.length : null
  const combined = mean === null ? host / 100 : (0.7 * host) / 100 + 0.3 * mean
  const final = 0.7 * combined + (0.3 * sending) / 100
  const stages = [kept.host.stages.autumn, kept.host.stages.spring].filter((each) => each !== null).map(Number)
  const stage = stages.length ? stages.reduce((total, each) => total + each, 0) / stages.length : null
  const year = stage === null ? final : 0.3 * stage + 0.7 * final
  const grade = year >= 90 ? 'excellent' : year >= 70 ? 'qualified' : year >= 60 ? 'basically_qualified' : 'unqualified'
  const text = (value: number) => String(Math.round(value * 10000) / 10000)
  return {
    host: text(host / 100), multi_source: mean === null ? null : text(mean), host_combined: text(combined), sending: text(sending / 100),
    year_final: text(final), stage_mean: stage === null ? null : text(stage), year: year.toFixed(2), grade,
    steps: [
      `受援学校评分 H = ${text(host / 100)}`,
      `多元评价 M = ${mean === null ? '—' : text(mean)}`,
      `受援综合 HC = 0.70×H + 0.30×M = ${text(combined)}`,
      `学年终结 YF = 0.70×${text(combined)} + 0.30×${text(sending / 100)} = ${text(final)}`,
      `学年得分 YEAR = 0.30×阶段平均 + 0.70×YF = ${year.toFixed(2)}`,
    ],
    dropped: kept.host.tallies.some((each) => each.source === 'parents') ? [] : [{ source: 'parents', reason: '家长评价未组织，已按比例折算' }],
  }
}

export function view(id: string, kept: Kept): Appraisal {
  const row = assignments.find((each) => each.id === id) ?? assignments[0]!
  const all = hostIndicators(kept.host.is_exam_applicable)
  const applying = all.filter((each) => kept.host.is_exam_applicable || !each.may_not_apply)
  const host = sum(kept.host.scores, applying)
  const sending = sum(kept.sending.scores, sendingIndicators)
  const hostLacks = lacking('host', kept.host.scores, applying)
  if (!kept.host.strengths) hostLacks.push({ code: 'APPRAISAL-TEXT', place: 'host.strengths', message: '缺少受援学校评语（优点）' })
  if (!kept.host.proposed_grade) hostLacks.push({ code: 'APPRAISAL-GRADE', place: 'host.proposed_grade', message: '请选择建议档次' })
  const sendingLacks = lacking('sending', kept.sending.scores, sendingIndicators)
  if (!kept.sending.opinion) sendingLacks.push({ code: 'APPRAISAL-TEXT', place: 'sending.opinion', message: '缺少派出学校意见' })
  if (kept.state === 'open') sendingLacks.unshift({ code: 'APPRAISAL-ORDER', place: 'sending', message: '受援学校还没有签章，派出学校不能先签' })
  const lines = Math.max(1, Math.ceil([...kept.sending.opinion].length / 32))
  return {
    assignment_id: id, teacher: row.teacher, sending_school: row.sending_school, host_school: row.host_school, year: '2025-2026', state: kept.state,
    host_indicators: all, sending_indicators: sendingIndicators,
    host: structuredClone(kept.host), sending: structuredClone(kept.sending),
    host_total: host === null ? null : String(host / 100), sending_total: sending === null ? null : String(sending / 100),
    composition: host !== null && sending !== null ? compose(kept, host, sending) : null,
    missing: [...lacking('host', kept.host.scores, applying), ...lacking('sending', kept.sending.scores, sendingIndicators)],
    host_signing: hostLacks, sending_signing: sendingLacks,
    fits: [{ field: 'opinion', label: '派出学校意见', lines, max_lines: 4, fits: lines <= 4 }],
    served_terms: ['autumn', 'spring'], saved_at: new Date().toISOString(),
  }
}
