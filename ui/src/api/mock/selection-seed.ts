// Invented needs, exemptions, candidates and an eligibility run. None of these people exists.
import type { CandidateRow, Eligibility, EligibilityCounts, EligibilityRow, ExemptionRow, NeedRow } from '../generated'
import { schools, teachers } from './people'

export const needs: NeedRow[] = (
  [
    ['S2', 'autumn', '语文', '五年级', 2, 'urgent', '能带徒，承担一节示范课', 1],
    ['S2', 'autumn', '音乐', '', 1, 'ordinary', '', 0],
    ['S3', 'autumn', '数学', '三年级', 1, 'urgent', '有班主任经历', 1],
    ['S3', 'spring', '英语', '四年级、五年级', 2, 'ordinary', '可走教', 0],
  ] as const
).map(([host_school_id, term, subject, grade, heads, urgency, requirement, n_met], index) => ({
  id: `N${index + 1}`, host_school_id, term, subject, grade, heads, urgency, requirement, n_met,
  surveyed_on: '2026-05-20', host_school: nameOf(host_school_id),
}))

export function nameOf(school: string | null): string {
  return schools.find((each) => each.id === school)?.name ?? ''
}

export function personOf(id: string) {
  return teachers.find((each) => each.id === id)
}

export const exemptions: ExemptionRow[] = (
  [
    ['T3', 'pregnancy', '2026-05-12', 'hospital', '2026-05-13', '苏庭安', '云教函〔2026〕31号', '2026-06-02', true, '有效'],
    ['T5', 'illness', '2026-05-15', 'hospital', '2026-05-15', '苏庭安', '', null, false, '教育局尚未同意'],
    ['T6', 'nursing', '2026-05-18', null, null, '', '', null, false, '未验看规定的证明'],
    ['T8', 'service_period', '2026-05-20', 'document', '2026-05-20', '苏庭安', '', null, false, '所用制度没有这一类'],
  ] as const
).map(([teacher_id, kind, applied_on, proof_kind, seen_on, checked_by, consent_document, consent_on, holds, effect_word], index) => ({
  id: `X${index + 1}`, teacher_id, kind, applied_on, proof_kind, seen_on, checked_by, consent_document, consent_on, holds, effect_word,
  teacher: personOf(teacher_id)?.name ?? '', initials: personOf(teacher_id)?.initials ?? '',
}))

type Verdict = [EligibilityRow['result'], string, number | null, number | null, [string, string][]]
const VERDICTS: Verdict[] = [
  ['must', '应交流', 43, 18, [['R103', '2008年9月1日起在本校任教18学年，满6年'], ['R103', '截至2026年8月31日43周岁，在45周岁以内']]],
  ['must', '应交流', 47, 17, [['R103', '2009年9月1日起在本校任教17学年，满6年'], ['R103', '截至2026年8月31日47周岁，在50周岁以内']]],
  ['deferred', '暂不列入', 41, 16, [['R201', '已办理暂不列入，本学年有效'], ['R103', '2010年9月1日起在本校任教16学年，满6年']]],
  ['must', '应交流', 45, 15, [['R103', '2011年9月1日起在本校任教15学年，满6年']]],
  ['manual', '须人工判定', null, 14, [['R103', '没有登记出生日期'], ['R201', '申请暂不列入，教育局尚未同意，暂不生效']]],
  ['manual', '须人工判定', 43, null, [['R103', '没有登记到本校时间']]],
  ['may', '可自愿', 42, 4, [['R115', '本人申请、其他学校需要并经现学校同意的，可自愿参加'], ['R103', '2022年9月1日起在本校任教4学年，未满6年']]],
  ['not', '不符合', 41, 11, [['R103', '不是专任教师']]],
]

