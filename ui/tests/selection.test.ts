import { describe, expect, it } from 'vitest'

import { override } from '@/api/mock/answer'
import { draft, results } from '@/api/mock/selection-seed'

import { asked, click, find, maybe, PRACTICE, settle, stage, type } from './stage'

const rows = (grid: string) => [...document.querySelectorAll<HTMLElement>(`[data-test="${grid}-row"]`)]
const texts = (grid: string) => rows(grid).map((row) => row.textContent ?? '')

async function open(grid: string, index: number): Promise<void> {
  rows(grid)[index]?.click()
  await settle()
}

async function search(test: string, query: string): Promise<void> {
  type(test, query)
  await settle()
}

describe('the parts of the selection', () => {
  it('begins with what is needed and keeps the part in the address', async () => {
    await stage('/selection')
    expect(window.location.hash).toContain('/selection/need')
    expect(find('selection-part-need').getAttribute('aria-current')).toBe('step')
    await click('selection-part-quota')
    expect(window.location.hash).toContain('/selection/quota')
    expect(find('quota-summary').textContent).toContain('符合条件 4 人')
  })
})

describe('pasting from Excel', () => {
  const head = '学校\t学科\t年级\t人数'
  const good = '云溪县白鹭湾希望小学\t科学\t\t1'
  const bad = '云溪县查无此校\t科学\t\t1'

  it('writes nothing until confirmed and shows the faulty row', async () => {
    await stage('/selection/need')
    await click('need-paste')
    expect(find('paste-columns').textContent).toContain('紧急程度')
    type('paste-text', [head, good, bad].join('\n'))
    await click('paste-preview')
    expect(asked('selection_paste')[0]?.args).toEqual({ kind: 'need', text: [head, good, bad].join('\n') })
    expect(find('paste-count-refused').textContent).toBe('1')
    expect(texts('paste-rows')[1]).toContain('没有找到“云溪县查无此校”')
    expect(asked('selection_paste_confirm')).toHaveLength(0)
    await click('paste-confirm')
    expect(asked('selection_paste_confirm')).toEqual([{ command: 'selection_paste_confirm', args: { token: 'paste-1' } }])
    expect(find('paste-said').textContent).toContain('新增 1 条')
  })

  it('leaves the rows it could not write in the field, under their heading', async () => {
    await stage('/selection/need')
    await click('need-paste')
    type('paste-text', [head, good, bad, ''].join('\r\n'))
    await click('paste-preview')
    await click('paste-confirm')
    expect(find('paste-left').textContent).toContain('第 2 行')
    expect(find<HTMLTextAreaElement>('paste-text').value).toBe([head, bad].join('\n'))
  })

  it('matches rows whose cells go over several lines', async () => {
    await stage('/selection/need')
    await click('need-paste')
    const broken = '云溪县查无此校\t"科\n学 ""双师"""\t五年级'
    override('selection_paste', () => ({
      token: 'p', kind: 'need', columns: ['学校'], accepted: 1, refused: 1,
      rows: [{ row: 1, text: '', action: 'refused', problems: ['没有找到'] }, { row: 2, text: '', action: 'add', problems: [] }],
    }))
    type('paste-text', [broken, good].join('\n'))
    await click('paste-preview')
    await click('paste-confirm')
    expect(find<HTMLTextAreaElement>('paste-text').value).toBe(broken)
  })

  it('keeps what was pasted when the program fails', async () => {
    await stage('/selection/exemption')
    await click('exemption-paste')
    override('selection_paste', () => {
      throw { code: 'LEDGER-BUSY', message: '台账正忙', refusals: [] }
    })
    type('paste-text', good)
    await click('paste-preview')
    expect(find('failure').textContent).toContain('LEDGER-BUSY')
    expect(find<HTMLTextAreaElement>('paste-text').value).toBe(good)
  })
})

describe('pasting exemptions', () => {
  it('shows no kind that has to do with health in the preview', async () => {
    await stage('/selection/exemption')
    await click('exemption-paste')
    type('paste-text', '陈望舒\t孕期\t2026-05-12')
    await click('paste-preview')
    expect(texts('paste-rows')[0]).toContain('陈望舒 暂不列入 2026-05-12')
  })
})

describe('needs', () => {
  it('asks for the school, the subject and a number before anything is sent', async () => {
    await stage('/selection/need')
    await click('need-add')
    type('need-heads', '0')
    await click('need-save')
    expect([...document.querySelectorAll('[data-test="refusal"]')]).toHaveLength(3)
    expect(asked('need_save')).toHaveLength(0)
  })

  it('keeps what was typed when the same need is there already', async () => {
    await stage('/selection/need')
    await open('need-grid', 1)
    type('need-subject', '语文')
    type('need-grade', '五年级')
    await click('need-save')
    expect(find('refusal').textContent).toContain('已经登记过')
    expect((document.activeElement as HTMLElement).dataset.test).toBe('need-subject')
    expect(find<HTMLInputElement>('need-subject').value).toBe('语文')
  })

  it('names the chosen lines before it removes them', async () => {
    await stage('/selection/need')
    rows('need-grid')[0]?.querySelector<HTMLInputElement>('[data-test="need-grid-choose"]')?.click()
    await settle()
    await click('need-remove')
    expect(find('remove-dialog').textContent).toContain('语文 2 人')
    await click('remove-confirm')
    expect(asked('need_remove')).toHaveLength(0)
    await click('remove-tick')
    await click('remove-confirm')
    expect(asked('need_remove')).toEqual([{ command: 'need_remove', args: { ids: ['N1'] } }])
    expect(rows('need-grid')).toHaveLength(3)
  })
})

