import { beforeEach, describe, expect, it } from 'vitest'

import { override } from '@/api/mock/answer'
import { resetPolicies } from '@/api/mock/policy'
import type { PolicyForm } from '@/api/generated'
import { faultOf, readable } from '@/steps/policy/edits'
import { sourceText } from '@/steps/policy/source'

import { asked, click, find, maybe, seen, settle, stage, type } from './stage'

beforeEach(resetPolicies)

function sent(): PolicyForm {
  return asked('policy_save').at(-1)?.args.form as PolicyForm
}

function rows(test: string): string[] {
  return [...document.querySelectorAll(`[data-test="${test}"]`)].map((row) => row.textContent ?? '')
}

describe('the list of policies', () => {
  it('says of each what it is, where it was read, and what is wrong with it', async () => {
    await stage('/policy')
    const row = document.querySelector('[data-test="policy-grid-row"][data-key="P3"]')?.textContent ?? ''
    expect(row).toContain('县级 交流轮岗调配管理实施办法')
    expect(row).toContain('资料001第489—519行')
    for (const word of ['选派制度', '现用', '节录，条款不全', '空白1项']) expect(row).toContain(word)
  })

  it('finds a policy by its number and shows the school’s own copies alone', async () => {
    await stage('/policy')
    type('policy-search', 'P2b')
    await settle()
    expect(rows('policy-grid-row')).toHaveLength(1)
    type('policy-search', '')
    await click('policy-filter-own')
    expect(rows('policy-grid-row')).toEqual([expect.stringContaining('云溪县青枫镇中心小学交流办法')])
  })
})

describe('an opened policy', () => {
  it('shows each parameter beside its rule and its place, and what is blank', async () => {
    await stage('/policy/P3')
    const age = rows('policy-parameter').find((row) => row.includes('男教师年龄上限'))
    for (const word of ['50周岁', 'R103', '资料001第511行', '制度原文']) expect(age).toContain(word)
    expect(rows('policy-parameter').find((row) => row.includes('审定机构'))).toContain('制度未规定/待填写')
    expect(find('policy-incomplete').textContent).toContain('节录')
    await click('policy-show-blank')
    expect(rows('policy-parameter')).toHaveLength(1)
  })

  it('marks what the school has changed with what the preset says', async () => {
    await stage('/policy/C1')
    await click('policy-show-changed')
    const age = rows('policy-parameter').find((row) => row.includes('男教师年龄上限'))
    for (const word of ['52周岁', '预设为：50周岁', '本校修改']) expect(age).toContain(word)
  })
})

describe('editing', () => {
  it('of a preset makes a copy and sends only what was changed', async () => {
    await stage('/policy/P3')
    await click('policy-copy')
    expect(find<HTMLInputElement>('policy-editor-name').value).toContain('（本校）')
    type('policy-value-age-max-male', '５５')
    type('policy-value-roster-due', '7月20日')
    await click('policy-value-tenure-continuous-no')
    await click('policy-value-stage-scope-senior')
    expect(find('policy-editor-count').textContent).toContain('4 项')
    await click('policy-editor-save')
    const { id, based_on, effective_from, edits } = sent()
    expect([id, based_on, effective_from]).toEqual([null, 'P3', '2025-2026'])
    expect(edits).toEqual([
      { key: 'age_max_male', track: null, value: '55' },
      { key: 'tenure_continuous', track: null, value: 'false' },
      { key: 'stage_scope', track: null, value: 'kindergarten,primary,junior' },
      { key: 'roster_due', track: null, value: '07-20' },
    ])
    expect((await seen('policy-edit')).textContent).toContain('修改')
  })

  it('of a copy sends what it had changed before too, and a cleared one as a blank', async () => {
    await stage('/policy/C1')
    await click('policy-edit')
    await click('policy-restore-age-max-male')
    type('policy-value-age-max-female', '')
    await click('policy-editor-save')
    expect(sent()).toMatchObject({ id: 'C1', based_on: 'P3' })
    expect(sent().edits).toEqual([
      { key: 'age_max_male', track: null, value: '50' },
      { key: 'age_max_female', track: null, value: null },
      { key: 'assessor_body', track: null, value: '县教育局考核组' },
    ])
  })

  it('lets a school set what its preset does not name', async () => {
    await stage('/policy/P3')
    await click('policy-copy')
    type('policy-value-exempt-years-to-retire', '5')
    await click('policy-editor-save')
    expect(sent().edits).toEqual([{ key: 'exempt_years_to_retire', track: null, value: '5' }])
  })

  it('offers what the sources report of an amount, and takes it over only when asked', async () => {
    await stage('/policy/P3')
    await click('policy-copy')
    expect(find<HTMLInputElement>('policy-value-allowance-remote-month').value).toBe('')
    const [old, now] = [...document.querySelectorAll<HTMLElement>('[data-test="policy-reported"]')]
    expect(old!.textContent).toContain('参考：70元/月，某省2008年标准（R802，资料003第211行）')
    now!.querySelector('button')!.click()
    await settle()
    expect(find<HTMLInputElement>('policy-value-allowance-remote-month').value).toBe('210')
    expect(now!.querySelector('button')).toBeNull()
    expect(document.activeElement).toBe(find('policy-value-allowance-remote-month'))
    await click('policy-editor-save')
    expect(sent().edits).toEqual([{ key: 'allowance_remote_month', track: null, value: '210' }])
  })

  it('tells the ways of exchange apart', async () => {
    await stage('/policy/P2b')
    await click('policy-copy')
    type('policy-value-support-age-max-male', '48')
    await click('policy-editor-save')
    expect(sent().edits).toEqual([{ key: 'age_max_male', track: 'support', value: '48' }])
  })

  it('keeps what was typed beside the reason when the program refuses', async () => {
    await stage('/policy/P3')
    await click('policy-copy')
    type('policy-editor-name', '本校办法')
    type('policy-value-age-max-male', '5')
    await click('policy-editor-save')
    expect(find<HTMLInputElement>('policy-value-age-max-male').value).toBe('5')
    expect(find<HTMLInputElement>('policy-editor-name').value).toBe('本校办法')
    expect(find('policy-fault-age-max-male').textContent).toContain('15到80')
    expect(find('refusal').textContent).toContain('15到80')
  })

  it('says on the page what is no number, and asks nothing', async () => {
    await stage('/policy/P3')
    await click('policy-copy')
    type('policy-value-age-max-male', '五十')
    find('policy-value-age-max-male').dispatchEvent(new Event('blur'))
    await settle()
    expect(find('policy-fault-age-max-male').textContent).toContain('整数（周岁）')
    await click('policy-editor-save')
    expect(asked('policy_save')).toHaveLength(0)
    expect(find<HTMLInputElement>('policy-value-age-max-male').value).toBe('五十')
  })

  it('reads days of the year and numbers as people type them', () => {
    expect(readable('month_day', '8月31日')).toBe('08-31')
    expect(readable('month_day', '8/31')).toBe('08-31')
    expect(readable('whole', ' ５０ ')).toBe('50')
    const one = { kind: 'month_day', unit: '' } as Parameters<typeof faultOf>[0]
    expect(faultOf(one, '八月底')).toContain('08-31')
    expect(faultOf(one, '')).toBe('')
    expect(sourceText('003:191,003:269')).toBe('资料003第191行、资料003第269行')
    expect(sourceText('')).toBe('—')
  })
})

