import { describe, expect, it } from 'vitest'

import type { AssignmentPage, PaperRow } from '@/api/generated'
import { override } from '@/api/mock/answer'
import { postingAnswers } from '@/api/mock/posting'

import { asked, click, find, maybe, PRACTICE, settle, stage, type } from './stage'

const all = (mark: string) => [...document.querySelectorAll<HTMLElement>(`[data-test="${mark}"]`)]
const row = (form: string) => find(`paper-${form}`)

async function sign(side: string, passphrase: string): Promise<void> {
  await click(`paper-sign-${side}`)
  type('paper-sign-passphrase', passphrase)
  await click('paper-sign-tick')
  await click('paper-sign-confirm')
}

describe('the papers of a posting', () => {
  it('offer the host school first and the sending school only after it', async () => {
    await stage('/assignment/posting/A1')
    await click('posting-part-paper')
    expect(all('paper-make')).toHaveLength(2)
    expect(maybe('paper-print')).toBeNull()
    await click('paper-make')
    expect(asked('paper_make')[0]?.args).toEqual({ form: 'F-04', subjects: ['posting:A1'] })
    expect(maybe('paper-sign-sending')).toBeNull()
    await sign('host', '口令')
    expect(asked('paper_sign')[0]?.args).toEqual({ report_ids: ['R-F-04-posting:A1'], side: 'host', passphrase: '口令' })
    expect(row('F-04').textContent).toContain('受援学校已签章')
    expect(maybe('paper-sign-host')).toBeNull()
    await sign('sending', '口令')
    expect(row('F-04').textContent).toContain('双方已签章')
    expect(maybe('paper-sign-sending')).toBeNull()
  })

  it('are not signed with a wrong passphrase, and the dialog stays', async () => {
    await stage('/assignment/posting/A1')
    await click('posting-part-paper')
    await click('paper-make')
    await sign('host', '错')
    expect(find('paper-sign-dialog').textContent).toContain('口令不对，打不开受援学校的签章密钥')
    expect(row('F-04').textContent).toContain('已生成')
  })

  it('show what was issued in other years; the annual form is signed elsewhere', async () => {
    const annual: PaperRow = { form: 'F-01', form_word: '交流教师年度（学年）考核表（双校）', subject: 'posting:A1', about: '陈望舒', report_id: 'R1', number: 'ZR-2024-0003', revision: 1, issued_on: '2025-06-20', signed_by: 'host', next_side: 'sending', next_school: '青禾小学', since: '出具以后台账有变动', n_printed: 0, has_twin: false }
    await stage('/assignment/posting/A1', PRACTICE, () =>
      override('assignment_page', ({ id }) => ({ ...(structuredClone(postingAnswers.assignment_page!({ id })) as AssignmentPage), papers: [annual] })),
    )
    await click('posting-part-paper')
    expect(row('F-01').textContent).toContain('ZR-2024-0003')
    expect(row('F-01').textContent).toContain('⚠ 出具以后台账有变动')
    expect(row('F-01').textContent).toContain('签章请到“报告与签章”')
    expect(row('F-01').querySelector('[data-test="paper-make"], [data-test="paper-sign-sending"]')).toBeNull()
    expect(row('F-01').querySelector('[data-test="paper-save"]')).not.toBeNull()
  })
})

describe('the papers of all postings', () => {
  it('are signed together by the side whose turn it is, and what failed is named', async () => {
    await stage('/assignment/list')
    await click('assignment-papers')
    await click('papers-all')
    expect(maybe('papers-sign-host')).toBeNull()
    await click('papers-make')
    const ids = asked('paper_make').flatMap(({ args }) => (args.subjects as string[]).map((subject) => `R-${String(args.form)}-${subject}`))
    expect(ids.length).toBeGreaterThan(2)
    expect(find('papers-sign-host').textContent).toContain(`（${ids.length}份）`)
    expect(maybe('papers-sign-sending')).toBeNull()
    await click('papers-sign-host')
    for (const each of all('paper-about')) expect(find('paper-sign-dialog').textContent).toContain(each.textContent)
    expect(find('paper-sign-dialog').textContent).toContain('云溪县白鹭湾希望小学')
    expect(find('paper-sign-schools').textContent).toContain('只签口令相符的学校')
    type('paper-sign-passphrase', '口令')
    await click('paper-sign-tick')
    override('paper_sign', () => ({ signed: ['陈望舒'], failed: [{ teacher: '顾南星', message: '口令不对，打不开远山小学的签章密钥', refusals: [] }] }))
    await click('paper-sign-confirm')
    expect(asked('paper_sign')[0]?.args).toEqual({ report_ids: ids, side: 'host', passphrase: '口令' })
    expect(find('paper-failed').textContent).toContain('没有签章的：')
    expect(find('paper-failed').textContent).toContain('顾南星：口令不对，打不开远山小学的签章密钥')
  })
})

describe('the papers of the selection', () => {
  it('are made, printed and saved together, and what failed is named with all its reasons', async () => {
    await stage('/selection/candidate')
    await click('candidate-paper')
    expect(all('paper-F-10').length).toBeGreaterThan(1)
    expect(maybe('papers-make')).toBeNull()
    await click('papers-all')
    await click('papers-make')
    expect(asked('paper_make')[0]?.args).toEqual({ form: 'F-10', subjects: ['candidate:C1', 'candidate:C2', 'candidate:C3'] })
    await click('papers-print')
    override('paper_print', () => ({ printed: 2, failed: [{ teacher: '顾南星', message: '打印机缺纸', refusals: [] }] }))
    await click('print-paper-save')
    expect(asked('paper_print')[0]?.args).toMatchObject({ copies: 1, printer: '教务处激光打印机', report_ids: ['R-F-10-candidate:C1', 'R-F-10-candidate:C2', 'R-F-10-candidate:C3'] })
    expect(find('paper-failed').textContent).toContain('没有打印的：')
    expect(find('paper-failed').textContent).toContain('顾南星：打印机缺纸')
  })

  it('say every reason why one could not be made', async () => {
    await stage('/selection/need')
    await click('need-paper')
    override('paper_make', () => ({ made: [], failed: [{ teacher: '云溪县白鹭湾希望小学', message: '', refusals: [{ code: 'A', place: '', message: '没有了解日期' }, { code: 'B', place: '', message: '没有填人数' }] }] }))
    await click('paper-make')
    expect(find('paper-failed').textContent).toContain('云溪县白鹭湾希望小学：没有了解日期；没有填人数')
  })

  it('stand beside the lists of the quota, each with its spreadsheet', async () => {
    await stage('/selection/quota')
    await click('quota-papers')
    for (const form of ['F-11', 'F-11b', 'F-18']) expect(row(form).querySelector('[data-test="paper-twin"]')).not.toBeNull()
    override('paper_twin', () => ({ saved: false }))
    row('F-11').querySelector<HTMLElement>('[data-test="paper-twin"]')?.click()
    await settle()
    expect(document.body.textContent).not.toContain('已另存为Excel')
  })

  it('open the very draft that would be printed', async () => {
    await stage('/selection/need')
    await click('need-paper')
    await click('paper-preview')
    expect(asked('paper_preview')[0]?.args).toEqual({ form: 'F-19', subject: 'school:S2' })
  })
})
