// Leads to the first field that stands in the way: a long form would hide it below its edge.
import { nextTick } from 'vue'

/** `dialog` is the data-test name of the form. A picker is only brought into view: focus would open it. */
export async function toFirstFault(dialog: string): Promise<void> {
  await nextTick()
  const field = document.querySelector(`[data-test="${dialog}"] .field.has-fault`)
  field?.scrollIntoView({ block: 'center' })
  field?.querySelector<HTMLElement>('.plain-input, .plain-area')?.focus({ preventScroll: true })
}
