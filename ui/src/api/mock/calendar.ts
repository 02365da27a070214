// Answers about the calendar, from invented data. Today is the eighteenth of June 2026.
import type { Calendar, CalendarForm, CalendarTerm, Deadline, DeadlineMark, Failure, Holiday, Recurring, Refusal } from '../generated'

type Args = Record<string, unknown>

const YEAR = '2025-2026'
const TODAY = '2026-06-18'
const WHO: Record<string, string> = { s: '派出学校', h: '受援学校', b: '两校', t: '三方', j: '教育局', x: '交流教师' }
/** Code, what, who, rule, step, the usual day. */
const DUE: [string, string, string, string, string, string][] = [
  ['needs', '了解受援学校需求（学科、人数、要求）', 'h', 'R1002', 'selection', '2025-05-31'],
  ['eligibility', '载入制度，判定符合条件教师；验看暂不列入证明', 's', 'R103', 'selection', '2025-06-15'],
  ['recommend', '学校推荐拟交流教师', 's', 'R1006', 'selection', '2025-06-30'],
  ['roster', '名单和名额核对报教育局', 's', 'R1001', 'selection', '2025-07-31'],
  ['approve', '审批分配；安排于学年开始前报批', 'j', 'R320', 'selection', '2025-08-31'],
  ['goals', '确定工作目标，签订责任书，选定结对骨干', 't', 'R607', '', '2025-08-31'],
  ['arrive', '教师到岗确认，落实生活保障，复核需求', 'h', 'R319', 'assignment', '2025-09-07'],
  ['stage-autumn', '秋季学期阶段考核，提出新学期要求', 'h', 'R603', 'appraisal', '2026-01-18'],
  ['feedback-autumn', '受援学校反馈（秋季学期）', 'h', 'R618', 'feedback', '2026-01-18'],
  ['midterm-spring', '学期中督查，领导互访', 'b', 'R513', '', '2026-05-10'],
  ['summary', '教师交支教工作总结；各方测评截止', 'x', 'R608', 'appraisal', '2026-06-15'],
  ['survey-R905-spring', '学生满意度测评（春季学期第16—17周）', 'x', 'R905', '', '2026-06-19'],
  ['year-host', '学年终结考核：受援学校评分、校验、签章', 'h', 'R603', 'appraisal', '2026-06-25'],
  ['year-sending', '派出学校复评、签章；考核组审定', 's', 'R604', 'appraisal', '2026-06-30'],
  ['commend', '暑假前召开总结表彰大会', 'b', 'R712', '', '2026-07-05'],
  ['notice', '书面告知结果，教师签收', 'b', 'C-2', 'report', '2026-07-10'],
  ['stage-spring', '春季学期阶段考核', 'h', 'R603', 'appraisal', '2026-07-12'],
  ['archive', '总结报送、归档，台账和统计', 'b', 'R608', 'report', '2026-07-31'],
  ['follow-up', '反馈问题销号，落实待遇和荣誉', 'b', 'R629', 'feedback', '2026-08-31'],
]
const HOLIDAYS: Holiday[] = [
  { name: '国庆节、中秋节', from: '2025-10-01', to: '2025-10-08' },
  { name: '元旦', from: '2026-01-01', to: '2026-01-03' },
  { name: '劳动节', from: '2026-05-01', to: '2026-05-05' },
  { name: '端午节', from: '2026-06-19', to: '2026-06-21' },
]
const RECURRING: Recurring[] = [
  { what: '行政例会议交流工作', cadence: '每周', when: '星期一下午', min_count: 1, who: '班子成员', rule: 'R1003' },
  { what: '教研组活动', cadence: '每周', when: '', min_count: 1, who: '交流教师', rule: 'R527' },
  { what: '公开课', cadence: '每月', when: '', min_count: 1, who: '交流教师', rule: 'R501' },
  { what: '撰写教研论文', cadence: '每学期', when: '', min_count: 1, who: '交流教师', rule: 'R504' },
  { what: '参与课题研究', cadence: '每学年', when: '', min_count: 0, who: '交流教师', rule: 'R502' },
]

