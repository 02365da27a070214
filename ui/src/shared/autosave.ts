// Saves what was typed, a moment after the last key; one save at a time, and never loses a later key.
import { computed, ref } from 'vue'

import { asFailure } from '@/api/call'
import type { Failure } from '@/api/generated'

export type SaveState = 'idle' | 'waiting' | 'saving' | 'saved' | 'failed'

export interface Autosave {
  state: Readonly<ReturnType<typeof ref<SaveState>>>
  failure: ReturnType<typeof ref<Failure | null>>
  isPending: ReturnType<typeof computed<boolean>>
  touch: () => void
  flush: () => Promise<void>
}

/** `save` reads the form when its time has come; a rejection stays visible until the next success. */
export function useAutosave<T>(save: () => Promise<T>, onSaved: (answer: T) => void, delay = 600) {
  const state = ref<SaveState>('idle')
  const failure = ref<Failure | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined
  let isStale = false

  async function run(): Promise<void> {
    do {
      isStale = false
      state.value = 'saving'
      try {
        const answer = await save()
        failure.value = null
        state.value = 'saved'
        onSaved(answer)
      } catch (reason) {
        failure.value = asFailure(reason)
        state.value = 'failed'
      }
    } while (isStale)
    running = undefined
  }

  function start(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    if (running) {
      isStale = true
      return running
    }
    running = run()
    return running
  }

  function touch(): void {
    state.value = 'waiting'
    clearTimeout(timer)
    timer = setTimeout(() => void start(), delay)
  }

  /** Saves now what still waits, for leaving a screen. */
  async function flush(): Promise<void> {
    // What could not be saved is tried once more: a full disk may have been emptied.
    if (timer !== undefined || state.value === 'failed') await start()
    else await running
  }

  const isPending = computed(() => state.value === 'waiting' || state.value === 'saving')
  return { state, failure, isPending, touch, flush }
}
