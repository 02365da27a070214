import { describe, expect, it } from 'vitest'

import type { AssignmentPage } from '@/api/generated'
import { override } from '@/api/mock/answer'
import { postingAnswers } from '@/api/mock/posting'

import { asked, click, find, maybe, PRACTICE, settle, stage, type } from './stage'

const all = <T extends HTMLElement = HTMLElement>(mark: string) => [...document.querySelectorAll<T>(`[data-test="${mark}"]`)]

/** Opens a posting whose page is otherwise than in the invented data. */
async function open(id: string, change: (page: AssignmentPage) => Partial<AssignmentPage> = () => ({})): Promise<void> {
  await stage(`/assignment/posting/${id}`, PRACTICE, () =>
    override('assignment_page', () => {
      const page = structuredClone(postingAnswers.assignment_page!({ id })) as AssignmentPage
      return { ...page, ...change(page) }
    }),
  )
}

function event(code: string, word: string, needs_approval = false, needs_reason = false): AssignmentPage['events'][number] {
  return { event: code, word, needs_approval, needs_reason, is_change: false, is_end: false }
}

describe('the page of a posting', () => {
  it('says what was agreed, what to look at, and what belongs to it', async () => {
    await stage('/assignment/posting/A1')
    const facts = find('posting-facts').textContent ?? ''
    for (const said of ['五年级（1）班', '每周12课时', '云教〔2025〕12号', '原岗位保留', '单程35分钟']) expect(facts).toContain(said)
    expect(find('posting-doubts').textContent).toContain('工资关系不变（R316）尚未确认')
    expect(find('posting').textContent).toContain('属互派')
    expect(all('course-step').map((step) => step.textContent)).toEqual([
      expect.stringContaining('申报'), expect.stringContaining('云教〔2025〕12号，2025年8月5日'), expect.stringContaining('贺明远2025年8月27日'), expect.stringContaining('到岗'),
    ])
  })

  it('offers the steps the program names, and says when there are none', async () => {
    await open('A1', () => ({ events: [] }))
    expect(find('posting').textContent).toContain('已经办结')
  })

  it('shows months by year, void ones as void, and who leads each calendar year', async () => {
    await open('A1', (page) => ({
      planned: { ...page.planned, years: [{ year: '2024-2025', months: '0', is_void: true }, { year: '2025-2026', months: '12', is_void: false }] },
      leads: [{ year: 2026, host_days: '243', other_days: null, sending_days: '122', leader: 'host' }, { year: 2027, host_days: '171', other_days: '175', sending_days: '19', leader: null }],
    }))
    await click('posting-part-months')
    expect(all('served-year')[0]?.textContent).toContain('✕ 无效，不计')
    expect(find('leads').textContent).toContain('2026年：受援学校243天，派出学校122天，由受援学校牵头')
    expect(find('leads').textContent).toContain('2027年：受援学校171天，其他受援学校175天，派出学校19天，均未过半，须商定')
  })

  it('says so when it cannot be read, and leads back', async () => {
    await stage('/assignment/posting/A9')
    expect(find('failure').textContent).toContain('交流安排已不在台账中')
    await click('posting-back')
    expect(find('assignment-grid')).toBeTruthy()
  })
})

