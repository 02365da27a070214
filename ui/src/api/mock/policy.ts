// Answers about policies, from invented copies and a few parameters of the presets, judged roughly as the
// program would. Only for looking at the screens.
import type { Choice, Failure, Parameter, Policy, PolicyComparison, PolicyForm, PolicyRow, Refusal, ReportedValue } from '../generated'
import { calendarAnswers, resetCalendar } from './calendar'
import { teachers } from './people'

type Args = Record<string, unknown>
type Listed = [key: string, word: string, group: string, kind: Parameter['kind'], value: string | null, rule: string, source: string, more?: Partial<Parameter>]

const RANKS: Choice[] = list('special 特级教师 master 教学名师 leader 学科带头人 skilled 教学能手 senior_title 高级教师 first_title 一级教师')
const STAGES: Choice[] = list('kindergarten 公办幼儿园 primary 小学 junior 初中 senior 高中')
const BOUNDS: Choice[] = list('completed_le 满周岁不超过 birthday_le 生日未过 completed_lt 不满')
const BREAKS: Choice[] = list('teaching 调离到外校任教 exchange 交流 support 支教 loan 借调')
const KINDS: Choice[] = list('any 在职教师 full_time 专任教师')
const RULES: Choice[] = list('years 按年数 manual “较长”，人工认定')
const APPRAISALS: Choice[] = list('autumn 秋季学期阶段 spring 春季学期阶段 year 学年终结 end 期满')
/** Some that the program only keeps. */
const RECORDED = ['exempt_valid_years', 'assessor_body', 'term_credit_factor']
const UNSET = '制度未规定/待填写'
const ORIGINS = { source: '制度原文', borrowed: '借用P1', ours: '程序默认', school: '本校修改' }
const TRACKS: Record<string, string> = { rotation: '轮岗交流', remote: '异地交流', support: '轮岗支教', placement: '初次配置' }

function list(text: string): Choice[] {
  const parts = text.split(' ')
  return parts.flatMap((code, index) => (index % 2 === 0 ? [{ code, word: parts[index + 1] ?? '' }] : []))
}

function wordsOf(one: Parameter): string {
  if (one.value === null) return UNSET
  if (one.kind === 'flag') return one.value === 'true' ? '是' : '否'
  if (one.kind === 'month_day') return one.value.split('-').map(Number).join('月') + '日'
  if (one.choices.length) return one.value.split(',').map((code) => one.choices.find((each) => each.code === code)?.word ?? code).join('、')
  return one.value + one.unit
}

function parameters(rows: Listed[]): Parameter[] {
  return rows.map(([key, word, group, kind, value, rule, source, more = {}]) => {
    const track = more.track ?? null
    const one: Parameter = {
      place: track ? `${track}.${key}` : key, key, word, track, track_word: track ? (TRACKS[track] ?? track) : '', group, kind, value, rule, source,
      unit: '', choices: [], words: '', origin: 'source', origin_word: '', note: '', is_computed: !RECORDED.includes(key), before: null, reported: [], ...more,
    }
    return { ...one, words: wordsOf(one), origin_word: ORIGINS[one.origin] }
  })
}

