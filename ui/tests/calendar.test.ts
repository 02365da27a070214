import { beforeEach, describe, expect, it } from 'vitest'

import { override } from '@/api/mock/answer'
import { resetPolicies } from '@/api/mock/policy'
import type { CalendarForm, SchoolForm, TeacherForm } from '@/api/generated'
import { dayOf } from '@/shared/day'
import { readHolidays } from '@/steps/calendar/holidays'

import { asked, click, find, maybe, settle, stage, type } from './stage'

beforeEach(resetPolicies)

function row(code: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(`[data-test="calendar-grid-row"][data-key="${code}"]`)
  if (!found) throw new Error(`no row of ${code}`)
  return found
}

async function press(code: string, test: string): Promise<void> {
  row(code).querySelector<HTMLElement>(`[data-test="${test}"]`)?.click()
  await settle()
}

/** Types a day into a picker, as a person does: it counts when the field is left. */
async function setDay(test: string, day: string): Promise<void> {
  const marked = find(test)
  const field = marked instanceof HTMLInputElement ? marked : marked.querySelector('input')!
  field.focus()
  field.value = day
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await settle()
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true }))
  field.dispatchEvent(new Event('change', { bubbles: true }))
  await settle()
}

describe('the board of what is due', () => {
  it('says how many days are left, in words and not by colour alone', async () => {
    await stage('/calendar')
    expect(row('summary').textContent).toContain('已逾期 3 天')
    expect(row('year-host').textContent).toContain('还剩 7 天')
    expect(row('year-host').textContent).toContain('2026年6月25日')
    expect(row('survey-R905-spring').textContent).toContain('适逢端午节')
    expect(row('commend').textContent).toContain('已改期')
    expect(row('commend').textContent).toContain('原定2026年7月5日')
    expect(find('calendar-counts').textContent).toContain('逾期 3 项')
  })

  it('shows what is open, what is near, or all', async () => {
    await stage('/calendar')
    const n = () => document.querySelectorAll('[data-test="calendar-grid-row"]').length
    const nOpen = n()
    await click('calendar-filter-near')
    expect(n()).toBeLessThan(nOpen)
    await click('calendar-filter-all')
    expect(n()).toBeGreaterThan(nOpen)
    expect(row('roster').textContent).toContain('已完成')
  })

  it('marks one as done, with today proposed', async () => {
    await stage('/calendar')
    await press('year-host', 'calendar-done')
    expect(find('calendar-mark-what').textContent).toContain('学年终结考核')
    await click('calendar-mark-save')
    expect(asked('deadline_mark')[0]?.args.mark).toEqual({ code: 'year-host', moved_on: null, done_on: '2026-06-18' })
    await click('calendar-filter-all')
    expect(row('year-host').textContent).toContain('已完成')
    await press('year-host', 'calendar-change')
    await click('calendar-reopen')
    expect(asked('deadline_mark')[1]?.args.mark).toEqual({ code: 'year-host', moved_on: null, done_on: null })
    expect(row('year-host').textContent).toContain('还剩 7 天')
  })

  it('keeps the day it was moved to when it is marked as done', async () => {
    await stage('/calendar')
    await press('commend', 'calendar-done')
    await click('calendar-mark-save')
    expect(asked('deadline_mark')[0]?.args.mark).toEqual({ code: 'commend', moved_on: '2026-07-03', done_on: '2026-06-18' })
  })

  it('moves one and puts it back', async () => {
    await stage('/calendar')
    await press('year-host', 'calendar-move')
    await setDay('calendar-mark-day', '2026年6月28日')
    await click('calendar-mark-save')
    expect(asked('deadline_mark')[0]?.args.mark).toEqual({ code: 'year-host', moved_on: '2026-06-28', done_on: null })
    expect(row('year-host').textContent).toContain('原定2026年6月25日')
    await press('year-host', 'calendar-move')
    await click('calendar-restore')
    expect(asked('deadline_mark')[1]?.args.mark).toEqual({ code: 'year-host', moved_on: null, done_on: null })
  })

  it('keeps the dialog open with the reason when a mark is refused', async () => {
    await stage('/calendar')
    override('deadline_mark', () => {
      throw { code: 'CALENDAR-DEADLINE', message: '', refusals: [{ code: 'CALENDAR-DEADLINE', place: 'year-host', message: '完成日期不在本轮工作的时间之内' }] }
    })
    await press('year-host', 'calendar-done')
    await click('calendar-mark-save')
    expect(find('calendar-mark-dialog').textContent).toContain('不在本轮工作的时间之内')
  })

  it('leads to the screen where a thing is done', async () => {
    await stage('/calendar')
    expect(row('year-host').querySelector('[data-test="calendar-go"]')).not.toBeNull()
    expect(row('commend').querySelector('[data-test="calendar-go"]')).toBeNull()
  })
})

