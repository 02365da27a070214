// Where on the screen a place of the appraisal is.

const SENDING = ['sending.opinion', 'sending.principal', 'sending.grade', 'sending.grade_reason']
const SOURCES = ['sources', 'stages', 'host.missing_stage_reason']
const FACTS = ['goals', 'attendance', 'duties', 'host.self_report', 'host.self_report_on', 'host.attendance']

/** The tab that holds a place like `host.H1.1` or `stages.autumn`. */
export function tabOf(place: string): string {
  const isIn = (list: string[]) => list.some((each) => place === each || place.startsWith(`${each}.`))
  if (/^(host\.H|sending\.S)\d/.test(place)) return 'scores'
  if (isIn(SENDING) || place === 'sending') return 'sending'
  if (isIn(SOURCES)) return 'sources'
  if (isIn(FACTS)) return 'facts'
  if (place.startsWith('host.') || place.startsWith('vetoes')) return 'comments'
  return 'scores'
}
