import { describe, expect, it } from 'vitest'

import { override } from '@/api/mock/answer'

import { asked, asking, click, find, maybe, stage, type } from './stage'

describe('the appraisal', () => {
  it('saves what was typed by itself and shows the time', async () => {
    await stage('/appraisal/A4')
    type('score-H1.1', '7.5')
    await asking('appraisal_save_host')
    const sent = asked('appraisal_save_host').at(-1)?.args.sheet as { scores: Record<string, { points: string }> }
    expect(sent.scores['H1.1']?.points).toBe('7.5')
    expect(find('saved-at').textContent).toMatch(/已自动保存 \d\d:\d\d/)
    expect(find('live-host').textContent).toBe('7.5')
  })

  it('reads full-width digits as an input method leaves them', async () => {
    await stage('/appraisal/A4')
    type('score-H1.1', '\uff17\uff0e\uff15')
    await asking('appraisal_save_host')
    const sent = asked('appraisal_save_host').at(-1)?.args.sheet as { scores: Record<string, { points: string }> }
    expect(sent.scores['H1.1']?.points).toBe('7.5')
  })

  it('leaves on the screen what was refused and shows the reason', async () => {
    await stage('/appraisal/A4')
    override('appraisal_save_host', () => {
      const refusal = { code: 'SCORE-EVIDENCE', place: 'host.H1.2', message: '佐证一栏最多60个字' }
      throw { code: 'SCORE-EVIDENCE', message: '', refusals: [refusal] }
    })
    type('score-H1.2', '4')
    type('evidence-H1.2', '很长的佐证')
    await asking('appraisal_save_host')
    expect(find<HTMLInputElement>('score-H1.2').value).toBe('4')
    expect(find<HTMLInputElement>('evidence-H1.2').value).toBe('很长的佐证')
    expect(find('fault-H1.2').textContent).toContain('最多60个字')
    expect(find('refusal').textContent).toContain('最多60个字')
    expect(find('saved-at').textContent).toContain('未能保存')
  })

  it('keeps a wrong score on the screen and saves the rest', async () => {
    await stage('/appraisal/A4')
    type('score-H1.1', '99')
    type('score-H1.2', '3')
    await asking('appraisal_save_host')
    const sent = asked('appraisal_save_host').at(-1)?.args.sheet as { scores: Record<string, { points: string } | undefined> }
    expect(sent.scores['H1.1']).toBeUndefined()
    expect(sent.scores['H1.2']?.points).toBe('3')
    expect(find<HTMLInputElement>('score-H1.1').value).toBe('99')
  })

  it('shows what broke with a code one can copy', async () => {
    await stage('/appraisal/A4')
    override('appraisal_save_host', () => {
      throw { code: 'STORE-DISK', message: '台账文件写不进去', refusals: [] }
    })
    type('score-H1.1', '5')
    await asking('appraisal_save_host')
    expect(find('failure').textContent).toContain('STORE-DISK')
    expect(maybe('failure-copy')).not.toBeNull()
  })

  it('saves the sending part even when the host part is refused', async () => {
    await stage('/appraisal/A4')
    override('appraisal_save_host', () => {
      throw { code: 'X', message: '', refusals: [{ code: 'X', place: 'host.H1.1', message: '不行' }] }
    })
    type('score-H1.1', '5')
    type('sending-S1', '30')
    await asking('appraisal_save_sending')
    expect(asked('appraisal_save_sending')).toHaveLength(1)
  })

  it('lists what is missing', async () => {
    await stage('/appraisal/A5')
    await click('missing-open')
    expect(find('missing-item').textContent).toContain('H1.1')
  })

  it('locks the host part once the host school has signed', async () => {
    await stage('/appraisal/A2')
    expect(find<HTMLInputElement>('score-H1.1').readOnly).toBe(true)
    expect(find('appraisal-locked').textContent).toContain('受援学校已签章')
  })
})
