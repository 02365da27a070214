import axe from 'axe-core'
import { describe, expect, it } from 'vitest'

import { click, find, seen, stage, type } from './stage'

/** What needs real boxes and colours is measured in a real browser, not here. */
const WITHOUT_LAYOUT = { 'color-contrast': { enabled: false }, 'target-size': { enabled: false }, 'scrollable-region-focusable': { enabled: false } }

async function faults(): Promise<string[]> {
  document.documentElement.lang = 'zh-CN'
  document.title = '双评 — 交流教师双校考核'
  const found = await axe.run(document.body, { rules: WITHOUT_LAYOUT, resultTypes: ['violations'] })
  return found.violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.target.join(' ')).join(', ')}`)
}

describe('every screen can be read by a screen reader', () => {
  it.each(['/home', '/school', '/teacher', '/policy', '/policy/P3', '/calendar', '/selection/need', '/selection/exemption', '/selection/eligibility', '/selection/candidate', '/selection/quota', '/assignment/list', '/assignment/timeline', '/assignment/months', '/assignment/benefit', '/assignment/posting/A1', '/assignment/posting/A5', '/appraisal/A3', '/feedback', '/report', '/report?tab=verify', '/settings', '/help'])('%s', async (path) => {
    await stage(path)
    expect(document.body.textContent).toContain('样例学校')
    expect(await faults()).toEqual([])
  })

  it('the start screen', async () => {
    await stage('/start', null)
    expect(await faults()).toEqual([])
  })
})

describe('the frame', () => {
  it('marks the screen one is on', async () => {
    await stage('/teacher')
    expect(find('nav-teacher').getAttribute('aria-current')).toBe('page')
    expect(find('nav-home').getAttribute('aria-current')).toBeNull()
  })

  it('opens the help of a screen on F1 and goes to the search on Ctrl and F', async () => {
    await stage('/teacher')
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'f', ctrlKey: true, cancelable: true }))
    expect((document.activeElement as HTMLElement).dataset.test).toBe('teacher-search')
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'F1', cancelable: true }))
    expect(await seen('help-back')).toBeTruthy()
  })

  it('opens the filtered list of a todo', async () => {
    await stage('/home')
    await click('todo')
    expect((await seen('appraisal-heading')).textContent).toContain('陆怀瑾')
  })
})

describe('feedback', () => {
  it('keeps what was typed when an item is refused', async () => {
    await stage('/feedback')
    await click('feedback-grid-row')
    await click('item-add')
    type('feedback-from', '施晚晴 教务主任')
    await click('feedback-save')
    expect(find<HTMLInputElement>('feedback-from').value).toBe('施晚晴 教务主任')
    expect(find('refusal').textContent).toContain('第1条')
  })
})