const REPORTED: ReportedValue[] = [
  { value: '70', words: '70元/月', said: '某省2008年标准', rule: 'R802', source: '003:211' },
  { value: '210', words: '210元/月', said: '某省2013年起的标准', rule: 'R801', source: '003:211' },
]
const WHO = '交流对象'
const counting = (rule: string): Listed[] => [
  ['age_bound_mode', '“岁以下”的理解', WHO, 'one', 'completed_le', rule, '', { choices: BOUNDS, origin: 'ours' }],
  ['bounds_inclusive', '“以下、以上、满”含本数', WHO, 'flag', 'true', rule, '', { origin: 'ours' }],
  ['tenure_break_kinds', '视为任教中断', WHO, 'any', 'teaching', rule, '', { choices: BREAKS, origin: 'ours', note: '经批准的交流、产假、病假不中断；调离到外校任教的中断' }],
]
const DETAILS: Record<string, Parameter[]> = {
  P1: parameters([
    ['age_max_male', '男教师年龄上限', WHO, 'whole', '55', 'R101', '001:53', { unit: '周岁' }],
    ['age_max_female', '女教师年龄上限', WHO, 'whole', '50', 'R101', '001:53', { unit: '周岁' }],
    ['age_ref_month_day', '年龄、年限截止日', WHO, 'month_day', '08-31', 'R101', '', { origin: 'ours', note: '原文未定截止日，暂按当年8月31日计算' }],
    ['include_middle_cadre', '包括中层干部', WHO, 'flag', 'true', 'R101', '001:53'],
    ...counting('R101'),
    ['term_years_min', '期限下限', '期限与岗位', 'whole', '1', 'R301', '001:55', { unit: '年' }],
    ['term_years_max', '期限上限', '期限与岗位', 'whole', '3', 'R301', '001:55', { unit: '年' }],
    ['assessor_body', '审定机构', '管理与考核', 'text', '教管中心考核组', 'R604', '001:73'],
  ]),
  P2b: parameters([
    ['age_max_male', '男教师年龄上限', WHO, 'whole', '45', 'R102', '001:731', { unit: '周岁', track: 'remote' }],
    ['age_max_female', '女教师年龄上限', WHO, 'whole', '40', 'R102', '001:731', { unit: '周岁', track: 'remote' }],
    ['tenure_rule', '任教年限的口径', WHO, 'one', 'manual', 'R102', '001:731', { choices: RULES, track: 'remote', note: '原文没有年数，由校长逐人认定，分批安排' }],
    ['tenure_years_min', '同一学校任教满', WHO, 'whole', null, 'R102', '001:731', { unit: '年', track: 'remote' }],
    ['age_max_male', '男教师年龄上限', WHO, 'whole', '45', 'R106', '001:745', { unit: '周岁', track: 'support' }],
    ...counting('R102'),
    ['zhijiao_heads_primary_min', '小学支教人数下限', '名额与比例', 'whole', '1', 'R402', '001:747', { unit: '人', track: 'support' }],
    ['zhijiao_heads_primary_max', '小学支教人数上限', '名额与比例', 'whole', '3', 'R402', '001:747', { unit: '人', track: 'support' }],
    ['term_credit_factor', '期限折算系数', '期限与岗位', 'decimal', '1', 'R311', '001:761', { unit: '倍' }],
    ['roster_due', '名单报教育局的期限', '报送与时限', 'month_day', '07-31', 'R1001', '001:747'],
  ]),
  P3: parameters([
    ['age_max_male', '男教师年龄上限', WHO, 'whole', '50', 'R103', '001:511', { unit: '周岁' }],
    ['age_max_female', '女教师年龄上限', WHO, 'whole', '45', 'R103', '001:511', { unit: '周岁' }],
    ['age_ref_month_day', '年龄、年限截止日', WHO, 'month_day', '08-31', 'R103', '001:511', { note: '年龄与任教年限同一截止日' }],
    ...counting('R103'),
    ['tenure_rule', '任教年限的口径', WHO, 'one', 'years', 'R103', '001:511', { choices: RULES }],
    ['tenure_years_min', '同一学校任教满', WHO, 'whole', '6', 'R103', '001:511', { unit: '年' }],
    ['tenure_continuous', '任教须连续', WHO, 'flag', 'true', 'R103', '001:511'],
    ['teacher_kind', '教师类别', WHO, 'one', 'full_time', 'R103', '001:511', { choices: KINDS }],
    ['stage_scope', '学段范围', WHO, 'any', 'kindergarten,primary,junior,senior', 'R114', '001:509', { choices: STAGES }],
    ['new_hire_rural_years_min', '新聘教师先到农村或薄弱学校任教', WHO, 'whole', '2', 'R117', '001:515', { unit: '年', track: 'placement', note: '到农村或薄弱学校，并计入教师交流工作计划' }],
    ['allow_voluntary', '未列入的可自愿申请', WHO, 'flag', 'true', 'R115', '001:517', { note: '须有学校需要，并经现学校同意' }],
    ['exempt_pregnancy', '孕期', '暂不列入', 'flag', 'true', 'R201', '001:519'],
    ['exempt_nursing', '哺乳期', '暂不列入', 'flag', 'true', 'R201', '001:519'],
    ['exempt_illness', '因病不宜交流', '暂不列入', 'flag', 'true', 'R201', '001:519'],
    ['exempt_valid_years', '一次有效', '暂不列入', 'whole', '1', 'R201', '001:519', { unit: '学年', note: '只免当年，下一学年须重新办理' }],
    ['term_years_min', '期限下限', '期限与岗位', 'whole', '2', 'R304', '001:509', { unit: '年' }],
    ['quota_min_pct_of_eligible', '占符合条件教师的比例下限', '名额与比例', 'whole', '10', 'R403', '001:513', { unit: '%' }],
    ['quota_elite_min_pct_of_exchanged', '名师、高级、一级占交流教师的比例下限', '名额与比例', 'whole', '30', 'R404', '001:513', { unit: '%' }],
    ['elite_ranks', '计入“名师、高级、一级”的层次', '名额与比例', 'any', RANKS.map((each) => each.code).join(','), 'R404', '001:513', { choices: RANKS }],
    ['quota_leadership_max_pct', '班子成员每次交流比例上限', '名额与比例', 'whole', '30', 'R405', '001:513', { unit: '%' }],
    ['stages_required', '须有的考核', '管理与考核', 'any', 'autumn,spring,year', 'R603', '001:73', { choices: APPRAISALS, origin: 'borrowed' }],
    ['assessor_body', '审定机构', '管理与考核', 'text', null, 'R604', '001:73', { origin: 'borrowed', note: '审定机构各地不同（P1为教管中心考核组），请按本地规定填写' }],
    ['weight_host', '受援学校权重', '管理与考核', 'decimal', '0.7', 'R601', '', { origin: 'ours' }],
    ['weight_sending', '派出学校权重', '管理与考核', 'decimal', '0.3', 'R601', '', { origin: 'ours' }],
    ['roster_due', '名单报教育局的期限', '报送与时限', 'month_day', '07-31', 'R1001', '001:747', { origin: 'borrowed' }],
  ]),
  P5: parameters([
    ['tenure_years_min', '同一学校任教满', WHO, 'whole', '5', 'R105', '001:621', { unit: '年' }],
    ['retain_original_pct', '聘原学校教师的比例', '名额与比例', 'whole', null, 'R410', '001:625', { unit: '%', note: '原文比例空白，请按本地解释填写' }],
    ['exempt_years_to_retire', '距退休年限以内', '暂不列入', 'whole', null, 'R202', '001:631', { unit: '年' }],
  ]),
}
/** The presets: code, name, code and word of the kind, source. */
const PRESETS: [string, string, string, string, string][] = [
  ['P1', '石场乡 校（园）长教师交流管理制度', 'selection', '选派制度', '001:47-73'],
  ['P2a', '县 教师交流制度（网传节录）', 'selection', '选派制度', '001:161-201'],
  ['P2b', '韩陵镇/县 中小学教师交流制度', 'selection', '选派制度', '001:727-799'],
  ['P3', '县级 交流轮岗调配管理实施办法', 'selection', '选派制度', '001:489-519'],
  ['P4', '2024 轮岗交流实施方案', 'selection', '选派制度', '001:567-605'],
  ['P5', '高新区 小学教师流动制度', 'selection', '选派制度', '001:607-641'],
  ['P8', '国家底线校验（10%/20%）', 'overlay', '底线校验', '003:191,003:269'],
  ['P9a', '教师轮岗交流工作制度（十八条）', 'framework', '管理规定', '001:363-401'],
  ['P12', '教师学习交流制度', 'duties', '履职要求', '001:679-725'],
  ['P14', '七宝社区学校学习交流制度（2005）', 'duties', '履职要求', '001:801-861'],
  ['P15', '附校 五项考评', 'surveys', '考评安排', '004:72-122'],
]
const OWN: PolicyForm = { id: 'C1', name: '云溪县青枫镇中心小学交流办法', based_on: 'P3', effective_from: '2025-2026', edits: [{ key: 'age_max_male', track: null, value: '52' }, { key: 'assessor_body', track: null, value: '县教育局考核组' }] }

