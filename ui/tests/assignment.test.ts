import { describe, expect, it } from 'vitest'

import type { AssignmentRow } from '@/api/generated'
import { override } from '@/api/mock/answer'
import { assignments } from '@/api/mock/people'
import { swaps } from '@/api/mock/posting-seed'
import { fenOf, sumText } from '@/steps/assignment/money'
import { levelsOf, spanOf, yearsOf } from '@/steps/assignment/span'

import { asked, click, find, maybe, PRACTICE, settle, stage, type } from './stage'

const all = (mark: string) => [...document.querySelectorAll<HTMLElement>(`[data-test="${mark}"]`)]

async function key(element: HTMLElement, name: string): Promise<KeyboardEvent> {
  const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true })
  element.dispatchEvent(event)
  await settle()
  return event
}

/** A posting of somebody at some time. */
function posted(id: string, teacher: string, start_on: string, last_day: string, state = ['active', '在岗']): AssignmentRow {
  return { ...assignments[0]!, id, teacher_id: teacher, teacher, start_on, last_day, state: state[0]!, state_word: state[1]! }
}

describe('the list of who is where', () => {
  it('is filtered by side and by how far each has come, and searched by initials', async () => {
    await stage('/assignment/list')
    await click('assignment-side-host')
    expect(all('assignment-grid-row').map((row) => row.textContent)).toEqual([expect.stringContaining('陆怀瑾')])
    await click('assignment-stage-before')
    expect(all('assignment-grid-row')).toHaveLength(0)
    await click('assignment-side-all')
    expect(all('assignment-grid-row')[0]?.textContent).toContain('已批准')
    await click('assignment-stage-all')
    type('assignment-search', 'gnx')
    await settle()
    expect(all('assignment-grid-row').map((row) => row.textContent)).toEqual([expect.stringContaining('顾南星')])
  })

  it('opens a posting with Enter, puts the keyboard on its page, and Esc leads back', async () => {
    await stage('/assignment/list')
    await key(all('assignment-grid-row')[2]!, 'Enter')
    expect(find('posting-teacher').textContent).toBe('韩知夏')
    expect((document.activeElement as HTMLElement).dataset.test).toBe('posting-teacher')
    await key(find('posting-teacher'), 'Escape')
    await settle()
    expect(find('assignment-part-list').getAttribute('aria-current')).toBe('page')
  })

  it('says how many postings were made of the approved list', async () => {
    await stage('/assignment/list', PRACTICE, () => override('assignment_send_approved', () => ({ added: 3 })))
    await click('assignment-send-approved')
    expect(document.body.textContent).toContain('已生成 3 条交流安排')
    expect(asked('assignment_list')).toHaveLength(2)
  })

  it('takes pasted rows in as postings', async () => {
    await stage('/assignment/list')
    await click('assignment-paste')
    expect(find('paste-columns').textContent).toContain('到岗日期')
    type('paste-text', '周砚秋\t云溪县青枫镇中心小学')
    await click('paste-preview')
    expect(asked('selection_paste')[0]?.args).toMatchObject({ kind: 'assignment' })
  })

  it('sends what was promised, and leaves the end that the steps have set alone', async () => {
    const ended = { ...assignments[0]!, actual_end_on: '2026-05-31', last_day: '2026-05-31' }
    await stage('/assignment/posting/A1', PRACTICE, () =>
      override('assignment_page', async () => ({ ...((await page('A1')) as object), row: ended })),
    )
    await click('posting-edit')
    type('assignment-credit', '2')
    await click('assignment-save')
    expect(asked('assignment_save')[0]?.args.form).toMatchObject({
      id: 'A1', credit: '2', actual_end_on: '2026-05-31', keeping: { is_post_kept: true, lodging: 'at_home', commute_minutes: 35 },
    })
  })
})

/** The page as the invented data has it; an override may lean on it. */
async function page(id: string): Promise<unknown> {
  const { postingAnswers } = await import('@/api/mock/posting')
  return structuredClone(postingAnswers.assignment_page!({ id }))
}

