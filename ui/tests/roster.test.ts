import { describe, expect, it } from 'vitest'

import { asked, choose, click, find, maybe, settle, stage } from './stage'

describe('the import wizard', () => {
  it('shows problems by row and column and writes nothing until confirmed', async () => {
    await stage('/teacher')
    await click('roster-open')
    await choose('roster-file', '名册.xlsx')
    const problems = [...document.querySelectorAll('[data-test="roster-problems-row"]')].map((row) => row.textContent)
    expect(problems).toHaveLength(3)
    expect(problems[0]).toContain('身份证号')
    expect(problems[0]).toContain('4')
    expect(find('roster-count-refused').textContent).toBe('2')
    expect(asked('roster_confirm')).toHaveLength(0)
    await click('roster-confirm')
    expect(asked('roster_confirm')).toEqual([{ command: 'roster_confirm', args: { token: 'roster-1' } }])
    expect(find('roster-said').textContent).toContain('新增 2 人')
  })

  it('sends the bytes with the name of the file', async () => {
    await stage('/teacher')
    await click('roster-open')
    await choose('roster-file', '名册 一.xlsx')
    const args = asked('roster_preview')[0]?.args
    expect(args?.bytes).toBeInstanceOf(Uint8Array)
    expect(args?.['x-file-name']).toBe(encodeURIComponent('名册 一.xlsx'))
  })

  it('offers the bad rows as a file', async () => {
    await stage('/teacher')
    await click('roster-open')
    await choose('roster-file', '名册.xlsx')
    await click('roster-save-rejects')
    expect(asked('roster_save_rejects')).toHaveLength(1)
    expect(maybe('roster-confirm')).not.toBeNull()
  })
})

describe('the roster', () => {
  it('finds a teacher by initials, by name and by the last digits', async () => {
    await stage('/teacher')
    const rows = () => [...document.querySelectorAll('[data-test="teacher-grid-row"]')].map((row) => row.textContent ?? '')
    for (const query of ['gnx', '顾南', '1111']) {
      const field = find<HTMLInputElement>('teacher-search')
      field.value = query
      field.dispatchEvent(new Event('input', { bubbles: true }))
      await settle()
      expect(rows()).toHaveLength(1)
      expect(rows()[0]).toContain('顾南星')
    }
  })

  it('keeps the form open with what was typed when the program refuses', async () => {
    await stage('/teacher')
    await click('teacher-add')
    for (const [test, text] of [['teacher-name', '林一禾'], ['teacher-id-number', '123']] as const) {
      const field = find<HTMLInputElement>(test)
      field.value = text
      field.dispatchEvent(new Event('input', { bubbles: true }))
    }
    await click('teacher-save')
    expect(find<HTMLInputElement>('teacher-name').value).toBe('林一禾')
    expect(find<HTMLInputElement>('teacher-id-number').value).toBe('123')
    expect(find('refusal').textContent).toContain('18位')
  })
})
