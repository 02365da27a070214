// What the window program tells the page by itself.
import { isInWindow } from './call'

export interface ProgressEvent {
  done: number
  total: number
  about: string
}

async function hear<T>(event: string, answer: (payload: T) => void): Promise<() => void> {
  if (!isInWindow()) return () => undefined
  const { listen } = await import('@tauri-apps/api/event')
  return listen<T>(event, ({ payload }) => answer(payload))
}

/** How far long work is. Answers the way out. */
export const onProgress = (answer: (progress: ProgressEvent) => void) => hear('progress', answer)

/** The program had to close the records by itself. */
export const onSessionClosed = (answer: (why: { code: string }) => void) => hear('session_closed', answer)
