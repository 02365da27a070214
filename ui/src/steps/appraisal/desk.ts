// One appraisal on the desk: what is typed, what is saved, what was refused.
import { computed, inject, provide, reactive, ref, type InjectionKey } from 'vue'

import { appraisal as api } from '@/api/appraisal'
import { asFailure } from '@/api/call'
import type { Appraisal, Failure, HostSheet, Refusal, SendingSheet } from '@/api/generated'
import type { Side } from '@/api/side'
import { useSession } from '@/app/session'
import { useAutosave } from '@/shared/autosave'
import { words } from '@/words'

import { cleanHost, cleanSending, fullHost, fullSending, liveTotal } from './sheets'

export function useDesk(onSaved: (fresh: Appraisal) => void) {
  const session = useSession()
  const fresh = ref<Appraisal | null>(null)
  const sheets = reactive<{ host: HostSheet | null; sending: SendingSheet | null }>({ host: null, sending: null })
  const dirty = reactive<Record<Side, boolean>>({ host: false, sending: false })
  const loadFailure = ref<Failure | null>(null)

  const autosave = useAutosave(save, (answer) => {
    if (!answer) return
    fresh.value = answer
    session.noteSaved(answer.saved_at)
    onSaved(answer)
  })

  async function load(id: string): Promise<void> {
    try {
      const answer = await api.get(id)
      fresh.value = answer
      sheets.host = fullHost(answer.host, answer.host_indicators)
      sheets.sending = fullSending(answer.sending, answer.sending_indicators)
    } catch (reason) {
      loadFailure.value = asFailure(reason)
    }
  }

  /** Saves each school's part by itself: what one part lacks does not hold up the other. */
  async function save(): Promise<Appraisal | null> {
    const now = fresh.value
    if (!now || !sheets.host || !sheets.sending) return null
    session.saving = 'saving'
    const failures: Failure[] = []
    let answer: Appraisal | null = null
    for (const side of ['host', 'sending'] as Side[]) {
      if (!dirty[side]) continue
      dirty[side] = false
      try {
        answer =
          side === 'host'
            ? await api.saveHost(now.assignment_id, cleanHost(sheets.host, now.host, now.host_indicators))
            : await api.saveSending(now.assignment_id, cleanSending(sheets.sending, now.sending, now.sending_indicators))
      } catch (reason) {
        dirty[side] = true
        failures.push(asFailure(reason))
      }
    }
    if (failures.length > 0) {
      session.saving = 'failed'
      if (answer) fresh.value = answer
      const broken = failures.find((each) => each.refusals.length === 0)
      throw broken ?? { code: failures[0]?.code ?? '', message: '', refusals: failures.flatMap((each) => each.refusals) }
    }
    session.saving = 'idle'
    return answer
  }

  function touch(side: Side): void {
    dirty[side] = true
    autosave.touch()
  }

  const isLocked = computed<Record<Side, boolean>>(() => ({
    host: fresh.value?.state !== 'open',
    sending: fresh.value?.state === 'sending_signed',
  }))

  const refusals = computed<Record<string, string>>(() => {
    const found: Record<string, string> = {}
    for (const each of autosave.failure.value?.refusals ?? []) {
      found[each.place] = words.common.joined([found[each.place] ?? '', each.message])
    }
    // An evidence that is too long for its field on the signed form stands beside its score.
    for (const fit of fresh.value?.fits ?? []) {
      const code = /^S\d+/.exec(fit.label)?.[0]
      if (code && !fit.fits) found[`sending.${code}`] ??= words.appraisal.doesNotFit(fit.lines, fit.max_lines)
    }
    return found
  })

  const totals = computed(() => {
    const now = fresh.value
    if (!now || !sheets.host || !sheets.sending) return { host: null, sending: null }
    return {
      host: liveTotal(sheets.host.scores, now.host_indicators, sheets.host.is_exam_applicable),
      sending: liveTotal(sheets.sending.scores, now.sending_indicators, true),
    }
  })

  /** Everything that still stands in the way, by the signature it is needed for, each once. */
  const missing = computed(() => {
    const now = fresh.value
    if (!now || now.state === 'sending_signed') return []
    const host = now.state === 'open' ? now.host_signing : []
    const seen = new Set(host.map((each) => each.message))
    const sending = [...now.sending_signing, ...now.missing].filter((each) => {
      if (seen.has(each.message) || each.code === 'APPRAISAL-ORDER') return false
      seen.add(each.message)
      return true
    })
    return [
      { side: 'host' as Side, refusals: host as Refusal[] },
      { side: 'sending' as Side, refusals: sending },
    ].filter((part) => part.refusals.length > 0)
  })

  /** How much room a text takes on the form. */
  function fitOf(field: string) {
    return fresh.value?.fits.find((each) => each.field === field || each.field === `sending.${field}`)
  }

  return { fresh, sheets, dirty, autosave, loadFailure, load, touch, isLocked, refusals, totals, missing, fitOf }
}

export type Desk = ReturnType<typeof useDesk>
const DESK: InjectionKey<Desk> = Symbol('desk')

export function layDesk(desk: Desk): void {
  provide(DESK, desk)
}

/** The desk, for the parts of the screen. */
export function atDesk(): Desk {
  const desk = inject(DESK)
  if (!desk) throw new Error('no desk was laid')
  return desk
}
