// Whose ledger is open, which year, and when it was last saved.
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'

import type { Session } from '@/api/generated'
import { start } from '@/api/start'
import { timeText } from '@/shared/day'

export const useSession = defineStore('session', () => {
  const session = ref<Session | null>(null)
  const isKnown = ref(false)
  const savedAt = ref('')
  const saving = ref<'idle' | 'saving' | 'failed'>('idle')
  const isOpen = computed(() => session.value !== null)

  /** Asks the program once; a reloaded page finds its ledger still open. */
  async function learn(): Promise<void> {
    if (isKnown.value) return
    session.value = await start.session()
    isKnown.value = true
  }

  function begin(next: Session): void {
    session.value = next
    isKnown.value = true
    savedAt.value = ''
    saving.value = 'idle'
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

  return { session, isKnown, isOpen, savedAt, saving, learn, begin, setYear, end, noteSaved }
})
