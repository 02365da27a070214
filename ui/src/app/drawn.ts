// Tells the program once that the first screen is there to be worked on.
import { nextTick } from 'vue'

import { start } from '@/api/start'

let isTold = false

export async function firstScreenDrawn(): Promise<void> {
  if (isTold) return
  isTold = true
  await nextTick()
  // Nobody but a measurement waits for this.
  await start.screenReady().catch(() => undefined)
}
