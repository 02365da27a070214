// What a list may say of an exemption: of pregnancy, nursing and illness only that a proof was seen (I-9).
import type { ExemptionRow } from '@/api/generated'
import { words } from '@/words'

const SENSITIVE = ['pregnancy', 'nursing', 'illness']

export function isSensitive(kind: string): boolean {
  return SENSITIVE.includes(kind)
}

/** A pasted row as the preview shows it. */
export function textInList(text: string): string {
  return SENSITIVE.reduce((shown, kind) => shown.replaceAll(words.selection.codes.kind[kind] ?? kind, words.selection.exemption.masked), text)
}

/** The kind as a list shows it. Whatever this program does not know is hidden as well. */
export function kindInList(row: ExemptionRow): string {
  const word = words.selection.codes.kind[row.kind]
  if (word && !isSensitive(row.kind)) return word
  return row.seen_on ? words.selection.exemption.maskedSeen : words.selection.exemption.maskedNotSeen
}