describe('the years', () => {
  it('are counted from the first posting to today', () => {
    expect(yearsOf([{ start_on: '2023-09-01', last_day: '2024-08-31' }], '2026-06-01')).toEqual([2023, 2024, 2025])
    expect(spanOf('2024-09-01', '2025-08-31', [2023, 2024])).toMatchObject({ left: expect.closeTo(50, 0), width: expect.closeTo(50, 0) })
  })

  it('never draw one bar over another', () => {
    const rows = [posted('b', 'T1', '2025-02-01', '2026-01-31'), posted('a', 'T1', '2024-09-01', '2025-08-31'), posted('c', 'T1', '2026-09-01', '2027-08-31')]
    expect(levelsOf(rows).map(({ row, level }) => [row.id, level])).toEqual([['a', 0], ['b', 1], ['c', 0]])
  })

  it('show a bar for each of sixty postings, each with its state as a word and its dates', async () => {
    const many = Array.from({ length: 60 }, (_, index) => posted(`M${index}`, `教师${index % 25}`, `${2021 + (index % 5)}-09-01`, `${2022 + (index % 5)}-08-31`, index % 2 ? ['completed', '期满返校'] : ['active', '在岗']))
    await stage('/assignment/timeline', PRACTICE, () => override('assignment_list_all', () => many))
    expect(all('timeline-bar')).toHaveLength(60)
    expect(all('timeline-line')).toHaveLength(25)
    expect(all('timeline-bar')[0]?.textContent).toContain('在岗')
    expect(all('timeline-bar')[0]?.title).toBe('教师0：在岗 云溪县白鹭湾希望小学，2021年9月1日至2022年8月31日')
    expect(find('timeline').textContent).toContain('2021—2022学年')
    expect(find('timeline').textContent).toContain('今天')
  })

  it('are gone through by arrow keys from one place that Tab leads to', async () => {
    const rows = [posted('a', '甲', '2024-09-01', '2025-08-31'), posted('b', '甲', '2025-09-01', '2026-08-31'), posted('c', '乙', '2025-09-01', '2026-08-31')]
    await stage('/assignment/timeline', PRACTICE, () => override('assignment_list_all', () => rows))
    const bars = all('timeline-bar')
    expect(bars.map((bar) => bar.tabIndex)).toEqual([0, -1, -1])
    bars[0]?.focus()
    await key(bars[0]!, 'ArrowRight')
    expect(document.activeElement).toBe(bars[1])
    await key(bars[1]!, 'ArrowDown')
    expect(document.activeElement).toBe(bars[2])
    await key(bars[2]!, 'Home')
    expect(document.activeElement).toBe(bars[0])
    // A button: the browser makes a click of Enter.
    bars[0]?.click()
    await settle()
    expect(window.location.hash).toContain('/assignment/posting/a')
  })
})

describe('months of service and titles', () => {
  it('say in words when the months are full, and which honour is near', async () => {
    await stage('/assignment/months', PRACTICE, () =>
      override('service_list', () => [{
        teacher_id: 'T1', teacher: '陈望舒', until: '2026-06-30', postings: [], months: '14', credited: '14',
        title: { force: 'hard', force_word: '硬性条件', rule: 'R701', required: 12, counted: '14', actual: '14', lacking: '0', is_met: true, by: null, notes: ['职称取得时间没有登记'] },
        honours: [{ level: 'county', word: '县级荣誉证书', asked: 15, years: 14, is_reached: false }],
      }]),
    )
    const text = find('months-grid-row').textContent ?? ''
    for (const said of ['✓ 已满', '职称取得时间没有登记', '一年内满15年，可申报县级荣誉证书']) expect(text).toContain(said)
  })
})

describe('swaps', () => {
  it('are listed with their postings, and named before one is removed', async () => {
    await stage('/assignment/list')
    await click('assignment-swaps')
    expect(find('swap-row').textContent).toContain('陆怀瑾')
    await click('swap-remove')
    await click('remove-confirm')
    expect(asked('swap_remove')).toHaveLength(0)
    await click('remove-tick')
    await click('remove-confirm')
    expect(asked('swap_remove')).toEqual([{ command: 'swap_remove', args: { id: 'W1' } }])
  })

  it('do not take up another row over what is being typed', async () => {
    const triangle = { ...swaps[0]!, id: 'W2', kind: 'triangle', kind_word: '三角置换', members: ['A3'], released: '卢听蕉' }
    await stage('/assignment/list', PRACTICE, () => override('swap_list', () => [triangle, swaps[0]!]))
    await click('assignment-swaps')
    await click('swap-edit')
    expect(find<HTMLInputElement>('swap-released').value).toBe('卢听蕉')
    type('swap-released', '卢听焦')
    all('swap-edit')[1]?.click()
    await settle()
    expect(find('refusal').textContent).toContain('还没有保存')
    expect(find<HTMLInputElement>('swap-released').value).toBe('卢听焦')
  })
})