let own: PolicyForm[] = [OWN]
let inForce = 'P3'
let beside: string[] = []

/** For tests: policies and calendar as at the beginning. */
export function resetPolicies(): void {
  own = [structuredClone(OWN)]
  inForce = 'P3'
  beside = []
  resetCalendar()
}

function preset(code: string): Policy {
  const [id, name, kind, kind_word, source] = PRESETS.find((each) => each[0] === code) ?? PRESETS[0]!
  const details = structuredClone(DETAILS[id] ?? [])
  return {
    id, slug: id.toLowerCase(), name, source, version: 1, complete: !['P2a', 'P3', 'P5'].includes(id), kind, kind_word, based_on: null, effective_from: null,
    n_blank: details.filter((each) => each.value === null).length, n_changed: 0, is_selection: kind === 'selection', is_in_force: inForce === id,
    version_in_force: inForce === id ? 1 : null, can_switch: kind !== 'selection' && kind !== 'overlay', is_beside: beside.includes(id),
    description: id === 'P3' ? '专任教师截至当年8月31日年龄上限男50周岁、女45周岁，同校连续任教6年的列入交流，每期2年起；每学年不低于符合条件人数的10%，其中名师、高级、一级教师不低于30%，班子成员每次不超过30%。原件在考核一章之前中断，考核部分借用P1、P2b。' : `${name}的主要规定。`,
    tracks: [], details,
    unnamed:
      id === 'P3'
        ? parameters([
            ['exempt_years_to_retire', '距退休年限以内', '暂不列入', 'whole', null, '', '', { unit: '年', origin: 'ours' }],
            ['allowance_remote_month', '边远津贴', '待遇', 'whole', null, '', '', { unit: '元/月', origin: 'ours', reported: REPORTED }],
          ])
        : [],
    duties: ['P1', 'P3'].includes(id)
      ? [
          { rule: 'R502', source: '001:61', name: '公开课或汇报课', cadence: '每学年', min_count: 1, level_min: '乡级', needs_evidence: true, is_on: true },
          { rule: 'R504', source: '001:63', name: '撰写教研论文', cadence: '每学期', min_count: 1, level_min: '', needs_evidence: true, is_on: true },
          { rule: 'R502', source: '001:61', name: '参与课题研究', cadence: '每学年', min_count: 0, level_min: '', needs_evidence: false, is_on: false },
        ]
      : [],
    meetings: ['P14', 'P3'].includes(id) ? [{ rule: 'R527', source: '001:811', name: '分校校长学习交流', when: '每学期', who: '分校校长' }, { rule: 'R1003', source: '002:4', name: '行政例会议交流工作', when: '每周星期一下午', who: '' }] : [],
    surveys: id === 'P15' ? [{ rule: 'R904', source: '004:98', name: '教学清晰性考评', when: '春季学期第4—5周', who: '学生（小学由家长协助）' }] : [],
  }
}

