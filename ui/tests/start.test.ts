import { describe, expect, it } from 'vitest'

import { override } from '@/api/mock/answer'
import { strengthOf } from '@/steps/start/passphrase'

import { asked, click, find, maybe, seen, stage, type } from './stage'

describe('the start screen', () => {
  it('makes no ledger until the tick is set and both passphrases agree', async () => {
    await stage('/start', null)
    type('create-school', '云溪县青枫镇中心小学')
    type('create-passphrase', '青枫岭上看晚霞')
    type('create-again', '青枫岭上看朝霞')
    await click('ledger-create')
    expect(find('create-tick-fault').textContent).toContain('打勾')
    expect(document.body.textContent).toContain('两次输入的口令不一样')
    expect(asked('ledger_create')).toHaveLength(0)
    expect(find<HTMLInputElement>('create-school').value).toBe('云溪县青枫镇中心小学')
  })

  it('leads every screen without a ledger back to the start', async () => {
    await stage('/appraisal', null)
    expect(maybe('practice-open')).not.toBeNull()
    expect(maybe('nav-home')).toBeNull()
  })

  it('marks the practice school clearly', async () => {
    await stage('/start', null)
    await click('practice-open')
    expect((await seen('practice-badge')).textContent).toContain('样例学校')
  })

  it('keeps what was typed and says so when the passphrase is wrong', async () => {
    await stage('/start', null, () =>
      override('start_get', () => ({ has_ledger: true, ledger_name: '', version: '0.1.0' })),
    )
    type('open-passphrase', '错')
    await click('ledger-open')
    expect((await seen('refusal')).textContent).toContain('口令不对')
    expect(find<HTMLInputElement>('open-passphrase').value).toBe('错')
  })

  it('counts a sentence as stronger than a few signs', () => {
    expect(strengthOf('abc')).toBe(0)
    expect(strengthOf('11111111')).toBe(1)
    expect(strengthOf('青枫岭上看晚霞十二回')).toBeGreaterThanOrEqual(2)
    expect(strengthOf('correct horse battery 青枫')).toBe(3)
  })
})
