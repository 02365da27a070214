import axe from 'axe-core'
import { describe, expect, it } from 'vitest'

import { click, stage } from './stage'

/** What needs real boxes and colours is measured in a real browser, not here. */
const WITHOUT_LAYOUT = { 'color-contrast': { enabled: false }, 'target-size': { enabled: false }, 'scrollable-region-focusable': { enabled: false } }

describe('what a posting opens can be read by a screen reader', () => {
  it.each<[string, string[]]>([
    ['/assignment/posting/A1', ['posting-part-goal']],
    ['/assignment/posting/A5', ['posting-part-goal', 'goal-add']],
    ['/assignment/posting/A1', ['posting-part-living']],
    ['/assignment/posting/A2', ['posting-part-benefit']],
    ['/assignment/posting/A1', ['posting-part-paper']],
    ['/assignment/posting/A1', ['posting-part-months']],
    ['/assignment/posting/A1', ['posting-step-change_post']],
    ['/assignment/posting/A5', ['posting-step-sign_goals']],
    ['/assignment/benefit', ['benefit-pay']],
    ['/assignment/list', ['assignment-swaps']],
    ['/selection/candidate', ['candidate-paper', 'papers-all']],
  ])('%s %s', async (path, clicks) => {
    await stage(path)
    for (const mark of clicks) await click(mark)
    document.documentElement.lang = 'zh-CN'
    document.title = '双评 — 交流教师双校考核'
    const found = await axe.run(document.body, { rules: WITHOUT_LAYOUT, resultTypes: ['violations'] })
    expect(found.violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([])
  })
})
