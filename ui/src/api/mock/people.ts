// Invented schools and people. None of them exists.
import type { AssignmentRow, Indicator, School, SchoolProfile, TeacherRow } from '../generated'

const UNKNOWN: SchoolProfile = { area: null, tier: null, quality: null, remoteness: null, establishment: null, on_establishment: null, full_load_lessons: null }

export const schools: School[] = [
  { id: 'S1', name: '云溪县青枫镇中心小学', short_name: '青枫小学', stage: 'primary', principal: '苏庭安', is_mine: true, key: { fingerprint: '3F:A1:77:0C', valid_until: '2031-08-31' }, has_seal: true, profile: { area: 'town', tier: 'centre', quality: 'good', remoteness: 'ordinary', establishment: 60, on_establishment: 63, full_load_lessons: 14 } },
  { id: 'S2', name: '云溪县白鹭湾希望小学', short_name: '白鹭湾小学', stage: 'primary', principal: '贺明远', is_mine: false, key: { fingerprint: '9B:20:5E:D4', valid_until: '2031-08-31' }, has_seal: false, profile: { ...UNKNOWN, area: 'rural', tier: 'village', quality: 'weak', remoteness: 'remote', establishment: 21, on_establishment: 18 } },
  { id: 'S3', name: '云溪县石门岭九年一贯制学校', short_name: '石门岭学校', stage: 'nine_year', principal: '', is_mine: false, key: null, has_seal: false, profile: UNKNOWN },
  { id: 'S4', name: '云溪县第二实验初级中学', short_name: '实验二中', stage: 'junior', principal: '尹若川', is_mine: false, key: null, has_seal: false, profile: UNKNOWN },
]

const PEOPLE: [string, string, string, string, string, string][] = [
  ['陈望舒', 'cws', 'female', '语文', '一级教师', '县级骨干'],
  ['顾南星', 'gnx', 'male', '数学', '高级教师', '市级学科带头人'],
  ['韩知夏', 'hzx', 'female', '英语', '一级教师', ''],
  ['陆怀瑾', 'lhj', 'male', '科学', '二级教师', ''],
  ['欧阳听雨', 'oyty', 'female', '音乐', '一级教师', '县级骨干'],
  ['沈㛃', 'sj', 'female', '美术', '二级教师', ''],
  ['阿依古丽·买买提江', 'agl', 'female', '道德与法治', '一级教师', ''],
  ['周砚秋', 'zyq', 'male', '体育', '未定级', ''],
]

export const teachers: TeacherRow[] = PEOPLE.map(([name, initials, sex, subject, title, backbone], index) => ({
  id: `T${index + 1}`,
  name,
  initials,
  sex,
  birth_date: `19${78 + index}-0${1 + index}-1${index}`,
  id_number_masked: index === 7 ? '' : `999999********${1000 + index * 111}`,
  subject,
  title,
  backbone,
  joined_school_on: `20${String(8 + index).padStart(2, '0')}-09-01`,
  is_posted: index < 5,
}))

export const assignments: AssignmentRow[] = [0, 1, 2, 3, 4].map((index) => {
  const host = schools[1 + (index % 3)] as School
  const mine = schools[0] as School
  const person = teachers[index] as TeacherRow
  const isComing = index === 3
  return {
    id: `A${index + 1}`,
    teacher_id: person.id,
    teacher: person.name,
    sending_school_id: isComing ? host.id : mine.id,
    sending_school: isComing ? host.name : mine.name,
    host_school_id: isComing ? mine.id : host.id,
    host_school: isComing ? mine.name : host.name,
    my_side: isComing ? 'host' : 'sending',
    mode: index === 4 ? 'part_time' : 'full_time',
    post_mode: index === 4 ? 'circuit' : 'fill',
    subject: person.subject,
    classes: index === 4 ? '' : `五年级（${index + 1}）班`,
    weekly_lessons: index === 4 ? null : 12 + index,
    is_homeroom: index === 0,
    start_on: '2025-09-01',
    planned_end_on: '2026-08-31',
    actual_end_on: null,
    track: null,
    credit: '1',
    keeping: { is_post_kept: true, is_pay_unchanged: null, is_contract_unchanged: null, lodging: 'at_home', commute_minutes: 35, distance_km: 18 },
    state: index === 4 ? 'approved' : 'active',
    state_word: index === 4 ? '已批准' : '在岗',
    is_under_way: index !== 4,
    approval: `云教〔2025〕${12 + index}号`,
    arrived_on: index === 4 ? null : '2025-09-01',
    n_goals: 2,
    last_day: '2026-08-31',
  }
})

