// Runs one act of the user: busy while it lasts, a failure stays visible beside the button.
import { ref } from 'vue'

import { asFailure } from '@/api/call'
import type { Failure, Refusal } from '@/api/generated'
import { words } from '@/words'

export function useAct() {
  const isBusy = ref(false)
  const failure = ref<Failure | null>(null)

  /** Answers undefined when it failed; the failure is then shown. */
  async function run<T>(act: () => Promise<T>): Promise<T | undefined> {
    if (isBusy.value) return undefined
    isBusy.value = true
    failure.value = null
    try {
      return await act()
    } catch (reason) {
      failure.value = asFailure(reason)
      return undefined
    } finally {
      isBusy.value = false
    }
  }

  /** Shows refusals found on the page itself, without asking the program. */
  function refuse(refusals: Refusal[]): boolean {
    if (refusals.length === 0) return false
    failure.value = { code: 'PAGE-FORM', message: '', refusals }
    return true
  }

  /** What stands in the way of one field. */
  function at(...places: string[]): string {
    const own = (failure.value?.refusals ?? []).filter((each) => places.includes(each.place))
    return words.common.joined(own.map((each) => each.message))
  }

  return { isBusy, failure, run, refuse, at }
}
