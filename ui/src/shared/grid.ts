// What a grid shows, and how a list is searched.

export interface GridColumn<Row> {
  key: string
  label: string
  /** A CSS grid track. */
  width?: string
  isNumber?: boolean
  isName?: boolean
  text: (row: Row) => string | null | undefined
}

/** True when each word of the query is in one of the texts; "zs" finds 张三 through its initials. */
export function matches(query: string, texts: (string | null | undefined)[]): boolean {
  const wanted = query.trim().toLowerCase().split(/\s+/).filter(Boolean)
  const all = texts.filter(Boolean).map((text) => String(text).toLowerCase())
  return wanted.every((word) => all.some((text) => text.includes(word)))
}