describe('the teaching weeks', () => {
  it('say that they are only proposed until the school has set them', async () => {
    await stage('/calendar')
    await click('calendar-tab-weeks')
    expect(find('calendar-proposed').textContent).toContain('程序推算')
    expect(find('calendar-weeks-autumn').textContent).toContain('9月1日—9月7日')
    expect(find('calendar-weeks-autumn').textContent).toContain('国庆节')
    await click('calendar-edit')
    type('calendar-spring-weeks', '19')
    await click('calendar-plan-save')
    const form = asked('calendar_save')[0]?.args.form as CalendarForm
    expect(form.spring).toEqual({ first_monday: '2026-02-23', n_weeks: 19 })
    expect(maybe('calendar-proposed')).toBeNull()
  })

  it('keep what was typed when it is refused, beside the field', async () => {
    await stage('/calendar')
    await click('calendar-edit')
    type('calendar-autumn-weeks', '30')
    await click('calendar-plan-save')
    expect(find<HTMLInputElement>('calendar-autumn-weeks').value).toBe('30')
    expect(find('calendar-plan-dialog').querySelector('.field.has-fault')?.textContent).toContain('1到26')
  })

  it('take holidays pasted from a spreadsheet and leave what cannot be read in the box', async () => {
    await stage('/calendar')
    await click('calendar-edit')
    type('calendar-paste', '名称\t起\t止\n清明节\t2026/4/4\t2026年4月6日\n元旦\t2026-01-01\t2026-01-03\n校庆\t四月底\t\n运动会\t2026.4.17')
    await settle()
    await click('calendar-paste-read')
    expect(find<HTMLTextAreaElement>('calendar-paste').value).toBe('校庆\t四月底\t')
    expect(find('calendar-paste-said').textContent).toContain('读入 2 个')
    expect(find('calendar-paste-said').textContent).toContain('有 1 行没有读出')
    // What still waits in the box would be lost: it is not saved over.
    await click('calendar-plan-save')
    expect(asked('calendar_save')).toHaveLength(0)
    type('calendar-paste', '')
    await click('calendar-plan-save')
    const { holidays } = asked('calendar_save')[0]?.args.form as CalendarForm
    expect(holidays.slice(-2)).toEqual([
      { name: '清明节', from: '2026-04-04', to: '2026-04-06' },
      { name: '运动会', from: '2026-04-17', to: '2026-04-17' },
    ])
  })

  it('keep a day that is none in its field and say how to write it', async () => {
    await stage('/calendar')
    await click('calendar-edit')
    const field = type('calendar-holiday-from-1', '十月一日')
    field.dispatchEvent(new Event('blur'))
    await click('calendar-plan-save')
    expect(asked('calendar_save')).toHaveLength(0)
    expect(find<HTMLInputElement>('calendar-holiday-from-1').value).toBe('十月一日')
    type('calendar-holiday-from-1', '2025/9/30').dispatchEvent(new Event('blur'))
    await settle()
    expect(find<HTMLInputElement>('calendar-holiday-from-1').value).toBe('2025年9月30日')
    await click('calendar-plan-save')
    const { holidays } = asked('calendar_save')[0]?.args.form as CalendarForm
    expect(holidays[0]).toEqual({ name: '国庆节、中秋节', from: '2025-09-30', to: '2025-10-08' })
  })

  it('read days in the ways offices write them, and no day that is none', () => {
    for (const text of ['2026-10-01', '2026/10/1', '2026年10月1日', '2026.10.1']) expect(dayOf(text)).toBe('2026-10-01')
    expect(dayOf('2026-02-30')).toBeNull()
    expect(dayOf('10月1日')).toBeNull()
    expect(readHolidays('国庆节 2026-10-01 2026-10-07').holidays).toHaveLength(1)
    expect(readHolidays('校庆\t四月底').left).toEqual(['校庆\t四月底'])
    expect(readHolidays('假期名称\t第一天\t最后一天').left).toEqual([])
  })
})