interface Kept {
  plan: CalendarForm
  isProposed: boolean
  moved: Record<string, string>
  done: Record<string, string>
}
let kept = fresh()

function fresh(): Kept {
  const done = Object.fromEntries(DUE.filter(([code, , , , , day]) => day < '2026-05-01' && code !== 'goals').map(([code, , , , , day]) => [code, day]))
  return {
    plan: structuredClone({ autumn: { first_monday: '2025-09-01', n_weeks: 20 }, spring: { first_monday: '2026-02-23', n_weeks: 20 }, holidays: HOLIDAYS }),
    isProposed: true, moved: { commend: '2026-07-03' }, done,
  }
}

export function resetCalendar(): void {
  kept = fresh()
}

function plus(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

function termOf(code: 'autumn' | 'spring', n: number): CalendarTerm {
  const plan = kept.plan[code]
  return {
    term: `${YEAR}-${n}`, code, word: code === 'autumn' ? '秋季学期' : '春季学期', ...plan, is_proposed: kept.isProposed,
    weeks: Array.from({ length: plan.n_weeks }, (_, index) => {
      const from = plus(plan.first_monday, index * 7)
      const to = plus(from, 6)
      return { week: index + 1, from, to, holidays: kept.plan.holidays.filter((each) => each.from <= to && each.to >= from).map((each) => each.name) }
    }),
  }
}

function due([code, what, who, rule, step, usual_on]: (typeof DUE)[number]): Deadline {
  const on = kept.moved[code] ?? usual_on
  const days_left = Math.round((Date.parse(on) - Date.parse(TODAY)) / 86_400_000)
  const done_on = kept.done[code] ?? null
  const standing = done_on ? 'done' : days_left < 0 ? 'late' : days_left <= 14 ? 'near' : 'ahead'
  return { code, what, who: WHO[who] ?? who, rule, step, on, usual_on, done_on, holiday: kept.plan.holidays.find((each) => each.from <= on && on <= each.to)?.name ?? '', days_left, standing }
}

function view(): Calendar {
  const deadlines = DUE.map(due).sort((a, b) => a.on.localeCompare(b.on))
  return { year: YEAR, policy_name: '县级 交流轮岗调配管理实施办法', today: TODAY, terms: [termOf('autumn', 1), termOf('spring', 2)], holidays: kept.plan.holidays, deadlines, recurring: RECURRING }
}

function save(form: CalendarForm): Calendar {
  const refusals: Refusal[] = []
  for (const term of ['autumn', 'spring'] as const) {
    const isMonday = new Date(`${form[term].first_monday}T00:00:00Z`).getUTCDay() === 1
    if (!isMonday) refusals.push({ code: 'CALENDAR-MONDAY', place: `${term}.first_monday`, message: '第一周应从星期一起算' })
    if (form[term].n_weeks < 1 || form[term].n_weeks > 26) refusals.push({ code: 'CALENDAR-WEEKS', place: `${term}.n_weeks`, message: '教学周数应在1到26之间' })
  }
  form.holidays.forEach((each, index) => {
    if (!each.name.trim()) refusals.push({ code: 'CALENDAR-HOLIDAY', place: `holidays.${index}`, message: '请填写假期名称，最多20个字' })
    if (each.from > each.to) refusals.push({ code: 'CALENDAR-HOLIDAY', place: `holidays.${index}`, message: '假期的最后一天早于第一天' })
  })
  if (refusals.length > 0) throw { code: refusals[0]!.code, message: '', refusals } satisfies Failure
  kept.plan = structuredClone(form)
  kept.plan.holidays.sort((a, b) => a.from.localeCompare(b.from))
  kept.isProposed = false
  return view()
}

function mark({ code, moved_on, done_on }: DeadlineMark): Calendar {
  const set = (days: Record<string, string>, day: string | null) => {
    if (day) days[code] = day
    else delete days[code]
  }
  set(kept.moved, moved_on)
  set(kept.done, done_on)
  return view()
}

export const calendarAnswers: Record<string, (args: Args) => unknown> = {
  calendar_get: view,
  calendar_save: ({ form }) => save(form as CalendarForm),
  deadline_mark: (args) => mark(args.mark as DeadlineMark),
}