const HOST: [string, string, string, string, string, string, boolean][] = [
  ['H1.1', '师德', '职业道德（十项准则）', '8', '德', '无失范行为；有失范的走一票否决', false],
  ['H1.2', '师德', '服从安排、团结协作、遵守制度', '4', '德', '按表现分四档', false],
  ['H1.3', '师德', '关爱学生（含谈话）', '3', '德', '谈话人次达到学生数即满分', false],
  ['H2.1', '能力', '课堂教学专业能力', '10', '能', '评级 A/B/C/D 为 10/8.5/7/5', true],
  ['H2.2', '能力', '教学常规（备课、听课、作业、反思）', '8', '能', '按检查情况与次数', true],
  ['H2.3', '能力', '教学清晰性', '4', '能', '调查得分率×4', true],
  ['H2.4', '能力', '培训学习', '3', '能', '完成学时÷应完成学时', true],
  ['H3.1', '勤', '出勤', '8', '勤', '实出勤÷应出勤，减旷工扣分', true],
  ['H3.2', '勤', '工作量', '5', '勤', '周课时÷满工作量', true],
  ['H3.3', '勤', '临时任务', '2', '勤', '完成数÷交办数', false],
  ['H4.1', '绩', '公开课、示范课、汇报课', '6', '绩', '按完成次数', true],
  ['H4.2', '绩', '教研引领（讲座、联合教研、课题）', '6', '绩', '次数×级别', true],
  ['H4.3', '绩', '师徒结对与受援校教师成长', '10', '绩', '计划 2、四步循环 4、成长 4', true],
  ['H4.4', '绩', '论文、总结、资源共享', '4', '绩', '每学期 1 篇', true],
  ['H4.5', '绩', '受援校教学理念、方式的改变', '4', '绩', '受援校说明，须有佐证', true],
  ['H4.6', '绩', '学业质量（增值）', '10', '绩', '与同层面均分之差及变化', true],
  ['H5', '廉', '廉洁从教', '5', '廉', '无违规记录得 5 分', false],
]
const SENDING: [string, string, string, string][] = [
  ['S1', '工作目标责任书完成情况', '35', '各目标权重×完成度之和'],
  ['S2', '学期小结、按期汇报与双校联系', '15', '按期次数与联系次数'],
  ['S3', '对受援学校材料的核验', '20', '师德、考勤、佐证逐项核验'],
  ['S4', '支教工作总结质量', '15', '按质量分四档'],
  ['S5', '反哺原校（汇报、资源带回、原校任务）', '15', '按完成情况'],
]
/** Where the points of H4.6 go when it does not apply. */
const SPREAD: Record<string, number> = { 'H4.3': 5, 'H4.1': 3, 'H4.2': 2 }

export function hostIndicators(isExamApplicable: boolean): Indicator[] {
  return HOST.map(([code, group, name, max, virtue, guide, is_evidence_required]) => ({
    code, group, name, virtue, guide, is_evidence_required,
    max: isExamApplicable ? max : String(Number(max) + (SPREAD[code] ?? 0)),
    may_not_apply: code === 'H4.6',
  }))
}

export const sendingIndicators: Indicator[] = SENDING.map(([code, name, max, guide]) => ({
  code, name, max, guide, group: '派出', virtue: '', is_evidence_required: true, may_not_apply: false,
}))