describe('exemptions', () => {
  it('show no kind that has to do with health in the list', async () => {
    await stage('/selection/exemption')
    const list = find('exemption-grid').textContent ?? ''
    expect(list).not.toMatch(/孕|哺乳|病/)
    expect(list).toContain('暂不列入（已验证明）')
    expect(list).toContain('服务期内')
  })

  it('are found by initials, and say how they stand', async () => {
    await stage('/selection/exemption')
    await search('exemption-search', 'oyty')
    expect(texts('exemption-grid')).toHaveLength(1)
    expect(texts('exemption-grid')[0]).toContain('⚠ 教育局尚未同意')
  })

  it('keep what was typed when half a proof is refused', async () => {
    await stage('/selection/exemption')
    await open('exemption-grid', 2)
    type('exemption-checked-by', '苏庭安')
    await click('exemption-save')
    expect(find('refusal').textContent).toContain('填全')
    expect(find<HTMLInputElement>('exemption-checked-by').value).toBe('苏庭安')
  })

  it('are taken over from the year before without a proof', async () => {
    await stage('/selection/exemption', PRACTICE, () => override('exemption_renew', () => ({ added: 2 })))
    await click('exemption-renew')
    expect(document.body.textContent).toContain('已从上学年带入 2 条')
    expect(asked('exemption_list')).toHaveLength(2)
  })
})

describe('the eligibility list', () => {
  it('filters by outcome and finds by initials', async () => {
    await stage('/selection/eligibility')
    expect(find('eligibility-filter-must').textContent).toContain('应交流 3')
    await click('eligibility-filter-must')
    expect(texts('eligibility-grid')).toHaveLength(3)
    await search('eligibility-search', 'gnx')
    expect(texts('eligibility-grid')).toHaveLength(1)
    expect(texts('eligibility-grid')[0]).toContain('顾南星')
  })

  it('shows the first reason with its rule, but not the rule that tells an exemption', async () => {
    await stage('/selection/eligibility')
    expect(texts('eligibility-grid')[0]).toContain('（R103）')
    expect(texts('eligibility-grid')[2]).toContain('已办理暂不列入')
    expect(texts('eligibility-grid')[2]).not.toContain('R201')
  })

  it('shows every reason of a teacher, and a ruling only where the rules cannot decide', async () => {
    await stage('/selection/eligibility')
    await open('eligibility-grid', 0)
    expect(find('verdict-reasons').textContent).toContain('43周岁')
    expect(find('verdict-reasons').textContent).toContain('R103')
    expect(maybe('ruling-reason')).toBeNull()
  })

  it('sends a ruling with its reason, and takes it back', async () => {
    await stage('/selection/eligibility')
    await open('eligibility-grid', 5)
    await click('ruling-must')
    await click('verdict-save')
    expect(asked('ruling_save')).toHaveLength(0)
    expect(find('refusal').textContent).toContain('判定理由')
    type('ruling-reason', '档案记载2010年9月到校')
    await click('verdict-save')
    expect(asked('ruling_save')[0]?.args).toEqual({ form: { teacher_id: 'T6', result: 'must', reason: '档案记载2010年9月到校' } })
    expect(texts('eligibility-grid')[5]).toContain('经人工判定')
    await open('eligibility-grid', 5)
    expect(find('verdict-reasons').textContent).toContain('档案记载2010年9月到校')
    await click('ruling-withdraw')
    expect(asked('ruling_save')[1]?.args).toEqual({ form: { teacher_id: 'T6', result: '', reason: '' } })
    expect(texts('eligibility-grid')[5]).toContain('须人工判定')
  })

  it('never shows in the list what is private to the principal', async () => {
    const [first, ...others] = results
    const hidden = { rule: '', message: '判定理由：只有校长能看', is_private: true }
    await stage('/selection/eligibility')
    override('eligibility_compute', () => draft([{ ...first!, reasons: [hidden, ...first!.reasons] }, ...others]))
    await click('eligibility-compute')
    expect(texts('eligibility-grid')[0]).toContain('满6年')
    expect(texts('eligibility-grid').join('')).not.toContain('只有校长能看')
    await open('eligibility-grid', 0)
    expect(find('verdict-reasons').textContent).toContain('只有校长能看')
  })

  it('asks before it freezes and names the numbers', async () => {
    await stage('/selection/eligibility')
    await click('eligibility-freeze')
    const asks = find('freeze-dialog').textContent ?? ''
    for (const text of ['共 8 人', '应交流3 人', '须人工判定2 人', '冻结后不能改，只能另做一次']) expect(asks).toContain(text)
    expect(find('freeze-manual').textContent).toContain('还有 2 人')
    await click('freeze-confirm')
    expect(asked('eligibility_freeze')).toHaveLength(0)
    await click('freeze-tick')
    await click('freeze-confirm')
    expect(asked('eligibility_freeze')).toHaveLength(1)
    expect(find('eligibility-state').textContent).toContain('已冻结')
    expect(maybe('eligibility-freeze')).toBeNull()
  })

  it('keeps the frozen run at hand beside a new draft, and says that the ledger has changed', async () => {
    await stage('/selection/eligibility')
    await click('eligibility-freeze')
    await click('freeze-tick')
    await click('freeze-confirm')
    await open('eligibility-grid', 4)
    await click('ruling-not')
    type('ruling-reason', '本学年借调')
    await click('verdict-save')
    expect(find('eligibility-draft').textContent).toContain('还没有冻结')
    expect(find('eligibility-state').textContent).toContain('草稿')
    await click('eligibility-show-frozen')
    expect(find('eligibility-stale').textContent).toContain('台账有变化')
    expect(find('eligibility-state').textContent).toContain('已冻结')
    await click('eligibility-report')
    await click('freeze-tick')
    await click('freeze-confirm')
    expect(asked('eligibility_report')).toHaveLength(1)
    expect(find('eligibility-state').textContent).toContain('已上报')
  })

  it('computes an old run again and says whether it is the same', async () => {
    await stage('/selection/eligibility', PRACTICE, () => override('eligibility_recheck', () => ({ run_id: 'E1', is_same: false, n_teachers: 8, unlike: ['沈㛃'] })))
    await click('eligibility-freeze')
    await click('freeze-tick')
    await click('freeze-confirm')
    await click('eligibility-runs')
    expect(find('run-row').textContent).toContain('2026年6月1日 09:30')
    await click('run-recheck')
    expect(asked('eligibility_recheck')[0]?.args).toEqual({ run_id: 'E1' })
    expect(find('run-rechecked').textContent).toContain('不一致：沈㛃')
  })
})