function find(id: string): Policy {
  const form = own.find((each) => each.id === id)
  if (!form) {
    if (!PRESETS.some((each) => each[0] === id)) throw refusal([{ code: 'POLICY-NONE', place: '', message: '没有这份制度' }])
    return preset(id)
  }
  const base = preset(form.based_on)
  const details = base.details.map((one): Parameter => {
    const edit = form.edits.find((each) => each.key === one.key && each.track === one.track)
    const value = edit?.value || null
    if (!edit || value === one.value) return one
    const changed: Parameter = { ...one, value, origin: 'school', origin_word: ORIGINS.school, before: one.words }
    return { ...changed, words: wordsOf(changed) }
  })
  return {
    ...base, id, name: form.name, details, based_on: form.based_on, effective_from: form.effective_from, is_in_force: inForce === id, version_in_force: inForce === id ? 1 : null, is_beside: false,
    n_blank: details.filter((each) => each.value === null).length, n_changed: details.filter((each) => each.origin === 'school').length,
  }
}

function rowOf(policy: Policy): PolicyRow {
  const inside = ['description', 'tracks', 'details', 'unnamed', 'duties', 'meetings', 'surveys']
  return Object.fromEntries(Object.entries(policy).filter(([key]) => !inside.includes(key))) as PolicyRow
}