describe('putting a policy in force', () => {
  it('asks first and says that what is frozen stays', async () => {
    await stage('/policy/P1')
    await click('policy-adopt')
    const dialog = find('policy-adopt-dialog').textContent ?? ''
    expect(dialog).toContain('2025—2026学年')
    expect(dialog).toContain('已冻结的判定不变')
    expect(asked('policy_adopt')).toHaveLength(0)
    await click('policy-adopt-save')
    expect(asked('policy_adopt')).toEqual([{ command: 'policy_adopt', args: { id: 'P1' } }])
    expect(find('policy-in-force').textContent).toContain('现用')
    expect(maybe('policy-adopt')).toBeNull()
  })

  it('is not offered for what does not choose people', async () => {
    await stage('/policy/P12')
    expect(maybe('policy-adopt')).toBeNull()
  })

  it('shows in the dialog why it was refused', async () => {
    await stage('/policy/P1')
    override('policy_adopt', () => {
      throw { code: 'POLICY-YEAR', message: '', refusals: [{ code: 'POLICY-YEAR', place: 'id', message: '这份制度从2026—2027学年起执行' }] }
    })
    await click('policy-adopt')
    await click('policy-adopt-save')
    expect(find('policy-adopt-dialog').textContent).toContain('2026—2027学年起')
  })
})

describe('comparing', () => {
  it('shows where two policies differ and for whom they come out otherwise', async () => {
    await stage('/policy?compare=&first=P3&second=P1')
    expect(asked('policy_compare')[0]?.args).toEqual({ first: 'P3', second: 'P1' })
    const age = rows('policy-difference').find((row) => row.includes('男教师年龄上限'))
    for (const word of ['50周岁', '55周岁', 'R103', 'R101']) expect(age).toContain(word)
    const person = rows('policy-person').find((row) => row.includes('顾南星'))
    for (const word of ['不列入', '应交流', '不超过55周岁']) expect(person).toContain(word)
    await click('policy-compare-swap')
    expect(asked('policy_compare').at(-1)?.args).toEqual({ first: 'P1', second: 'P3' })
  })

  it('says why nobody was run', async () => {
    await stage('/policy?compare=&first=P3&second=P12')
    expect(find('policy-why-nobody').textContent).toContain('不是选派制度')
  })

  it('starts from the policy one has open, and asks for a second one', async () => {
    await stage('/policy/P3')
    await click('policy-compare')
    expect((await seen('policy-compare-need')).textContent).toContain('两个不同')
    expect(asked('policy_compare')).toHaveLength(0)
  })
})

describe('policies beside the one in force', () => {
  it('switches duties on and off for the year', async () => {
    await stage('/policy/P12')
    expect(maybe('policy-adopt')).toBeNull()
    await click('policy-switch')
    expect(asked('policy_switch').at(-1)?.args).toEqual({ id: 'P12', is_on: true })
    expect(find('policy-beside').textContent).toContain('已启用')
    await click('policy-switch')
    expect(asked('policy_switch').at(-1)?.args).toEqual({ id: 'P12', is_on: false })
    expect(maybe('policy-beside')).toBeNull()
  })

  it('marks what is only recorded, and never offers a selection policy as a thing beside', async () => {
    await stage('/policy/P3')
    expect(maybe('policy-switch')).toBeNull()
    const marked = [...document.querySelectorAll('[data-test="policy-recorded"]')].map((mark) => mark.closest('tr')?.textContent ?? '')
    expect(marked.some((text) => text.includes('一次有效'))).toBe(true)
    expect(marked.some((text) => text.includes('男教师年龄上限'))).toBe(false)
  })
})