describe('candidates', () => {
  it('keep what was typed when they are refused', async () => {
    await stage('/selection/candidate')
    await open('candidate-grid', 1)
    type('candidate-opinion', '业务扎实，同意推荐')
    type('candidate-document', '云教〔2026〕9号')
    await click('candidate-save')
    expect(find('refusal').textContent).toContain('有文号的请填写日期')
    expect(find<HTMLTextAreaElement>('candidate-opinion').value).toBe('业务扎实，同意推荐')
    expect(find<HTMLInputElement>('candidate-document').value).toBe('云教〔2026〕9号')
    expect(find('candidate-dialog').querySelector('.has-fault')?.textContent).toContain('审批日期')
  })

  it('are sent with their wishes in order and without the facts of a hard move', async () => {
    await stage('/selection/candidate')
    await open('candidate-grid', 0)
    expect(maybe('candidate-facts')).toBeNull()
    expect(find('candidate-dialog').textContent).toContain('由县教育局审批')
    await click('candidate-accepts-unset')
    await click('candidate-save')
    const form = asked('candidate_save')[0]?.args.form
    expect(form).toMatchObject({ id: 'C1', wishes: ['S2', 'S3'], conditions: ['devotion', 'health', 'ability'], host_accepts: null, facts: '', batch: 1 })
  })

  it('are filled up by everybody who must go', async () => {
    await stage('/selection/candidate')
    await click('candidate-propose')
    expect(document.body.textContent).toContain('已按“组织选派”补入 1 人')
    expect(rows('candidate-grid')).toHaveLength(4)
  })

  it('stand in their order with what it rests on', async () => {
    await stage('/selection/candidate')
    expect(texts('candidate-grid')[0]).toContain('从未有农村工作经历')
    expect(texts('candidate-grid')[0]).toContain('云溪县白鹭湾希望小学、云溪县石门岭九年一贯制学校')
    expect(texts('candidate-grid')[0]).toContain('◑ 已推荐')
  })
})

describe('quotas and lists', () => {
  it('say of each quota whether it is met, in words', async () => {
    await stage('/selection/quota')
    const lines = texts('quota')
    expect(lines[0]).toContain('✓ 达到')
    expect(lines[2]).toContain('✕ 未达到')
    expect(lines[2]).toContain('不超过 1 人')
    expect(lines[3]).toContain('未核对')
    expect(lines[5]).toContain('⚠ 仅提醒')
    expect(find('quota-frozen').textContent).toContain('还没有冻结')
    expect(find('dispatch-doubt').textContent).toContain('现无课时任务')
  })

  it('are saved as lists for the bureau', async () => {
    await stage('/selection/quota')
    await click('quota-save-lists')
    expect(asked('selection_save_lists')).toHaveLength(1)
    expect(document.body.textContent).toContain('名单已保存')
  })

  it('claim nothing when the user chose no place to save them', async () => {
    await stage('/selection/quota', PRACTICE, () => override('selection_save_lists', () => ({ saved: false })))
    await click('quota-save-lists')
    expect(asked('selection_save_lists')).toHaveLength(1)
    expect(document.body.textContent).not.toContain('名单已保存')
  })
})