describe('the goals that are typed', () => {
  it('are still there after a look at another part', async () => {
    await stage('/assignment/posting/A5')
    await click('posting-part-goal')
    type('goal-text', '承担五、六年级音乐教学')
    await click('posting-part-living')
    await click('posting-part-goal')
    expect(find<HTMLTextAreaElement>('goal-text').value).toBe('承担五、六年级音乐教学')
  })

  it('are not lost on the way out: the page asks first', async () => {
    await stage('/assignment/posting/A5')
    await click('posting-part-goal')
    type('goal-weight', '70')
    await click('posting-back')
    expect(document.querySelector('.el-message-box')?.textContent).toContain('有内容还没有保存')
    document.querySelector<HTMLElement>('.el-message-box__btns button:not(.el-button--primary)')?.click()
    await settle()
    expect(window.location.hash).toContain('/assignment/posting/A5')
    expect(find<HTMLInputElement>('goal-weight').value).toBe('70')
  })

  it('are settled before a step may close them', async () => {
    await stage('/assignment/posting/A5')
    await click('posting-part-goal')
    type('goal-weight', '70')
    await click('posting-step-sign_goals')
    expect(maybe('step-by')).toBeNull()
    document.querySelector<HTMLElement>('.el-message-box__btns .el-button--primary')?.click()
    await settle()
    expect(maybe('step-by')).not.toBeNull()
    expect(find<HTMLInputElement>('goal-weight').value).toBe('59')
  })

  it('say 99 while they make 99', async () => {
    await stage('/assignment/posting/A5')
    await click('posting-part-goal')
    type('goal-weight', '９９')
    await settle()
    expect(find('goal-sum').textContent).toBe('权重合计 99，应为 100')
  })

  it('that make 99 are refused and may be kept as a draft', async () => {
    await stage('/assignment/posting/A5')
    await click('posting-part-goal')
    type('goal-weight', '99')
    await settle()
    expect(maybe('goal-draft-hint')).toBeNull()
    await click('goal-save')
    expect(find('failure').textContent).toContain('合计为99')
    expect(find('goal-draft-hint').textContent).toContain('暂存草稿')
    await click('goal-draft')
    expect(asked('assignment_goals').map(({ args }) => args.is_draft)).toEqual([false, true])
    expect(maybe('failure')).toBeNull()
  })

  it('show a refusal in its cell and go there', async () => {
    await stage('/assignment/posting/A5', PRACTICE, () =>
      override('assignment_goals', () => {
        throw { code: 'REFUSED', message: '', refusals: [{ code: 'GOAL-LENGTH', place: 'goals.2.measure', message: '第2项目标的内容过长，最多200个字' }, { code: 'GOAL-TEXT', place: 'goals.2.text', message: '第2项目标没有内容' }] }
      }),
    )
    await click('posting-part-goal')
    await click('goal-add')
    const weights = all<HTMLInputElement>('goal-weight')
    weights[1]!.value = '41'
    weights[1]!.dispatchEvent(new Event('input', { bubbles: true }))
    await click('goal-save')
    expect(all('goal-row')[1]?.querySelectorAll('td.has-fault')).toHaveLength(2)
    expect(document.activeElement).toBe(all('goal-text')[1])
    expect(all<HTMLInputElement>('goal-weight')[1]?.value).toBe('41')
  })

  it('ask nothing of the program while a weight is no number', async () => {
    await stage('/assignment/posting/A5')
    await click('posting-part-goal')
    type('goal-weight', '一百')
    await settle()
    await click('goal-save')
    expect(asked('assignment_goals')).toHaveLength(0)
    expect(document.activeElement).toBe(find('goal-weight'))
  })
})

describe('the step dialog', () => {
  const FIELDS = ['step-approval', 'step-until', 'step-teacher-signed', 'step-host-signer', 'step-notice', 'step-second', 'step-subject', 'step-appraisal']
  it.each<[string, string, boolean, string[]]>([
    ['submit', '申报', false, []],
    ['approve', '批准', true, ['step-approval']],
    ['sign_goals', '签订责任书', false, ['step-teacher-signed', 'step-host-signer']],
    ['arrive', '到岗', false, []],
    ['change_post', '调整岗位', true, ['step-approval', 'step-subject']],
    ['suspend', '中止', true, ['step-approval', 'step-until']],
    ['extend', '延期', true, ['step-approval', 'step-until']],
    ['complete', '期满返校', false, ['step-approval', 'step-until']],
    ['recall', '召回', true, ['step-approval']],
    ['refuse_to_go', '无故不参加', false, ['step-notice', 'step-second']],
    ['void_year', '学年无效', false, ['step-appraisal']],
    ['void_whole', '全程无效', false, ['step-appraisal']],
  ])('asks for %s (%s) what that step needs and nothing else', async (code, word, needsApproval, wanted) => {
    await open('A1', () => ({ events: [event(code, word, needsApproval)] }))
    await click(`posting-step-${code}`)
    for (const field of ['step-on', 'step-by', 'step-reason']) expect(maybe(field), field).not.toBeNull()
    expect(FIELDS.filter((field) => maybe(field) !== null)).toEqual(wanted)
  })

  it('proposes the end and the reason of an extension', async () => {
    await open('A1', () => ({ events: [event('extend', '延期', true, true)], proposed_extension: '2027-08-31', unmet: '第2项工作目标未达成' }))
    await click('posting-step-extend')
    expect(find('step-until').querySelector('input')?.value).toBe('2027年8月31日')
    expect(find<HTMLTextAreaElement>('step-reason').value).toBe('第2项工作目标未达成')
  })

  it('shows all refusals at their fields at once and keeps what was typed', async () => {
    await stage('/assignment/posting/A1')
    await click('posting-step-end_early')
    expect(find('step-dialog').textContent).toContain('服务月数算到这一天')
    type('step-approval', '云教〔2026〕8号')
    override('assignment_step', () => {
      throw { code: 'REFUSED', message: '', refusals: [{ code: 'STEP-BY', place: 'by', message: '请填写由谁决定或确认' }, { code: 'STEP-APPROVAL', place: 'approved_on', message: '请填写审批日期' }, { code: 'STEP-REASON', place: 'reason', message: '请写明理由' }] }
    })
    await click('step-save')
    expect(find('step-dialog').querySelectorAll('.field.has-fault')).toHaveLength(3)
    expect((document.activeElement as HTMLElement).dataset.test).toBe('step-by')
    expect(find<HTMLInputElement>('step-approval').value).toBe('云教〔2026〕8号')
  })

  it('begins a change of post with the post as it is and sends the new one', async () => {
    await stage('/assignment/posting/A1')
    await click('posting-step-change_post')
    expect(find<HTMLInputElement>('step-subject').value).toBe('语文')
    type('step-lessons', '14')
    type('step-by', '贺明远')
    type('step-reason', '增开社团课')
    type('step-approval', '云教〔2025〕40号')
    await click('step-save')
    expect(asked('assignment_step')[0]?.args).toMatchObject({
      id: 'A1', form: { event: 'change_post', by: '贺明远', post: { subject: '语文', weekly_lessons: 14, mode: 'full_time' } },
    })
    expect(find('posting').textContent).toContain('增开社团课')
  })

  it('rests a void year on an appraisal that both schools have signed', async () => {
    await open('A1', (page) => ({
      events: [event('void_year', '学年无效', false, true)],
      years: [{ appraisal_id: 'P0', year: '2024-2025', grade_word: '', is_signed: false, is_void: false }, ...page.years],
    }))
    await click('posting-step-void_year')
    type('step-by', '苏庭安')
    type('step-reason', '学年考核不合格')
    await click('step-save')
    expect(asked('assignment_step')[0]?.args.form).toMatchObject({ appraisal_id: 'P1', year: '2025-2026' })
  })
})

