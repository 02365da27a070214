// Whose ledger is open, which year, and when it was last saved.
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'

import type { Failure, Session } from '@/api/generated'
import { start } from '@/api/start'
import { timeText } from '@/shared/day'
import { words } from '@/words'

export const useSession = defineStore('session', () => {
  const session = ref<Session | null>(null)
  const isKnown = ref(false)
  /** The program has answered, or said that it cannot: there is a screen to show. */
  const isAsked = ref(false)
  const savedAt = ref('')
  const saving = ref<'idle' | 'saving' | 'failed'>('idle')
  /** Why the program closed the ledger by itself, if it did. */
  const closedBy = ref<Failure | null>(null)
  const isOpen = computed(() => session.value !== null)

  /** Asks the program once; a reloaded page finds its ledger still open. */
  async function learn(): Promise<void> {
    if (isKnown.value) return
    try {
      session.value = await start.session()
      isKnown.value = true
    } finally {
      isAsked.value = true
    }
  }

  function begin(next: Session): void {
    session.value = next
    isKnown.value = true
    savedAt.value = ''
    saving.value = 'idle'
    closedBy.value = null
  }

  /** The program had to close the ledger; nothing is asked of it any more. */
  function wasClosed(code: string): void {
    session.value = null
    savedAt.value = ''
    closedBy.value = { code, message: words.failure.sessionClosed, refusals: [] }
  }

  async function setYear(year: string): Promise<void> {
    session.value = await start.setYear(year)
  }

  async function end(): Promise<void> {
    await start.closeLedger()
    session.value = null
    savedAt.value = ''
  }

  function noteSaved(moment?: string): void {
    savedAt.value = timeText(moment || new Date().toISOString())
    saving.value = 'idle'
  }

  return { session, closedBy, wasClosed, isKnown, isAsked, isOpen, savedAt, saving, learn, begin, setYear, end, noteSaved }
})
