import { describe, expect, it } from 'vitest'

import { asked, choose, click, find, maybe, settle, stage, type } from './stage'

async function chooseReport(assignment: string): Promise<void> {
  const row = document.querySelector(`[data-test="report-grid-row"][data-key="${assignment}"]`)
  row?.querySelector<HTMLInputElement>('[data-test="report-grid-choose"]')?.click()
  await settle()
}

describe('signing', () => {
  it('names the person and the score, and needs the tick and the passphrase', async () => {
    await stage('/report')
    await chooseReport('A3')
    await click('sign-host')
    const dialog = find('sign-dialog').textContent ?? ''
    expect(dialog).toContain('韩知夏')
    expect(dialog).toContain('受援学校评分 85')
    expect(find('sign-confirm').textContent).toContain('确认签章')
    type('sign-passphrase', '口令口令')
    await click('sign-confirm')
    expect(asked('report_sign')).toHaveLength(0)
    expect(find('sign-tick-fault').textContent).toContain('打勾')
    await click('sign-tick')
    await click('sign-confirm')
    expect(asked('report_sign')[0]?.args).toEqual({ assignment_ids: ['A3'], side: 'host', passphrase: '口令口令' })
    expect(find('batch-result').textContent).toContain('已签章 1 份')
  })

  it('does not sign on Enter in the passphrase', async () => {
    await stage('/report')
    await chooseReport('A3')
    await click('sign-host')
    find('sign-tick').click()
    const field = type('sign-passphrase', '口令')
    const event = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true })
    field.dispatchEvent(event)
    expect(event.defaultPrevented).toBe(true)
    expect(asked('report_sign')).toHaveLength(0)
  })

  it('says what is missing when nothing chosen can be signed', async () => {
    await stage('/report')
    await chooseReport('A4')
    await click('sign-host')
    expect(find('sign-blocked').textContent).toContain('H1.1')
    expect(maybe('sign-confirm')).toBeNull()
  })

  it('does not let the sending school sign before the host school', async () => {
    await stage('/report')
    await chooseReport('A3')
    await click('sign-sending')
    expect(find('sign-blocked').textContent).toContain('不能先签')
  })
})

describe('verifying a PDF', () => {
  it.each([
    ['报告.pdf', 'intact', '完好'],
    ['改过的.pdf', 'changed', '签章后被改动'],
    ['无章.pdf', 'unsigned', '没有电子签章'],
  ])('says of %s in plain words what it is', async (name, status, word) => {
    await stage('/report?tab=verify')
    await choose('verify-file', name)
    expect(find('verify-result').dataset.status).toBe(status)
    expect(find('verify-result').textContent).toContain(word)
  })

  it('does not call a whole file good news when a newer paper holds', async () => {
    await stage('/report?tab=verify')
    await choose('verify-file', '旧的证明.pdf')
    expect(find('verify-result').classList).toContain('is-refusal')
    expect(find('verify-result').textContent).toContain('请以新的为准')
  })
})
