// A rough word on a passphrase. It advises; the program decides.

export const MIN_LENGTH = 8

/** 0 too short, 1 weak, 2 fair, 3 strong. Length counts most: a sentence beats symbols. */
export function strengthOf(text: string): 0 | 1 | 2 | 3 {
  const length = [...text].length
  if (length < MIN_LENGTH) return 0
  const different = new Set(text).size
  if (different < 5) return 1
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d\u4e00-\u9fff]/, /[\u4e00-\u9fff]/].filter((kind) => kind.test(text)).length
  const weight = length + (kinds - 1) * 3 + (/[\u4e00-\u9fff]/.test(text) ? length / 2 : 0)
  return weight >= 18 ? 3 : weight >= 12 ? 2 : 1
}
