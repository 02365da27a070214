// Keys that mean the same on every screen.
import { ElMessage } from 'element-plus'
import { useRouter } from 'vue-router'

import { isComposing, wishFor } from '@/shared/keys'
import { words } from '@/words'

import { useSession } from './session'

/** Starts listening; the answer stops it. */
export function listenToKeys(): () => void {
  const router = useRouter()
  const session = useSession()

  function onKey(event: KeyboardEvent): void {
    if (isComposing(event)) return
    const isControl = event.ctrlKey || event.metaKey
    if (event.key === 'F1') {
      const from = router.currentRoute.value.name
      if (session.isOpen) void router.push({ name: 'help', query: { from: String(from) } })
    } else if (isControl && event.key.toLowerCase() === 'f') {
      if (!wishFor('search')) return
    } else if (isControl && event.key.toLowerCase() === 'p') {
      wishFor('preview')
    } else if (isControl && event.key.toLowerCase() === 's') {
      if (session.savedAt) ElMessage({ message: words.frame.autosavedAt(session.savedAt), type: 'success' })
      else ElMessage({ message: words.common.saved, type: 'info' })
    } else {
      return
    }
    event.preventDefault()
  }

  window.addEventListener('keydown', onKey)
  return () => window.removeEventListener('keydown', onKey)
}
