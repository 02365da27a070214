// Where a rule was read, as the office writes it.
import { words } from '@/words'

/** 资料001第489—519行 out of `001:489-519`; several with commas. A dash when it is not from a document. */
export function sourceText(source: string): string {
  const parts = source.split(',').map((part) => part.trim()).filter(Boolean)
  if (parts.length === 0) return words.common.dash
  return words.policy.listed(
    parts.map((part) => {
      const [, file, first, last] = /^(\d+):(\d+)(?:-(\d+))?$/.exec(part) ?? []
      return file && first ? words.policy.sourceLines(file, first, last ?? first) : part
    }),
  )
}