describe('amounts', () => {
  it('are added up in fen, as offices write them', () => {
    expect(fenOf('1,234.5')).toBe(123450)
    expect(fenOf('６００')).toBe(60000)
    expect(fenOf('')).toBeNull()
    expect(fenOf('12x')).toBeUndefined()
    expect(sumText(['0.10', '0.20', null, '-1'])).toBe('-0.70')
  })
})

describe('the money of the year', () => {
  const rows = () => all('benefit-grid-row').map((row) => row.textContent ?? '')

  it('shows sums and differences, and finds what is open', async () => {
    await stage('/assignment/benefit')
    expect(find('benefit-sums').textContent).toBe('应发 5640.00 元，实发 2880.00 元，差额 2760.00 元')
    expect(rows()[0]).toContain('⚠ 360.00')
    expect(rows()[0]).toContain('2025年9月1日 至 2025年12月31日')
    await click('benefit-filter-open')
    expect(rows()).toEqual([expect.stringContaining('请按本校标准填写金额')])
    await click('benefit-filter-differs')
    expect(rows()).toHaveLength(2)
    type('benefit-search', 'gnx')
    await settle()
    expect(rows()).toHaveLength(1)
  })

  it('is paid line under line: Enter goes down, one day serves for all', async () => {
    await stage('/assignment/benefit')
    await click('benefit-pay')
    const paid = all('pay-paid') as HTMLInputElement[]
    paid[2]?.focus()
    await key(paid[2]!, 'Enter')
    expect(document.activeElement).toBe(paid[3])
    type('pay-day', '2026.1.15')
    paid[3]!.value = '2400'
    paid[3]!.dispatchEvent(new Event('input', { bubbles: true }))
    await click('pay-save')
    expect(asked('benefit_save')).toHaveLength(1)
    expect(asked('benefit_save')[0]?.args.form).toMatchObject({ id: 'B4', paid: '2400', paid_on: '2026-01-15', due: '2400.00' })
    expect(document.body.textContent).toContain('已登记发放 1 条')
  })

  it('keeps the lines that were good and leaves the refused one as it was typed', async () => {
    await stage('/assignment/benefit', PRACTICE, () =>
      override('benefit_save', ({ form }) => {
        const given = form as { id: string; paid: string }
        if (given.id === 'B4') throw { code: 'BENEFIT-AMOUNT', message: '', refusals: [{ code: 'BENEFIT-AMOUNT', place: 'paid', message: '实发金额应在0到1000000元之间' }] }
        return { ...(form as object), difference: '0.00', kind_word: '', teacher: '', host_school: '' }
      }),
    )
    await click('benefit-pay')
    await click('pay-fill')
    const paid = () => all('pay-paid') as HTMLInputElement[]
    expect(paid()[3]?.value).toBe('2400.00')
    paid()[0]!.value = '840'
    paid()[0]!.dispatchEvent(new Event('input', { bubbles: true }))
    await click('pay-save')
    expect(asked('benefit_save')).toHaveLength(2)
    expect(find('pay-fault').textContent).toContain('实发金额应在')
    expect(paid()[3]?.value).toBe('2400.00')
    expect(document.activeElement).toBe(paid()[3])
  })

  it('gives out its form as a paper and as a spreadsheet', async () => {
    await stage('/assignment/benefit')
    await click('benefit-accept-all')
    expect(asked('benefit_accept')[0]?.args).toEqual({ assignment_id: null })
    await click('benefit-paper')
    await click('paper-twin')
    expect(asked('paper_twin')[0]?.args).toEqual({ form: 'F-20', subject: 'year' })
    expect(document.body.textContent).toContain('已另存为Excel')
  })
})

describe('leaving the years', () => {
  it('leads back to where one came from', async () => {
    await stage('/assignment/timeline')
    all('timeline-bar')[1]?.click()
    await settle()
    await click('posting-back')
    await settle()
    expect(maybe('timeline')).not.toBeNull()
  })
})