export const results: EligibilityRow[] = VERDICTS.map(([result, result_word, age, tenure_years, reasons], index) => {
  const person = teachers[index]!
  return {
    teacher: person.id, name: person.name, initials: person.initials, sex: person.sex === 'male' ? '男' : '女',
    birth_date: age === null ? null : `${2026 - age}-0${index + 1}-12`, joined_school_on: tenure_years === null ? null : `${2026 - tenure_years}-09-01`,
    subject: person.subject, title: person.title, age, tenure_years, result, result_word, track_word: result === 'must' ? '轮岗交流' : '',
    reasons: reasons.map(([rule, message]) => ({ rule, message, is_private: false })), is_ruled: false,
  }
})

export function countOf(rows: EligibilityRow[]): EligibilityCounts {
  const n = (result: string) => rows.filter((each) => each.result === result).length
  return { must: n('must'), may: n('may'), deferred: n('deferred'), not: n('not'), manual: n('manual') }
}

export function draft(rows: EligibilityRow[]): Eligibility {
  return {
    year: '2025-2026', policy: 'P3', policy_version: 1, policy_name: '县级 交流轮岗调配管理实施办法', ref_date: '2026-08-31', state: 'draft', run_id: null, made_at: null,
    heading: [
      '依据县级 交流轮岗调配管理实施办法（第1版），年龄、年限计算到2026年8月31日',
      '轮岗交流：男1975年9月1日及以后出生的在50周岁以内',
      '轮岗交流：女1980年9月1日及以后出生的在45周岁以内',
    ],
    is_stale: false, counts: countOf(rows), results: structuredClone(rows),
  }
}

function candidate(id: string, teacher_id: string, given: Partial<CandidateRow>): CandidateRow {
  const person = personOf(teacher_id)
  const verdict = results.find((each) => each.teacher === teacher_id)
  return {
    id, teacher_id, teacher: person?.name ?? '', initials: person?.initials ?? '', subject: person?.subject ?? '', rank: 0, priority_word: '从未有农村工作经历',
    result: verdict?.result ?? null, result_word: verdict?.result_word ?? '', progress: 'listed', progress_word: '已登记', authority: '', to_school: '',
    wish_names: [], warnings: [], channel: 'organised', track: 'rotation', batch: 1, wishes: [], strengths: '', conditions: [], applied_on: null, recommended_on: null,
    opinion: '', has_sending_consent: null, host_accepts: null, to_school_id: null, range: null, approval_document: '', approved_on: null, facts: '',
    ...given,
  }
}

/** What the program adds to what was typed. */
export function candidateOf(id: string, form: Partial<CandidateRow> & { teacher_id: string }): CandidateRow {
  const row = candidate(id, form.teacher_id, form)
  const [progress, progress_word] = row.approved_on ? (['approved', '已批准'] as const) : row.recommended_on ? (['recommended', '已推荐'] as const) : row.applied_on ? (['applied', '已申请'] as const) : (['listed', '已登记'] as const)
  return {
    ...row, progress, progress_word, to_school: nameOf(row.to_school_id), wish_names: row.wishes.map(nameOf),
    authority: row.range === 'beyond' ? '县教育局' : row.range === 'township' ? '中心学校（报县教育局备案）' : '',
  }
}

export function ranked(rows: CandidateRow[]): CandidateRow[] {
  return rows.map((row, index) => ({ ...row, rank: index + 1 }))
}

export const candidates: CandidateRow[] = ranked([
  candidateOf('C1', { teacher_id: 'T1', channel: 'self', wishes: ['S2', 'S3'], strengths: '朗诵、书法', conditions: ['devotion', 'health', 'ability'], applied_on: '2026-06-03', recommended_on: '2026-06-10', opinion: '同意推荐', has_sending_consent: true, host_accepts: true, to_school_id: 'S2', range: 'beyond' }),
  candidateOf('C2', { teacher_id: 'T2', to_school_id: 'S3', range: 'township', priority_word: '近年没有农村工作经历' }),
  candidateOf('C3', { teacher_id: 'T7', channel: 'self', track: 'voluntary', wishes: ['S3'], applied_on: '2026-06-05', batch: null, priority_word: '其他' }),
])