const rows = (): PolicyRow[] => [...PRESETS.map((each) => preset(each[0])), ...own.map((each) => find(each.id ?? ''))].map(rowOf)

function refusal(refusals: Refusal[]): Failure {
  return { code: refusals[0]?.code ?? 'POLICY', message: '', refusals }
}

function save(form: PolicyForm): Policy {
  const base = preset(form.based_on)
  const refusals: Refusal[] = form.name.trim() ? [] : [{ code: 'POLICY-NAME', place: 'name', message: '请填写制度名称，最多60个字' }]
  for (const edit of form.edits) {
    const one = base.details.find((each) => each.key === edit.key && each.track === edit.track)
    const isAge = one?.unit === '周岁' && edit.value
    if (one && isAge && !(Number(edit.value) >= 15 && Number(edit.value) <= 80)) {
      refusals.push({ code: 'POLICY-VALUE', place: one.place, message: `${one.word}：请填写15到80之间的整数（周岁），现在填的是“${edit.value}”` })
    }
  }
  if (refusals.length > 0) throw refusal(refusals)
  const kept = { ...structuredClone(form), id: form.id ?? `C${own.length + 1}` }
  own = form.id ? own.map((each) => (each.id === form.id ? kept : each)) : [...own, kept]
  return find(kept.id)
}

function compare(first: Policy, second: Policy): PolicyComparison {
  const places = [...new Set([...first.details, ...second.details].map((each) => each.place))]
  const differences = places.flatMap((place) => {
    const [a, b] = [first, second].map((each) => each.details.find((one) => one.place === place))
    const one = a ?? b
    if (!one || a?.words === b?.words) return []
    return [{ place, word: one.word, track_word: one.track_word, first: a?.words ?? '—', second: b?.words ?? '—', first_rule: a?.rule ?? '', second_rule: b?.rule ?? '' }]
  })
  const isRun = first.is_selection && second.is_selection
  const changed = (index: number, before: [string, string], after: [string, string], reasons: [string, string][]) => ({
    teacher_id: teachers[index]!.id, name: teachers[index]!.name, first: before[0], first_word: before[1], second: after[0], second_word: after[1], reasons: reasons.map(([rule, message]) => ({ rule, message, is_private: false })),
  })
  return {
    first: rowOf(first), second: rowOf(second), year: '2025-2026', differences, n_teachers: isRun ? teachers.length : 0, why_nobody: isRun ? '' : '有一份不是选派制度，不判定人员，只比较条款。',
    people: isRun && differences.length
      ? [
          changed(1, ['not', '不列入'], ['must', '应交流'], [['R101', '男，47周岁，不超过55周岁'], ['R101', '所在学校在片区以上']]),
          changed(6, ['must', '应交流'], ['deferred', '暂不列入'], [['R205', '服务期至2027年8月31日']]),
        ]
      : [],
  }
}

export const policyAnswers: Record<string, (args: Args) => unknown> = {
  ...calendarAnswers,
  policy_list: rows,
  policy_get: ({ id }) => find(String(id)),
  policy_save: ({ form }) => save(form as PolicyForm),
  policy_adopt: ({ id }) => {
    inForce = String(id)
    return rows()
  },
  policy_switch: ({ id, is_on }) => {
    beside = [...beside.filter((each) => each !== id), ...(is_on ? [String(id)] : [])]
    return rows()
  },
  policy_compare: ({ first, second }) => compare(find(String(first)), find(String(second))),
}
