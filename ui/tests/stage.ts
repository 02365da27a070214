// Puts a screen on the stage: the real router and store, the invented data.
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { vi } from 'vitest'

import { calls, reset } from '@/api/mock/answer'
import App from '@/app/App.vue'
import { makeRouter } from '@/app/router'

export const PRACTICE = { school_id: 'S1', school_name: '云溪县青枫镇中心小学', year: '2025-2026', is_practice: true }

/** Opens a path with the practice school (or with no ledger); `prepare` may change what is answered. */
export async function stage(
  path: string,
  session: typeof PRACTICE | null = PRACTICE,
  prepare: () => void = () => undefined,
): Promise<VueWrapper> {
  reset(session)
  prepare()
  window.location.hash = ''
  const pinia = createPinia()
  setActivePinia(pinia)
  const router = makeRouter()
  await router.push(path)
  const app = mount(App, { global: { plugins: [pinia, router] }, attachTo: document.body })
  await router.isReady()
  await settle()
  return app
}

/** Lets what is under way take its turns: each turn runs every promise and every drawing that is due. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await flushPromises()
}

/** The one element with this data-test, wherever a dialog has put it. */
export function find<T extends HTMLElement = HTMLElement>(test: string): T {
  const found = maybe<T>(test)
  if (!found) throw new Error(`nothing is marked ${test}`)
  return found
}

/** The same, once it is there: another screen is read from disk first. */
export function seen<T extends HTMLElement = HTMLElement>(test: string): Promise<T> {
  return vi.waitFor(() => find<T>(test), { timeout: 10_000 })
}

export function maybe<T extends HTMLElement = HTMLElement>(test: string): T | null {
  return document.body.querySelector<T>(`[data-test="${test}"]`)
}

export async function click(test: string): Promise<void> {
  find(test).click()
  await settle()
}

export function type(test: string, text: string): HTMLInputElement {
  const field = find<HTMLInputElement>(test)
  field.value = text
  field.dispatchEvent(new Event('input', { bubbles: true }))
  return field
}

/** A file in a file field, as if the user had chosen it. */
export async function choose(test: string, name: string): Promise<void> {
  const field = find<HTMLInputElement>(test)
  Object.defineProperty(field, 'files', { configurable: true, value: [new File(['x'], name)] })
  field.dispatchEvent(new Event('change', { bubbles: true }))
  await settle()
}

export function asked(command: string) {
  return calls.filter((each) => each.command === command)
}

/** Waits until a command was asked, and its answer shown. */
export async function asking(command: string): Promise<void> {
  await vi.waitFor(
    () => {
      if (asked(command).length === 0) throw new Error(`${command} was not asked`)
    },
    { timeout: 10_000 },
  )
  await settle()
}