describe('what recurs', () => {
  it('stands under how often it comes', async () => {
    await stage('/calendar')
    await click('calendar-tab-recurring')
    expect(find('calendar-recurring').textContent).toContain('每周（2）')
    expect(find('calendar-recurring').textContent).toContain('星期一下午')
  })
})

describe('a teacher’s standing and career', () => {
  async function open(id: string): Promise<void> {
    await stage('/teacher')
    document.querySelector<HTMLElement>(`[data-test="teacher-grid-row"][data-key="${id}"]`)?.click()
    await settle()
  }

  it('are sent as rows', async () => {
    await open('T1')
    await click('teacher-tab-career')
    await click('teacher-career-add')
    type('teacher-career-school-2', '云溪县白鹭湾希望小学')
    type('teacher-career-from-2', '2020年9月1日')
    await click('teacher-career-rural-2')
    await click('teacher-tab-standing')
    type('teacher-weekly-lessons', '16')
    await click('teacher-save')
    const form = asked('teacher_save')[0]?.args.form as TeacherForm
    expect(form.weekly_lessons).toBe(16)
    expect([form.home_school_id, form.cadre, form.is_full_time]).toEqual([null, null, true])
    expect(form.career).toEqual([
      { school: '云溪县石门岭九年一贯制学校', kind: 'support', from: '2015-09-01', to: '2016-08-31', is_rural: true },
      { school: '云溪县白鹭湾希望小学', kind: 'teaching', from: '2020-09-01', to: null, is_rural: true },
    ])
  })

  it('show a refusal on its own tab and row, with what was typed', async () => {
    await open('T2')
    override('teacher_save', () => {
      throw { code: 'TEACHER-CAREER', message: '', refusals: [{ code: 'TEACHER-CAREER', place: 'career.0.from', message: '请填写日期' }] }
    })
    await click('teacher-tab-career')
    await click('teacher-career-add')
    type('teacher-career-school-1', '远山小学')
    await click('teacher-tab-basic')
    await click('teacher-save')
    expect(find('teacher-career-fault-1').textContent).toContain('请填写日期')
    expect(find<HTMLInputElement>('teacher-career-school-1').value).toBe('远山小学')
    expect(document.querySelector('#tab-career')?.getAttribute('aria-selected')).toBe('true')
  })

  it('do not save an empty form over a teacher who could not be read', async () => {
    await stage('/teacher')
    override('teacher_get', () => {
      throw { code: 'STORE', message: '读不出来', refusals: [] }
    })
    document.querySelector<HTMLElement>('[data-test="teacher-grid-row"]')?.click()
    await settle()
    type('teacher-name', '某某')
    await click('teacher-save')
    expect(asked('teacher_save')).toHaveLength(0)
  })
})

describe('a school’s profile', () => {
  it('says how many it is over or under its establishment, and is sent as numbers', async () => {
    await stage('/school')
    document.querySelector<HTMLElement>('[data-test="school-grid-row"][data-key="S2"]')?.click()
    await settle()
    expect(find('school-dialog').textContent).toContain('缺编 3 人')
    type('school-on-establishment', '22')
    await settle()
    expect(find('school-dialog').textContent).toContain('超编 1 人')
    await click('school-save')
    const { profile } = asked('school_save')[0]?.args.school as SchoolForm
    expect(profile).toMatchObject({ area: 'rural', quality: 'weak', establishment: 21, on_establishment: 22, full_load_lessons: null })
  })

  it('leaves a wrong number on the page', async () => {
    await stage('/school')
    document.querySelector<HTMLElement>('[data-test="school-grid-row"][data-key="S2"]')?.click()
    await settle()
    type('school-full-load-lessons', '一四')
    await click('school-save')
    expect(asked('school_save')).toHaveLength(0)
    expect(find<HTMLInputElement>('school-full-load-lessons').value).toBe('一四')
  })
})