describe('taking a step back', () => {
  it('needs a reason and shows the state before', async () => {
    await stage('/assignment/posting/A1')
    await click('posting-step-reach_end')
    type('step-by', '贺明远')
    await click('step-save')
    expect(find('posting-state').textContent).toBe('期满考核')
    await click('take-back')
    await click('take-back-save')
    expect(find('take-back-dialog').querySelector('.has-fault')?.textContent).toContain('请写明撤销的理由')
    type('take-back-reason', '日期录错')
    await click('take-back-save')
    expect(find('posting-state').textContent).toBe('在岗')
  })
})

describe('living conditions', () => {
  it('say what is overdue, and keep what was typed when closing is refused', async () => {
    await stage('/assignment/posting/A1', PRACTICE, () =>
      override('living_save', () => {
        throw { code: 'LIVING-HELP', message: '', refusals: [{ code: 'LIVING-HELP', place: 'help', message: '销号前请写明解决办法' }] }
      }),
    )
    await click('posting-part-living')
    expect(all('living-grid-row').map((row) => row.textContent)).toEqual([expect.stringContaining('✓ 已销号'), expect.stringContaining('⚠ 已逾期')])
    all('living-grid-row')[1]?.click()
    await settle()
    type('living-owner', '施晚晴')
    await click('living-save')
    expect((document.activeElement as HTMLElement).dataset.test).toBe('living-help')
    expect(find<HTMLInputElement>('living-owner').value).toBe('施晚晴')
  })

  it('are named before one is removed', async () => {
    await stage('/assignment/posting/A1')
    await click('posting-part-living')
    all('living-grid-row')[0]?.click()
    await settle()
    await click('living-remove')
    expect(find('remove-dialog').textContent).toContain('需要一间周转宿舍')
    await click('remove-tick')
    await click('remove-confirm')
    expect(asked('living_remove')).toEqual([{ command: 'living_remove', args: { id: 'L1' } }])
    expect(all('living-grid-row')).toHaveLength(1)
  })
})

describe('the benefits of a posting', () => {
  it('are added up, with what is lacking in plain sight', async () => {
    await stage('/assignment/posting/A2')
    await click('posting-part-benefit')
    expect(find('posting-benefit-sums').textContent).toBe('应发 3240.00 元，实发 2880.00 元，差额 360.00 元')
    expect(all('benefit-grid-row')[0]?.textContent).toContain('⚠ 360.00')
    await click('benefit-accept')
    expect(asked('benefit_accept')[0]?.args).toEqual({ assignment_id: 'A2' })
  })

  it('send nothing, and not zero, for an emptied amount', async () => {
    await stage('/assignment/posting/A2')
    await click('posting-part-benefit')
    all('benefit-grid-row')[0]?.click()
    await settle()
    type('benefit-paid', ' ')
    await click('benefit-save')
    expect(asked('benefit_save')[0]?.args.form).toMatchObject({ id: 'B1', paid: null, due: '840.00' })
  })
})
