// Keys, as a person who types Chinese uses them.

/** True while an input method is composing: the key belongs to it, not to us. 229 is what old engines send. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229
}

/**
 * Moves from one field of a chain to the next: Enter and ↓ go down, Shift+Enter and ↑ go up; nothing
 * submits. A chain is every enabled field under `root` with the same `data-chain`. True when it moved or
 * swallowed the key.
 */
export function moveInChain(event: KeyboardEvent, root: HTMLElement): boolean {
  if (isComposing(event) || event.ctrlKey || event.altKey || event.metaKey) return false
  const isDown = (event.key === 'Enter' && !event.shiftKey) || event.key === 'ArrowDown'
  const isUp = (event.key === 'Enter' && event.shiftKey) || event.key === 'ArrowUp'
  if (!isDown && !isUp) return false
  const field = event.target as HTMLElement
  const chain = field.dataset?.chain
  if (!chain) return false
  event.preventDefault()
  event.stopPropagation()
  const fields = [...root.querySelectorAll<HTMLInputElement>(`[data-chain="${chain}"]`)].filter(
    (each) => !each.disabled && !each.readOnly,
  )
  const next = fields[fields.indexOf(field as HTMLInputElement) + (isDown ? 1 : -1)]
  if (next) {
    next.focus()
    next.select?.()
  }
  return true
}

type Wish = 'search' | 'preview'
const listeners = new Map<Wish, (() => void)[]>()

/** Says what a screen does when the user wishes for it; the newest listener answers. Returns the way out. */
export function onWish(wish: Wish, answer: () => void): () => void {
  const list = listeners.get(wish) ?? []
  listeners.set(wish, [...list, answer])
  return () => listeners.set(wish, (listeners.get(wish) ?? []).filter((each) => each !== answer))
}

/** Passes a wish on. False when no screen can fulfil it. */
export function wishFor(wish: Wish): boolean {
  const answer = listeners.get(wish)?.at(-1)
  answer?.()
  return answer !== undefined
}
