import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'

import { hostIndicators, sendingIndicators } from '@/api/mock/people'
import ScoreTable from '@/shared/ScoreTable.vue'

function table(more: Record<string, unknown> = {}) {
  return mount(ScoreTable, {
    attachTo: document.body,
    props: {
      hostIndicators: hostIndicators(true),
      sendingIndicators,
      hostScores: { 'H1.1': { points: '8', evidence: '' }, 'H1.2': { points: '3.5', evidence: '' } },
      sendingScores: {},
      isExamApplicable: true,
      isHostLocked: false,
      isSendingLocked: false,
      refusals: {},
      ...more,
    },
  })
}

function press(element: Element, key: string, more: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })
  element.dispatchEvent(event)
  return event
}

const focused = () => (document.activeElement as HTMLElement).dataset.test

describe('the score table', () => {
  it('goes down on Enter and never submits', () => {
    const form = document.createElement('form')
    let isSubmitted = false
    form.addEventListener('submit', () => (isSubmitted = true))
    document.body.append(form)
    const parts = table()
    form.append(parts.element)
    const first = parts.get('[data-test="score-H1.1"]').element as HTMLInputElement
    first.focus()
    const event = press(first, 'Enter')
    expect(event.defaultPrevented).toBe(true)
    expect(focused()).toBe('score-H1.2')
    expect(isSubmitted).toBe(false)
  })

  it('goes from the last row of the host to the first of the sending school', () => {
    const last = table().get('[data-test="score-H5"]').element as HTMLInputElement
    last.focus()
    press(last, 'ArrowDown')
    expect(focused()).toBe('sending-S1')
  })

  it('goes up on the up arrow and on Shift and Enter', () => {
    const parts = table()
    const field = parts.get('[data-test="score-H2.1"]').element as HTMLInputElement
    field.focus()
    press(field, 'ArrowUp')
    expect(focused()).toBe('score-H1.3')
    press(document.activeElement as Element, 'Enter', { shiftKey: true })
    expect(focused()).toBe('score-H1.2')
  })

  it('ignores keys while an input method is composing', () => {
    const field = table().get('[data-test="evidence-H1.1"]').element as HTMLInputElement
    field.focus()
    const event = press(field, 'Enter', { isComposing: true })
    expect(event.defaultPrevented).toBe(false)
    expect(focused()).toBe('evidence-H1.1')
  })

  it('keeps a score above the maximum on the screen and says what to type', () => {
    const parts = table({ hostScores: { 'H1.1': { points: '9', evidence: '' } } })
    expect((parts.get('[data-test="score-H1.1"]').element as HTMLInputElement).value).toBe('9')
    expect(parts.get('[data-test="fault-H1.1"]').text()).toContain('0 到 8')
  })

  it('adds up what is there and takes nothing for zero', () => {
    expect(table().get('[data-test="total-host"]').text()).toBe('11.5')
    expect(table({ hostScores: {} }).get('[data-test="total-host"]').text()).toBe('—')
  })

  it('shows an indicator that does not apply as such and not as zero', () => {
    const parts = table({ isExamApplicable: false, hostIndicators: hostIndicators(false) })
    expect(parts.find('[data-test="score-H4.6"]').exists()).toBe(false)
    expect(parts.text()).toContain('不适用')
  })

  it('shows a refusal of the program beside its score', () => {
    const parts = table({ refusals: { 'host.H1.2': '这一项须有佐证' } })
    expect(parts.get('[data-test="fault-H1.2"]').text()).toContain('须有佐证')
  })

  it('lets nothing be typed into a part that is signed', () => {
    const parts = table({ isHostLocked: true })
    expect((parts.get('[data-test="score-H1.1"]').element as HTMLInputElement).readOnly).toBe(true)
    expect((parts.get('[data-test="sending-S1"]').element as HTMLInputElement).readOnly).toBe(false)
  })
})
