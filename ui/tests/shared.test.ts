import { describe, expect, it, vi } from 'vitest'

import { asFailure } from '@/api/call'
import { useAutosave } from '@/shared/autosave'
import { dayText, schoolYearOf } from '@/shared/day'
import { matches } from '@/shared/grid'
import { isComposing } from '@/shared/keys'
import { hundredths, pointsFault, pointsText } from '@/shared/points'
import { tabOf } from '@/steps/appraisal/missing'
import { placeInLine, placeOf } from '@/steps/home/places'

describe('points', () => {
  it('are counted in hundredths, exactly', () => {
    expect(hundredths('8.25')).toBe(825)
    expect(hundredths('8.')).toBe(800)
    expect(hundredths('8.255')).toBeNull()
    expect(hundredths('')).toBeNull()
    expect(pointsText(825)).toBe('8.25')
    expect(pointsText(800)).toBe('8')
    expect(pointsText(10 + 20)).toBe('0.3')
  })

  it('know a wrong number from one out of range', () => {
    expect(pointsFault('八', '10')).toBe('number')
    expect(pointsFault('10.01', '10')).toBe('range')
    expect(pointsFault('-1', '10')).toBe('number')
    expect(pointsFault('', '10')).toBeNull()
    expect(pointsFault(null, '10')).toBeNull()
  })
})

describe('days', () => {
  it('are written as people write them', () => {
    expect(dayText('2026-06-30')).toBe('2026年6月30日')
    expect(dayText('1988-06')).toBe('1988年6月')
    expect(dayText(null)).toBe('—')
  })

  it('belong to the school year that begins in September', () => {
    expect(schoolYearOf(new Date(2026, 7, 31))).toBe('2025-2026')
    expect(schoolYearOf(new Date(2026, 8, 1))).toBe('2026-2027')
  })
})

describe('searching', () => {
  it('takes every word anywhere, in any case', () => {
    expect(matches('ZS 小学', ['张三', 'zs', '青枫小学'])).toBe(true)
    expect(matches('zs 中学', ['张三', 'zs', '青枫小学'])).toBe(false)
    expect(matches('', [])).toBe(true)
  })
})

describe('keys', () => {
  it('belong to the input method while it composes, also in old engines', () => {
    expect(isComposing(new KeyboardEvent('keydown', { isComposing: true }))).toBe(true)
    expect(isComposing({ isComposing: false, keyCode: 229 } as KeyboardEvent)).toBe(true)
    expect(isComposing(new KeyboardEvent('keydown', { key: 'a' }))).toBe(false)
  })
})

describe('autosave', () => {
  it('saves once for many keys and again for a key that came during a save', async () => {
    vi.useFakeTimers()
    let finish: (() => void) | undefined
    const save = vi.fn(() => new Promise<number>((done) => (finish = () => done(1))))
    const autosave = useAutosave(save, () => undefined, 100)
    autosave.touch()
    autosave.touch()
    await vi.advanceTimersByTimeAsync(100)
    expect(save).toHaveBeenCalledTimes(1)
    autosave.touch()
    await vi.advanceTimersByTimeAsync(100)
    expect(save).toHaveBeenCalledTimes(1)
    finish?.()
    await vi.advanceTimersByTimeAsync(0)
    expect(save).toHaveBeenCalledTimes(2)
    vi.useRealTimers()
  })

  it('saves at once what still waits when a screen is left', async () => {
    const save = vi.fn(async () => 1)
    const autosave = useAutosave(save, () => undefined, 10_000)
    autosave.touch()
    await autosave.flush()
    expect(save).toHaveBeenCalledTimes(1)
  })
})

describe('a failure', () => {
  it('is made of whatever was thrown', () => {
    expect(asFailure('kaputt').code).toBe('PAGE-CALL')
    expect(asFailure(new Error('x')).message).toContain('x')
    const own = { code: 'A', message: 'b', refusals: [] }
    expect(asFailure(own)).toBe(own)
  })
})

describe('places', () => {
  it('lead from a todo to its filtered list', () => {
    expect(placeOf('appraisal', 'A1')).toEqual({ name: 'appraisal', params: { id: 'A1' } })
    expect(placeOf('report', 'A1')).toEqual({ name: 'report', query: { focus: 'A1' } })
    const line = ['teacher', 'report', 'report', 'report'].map((step) => ({ step }))
    expect(placeInLine(line, 2)).toEqual({ name: 'report', query: { only: 'unprinted' } })
    expect(placeOf('unknown')).toEqual({ name: 'home' })
  })

  it('lead from what is missing to its tab', () => {
    expect(tabOf('host.H4.6')).toBe('scores')
    expect(tabOf('stages.autumn')).toBe('sources')
    expect(tabOf('host.strengths')).toBe('comments')
    expect(tabOf('sending.opinion')).toBe('sending')
    expect(tabOf('goals.2')).toBe('facts')
  })
})
