// The two sheets as the screen holds them: every row there is to fill, whatever was typed.
import type { DutyCount, HostSheet, Indicator, SendingSheet, Tally } from '@/api/generated'
import { hundredths, pointsFault, pointsText, tidy } from '@/shared/points'
import { words } from '@/words'

const SOURCES = Object.keys(words.codes.source)

/** A copy with a row for each indicator, each source and each duty. */
export function fullHost(sheet: HostSheet, indicators: Indicator[]): HostSheet {
  const copy = structuredClone(sheet)
  copy.scores = withScores(copy.scores, indicators)
  copy.tallies = SOURCES.map(
    (source): Tally => copy.tallies.find((each) => each.source === source) ?? { source, score: null, invited: null, returned: null },
  )
  const others = copy.duties.filter((each) => !words.codes.duties.includes(each.name))
  copy.duties = [
    ...words.codes.duties.map(
      (name): DutyCount => copy.duties.find((each) => each.name === name) ?? { name, done: null, required: null },
    ),
    ...others,
  ]
  return copy
}

export function fullSending(sheet: SendingSheet, indicators: Indicator[]): SendingSheet {
  const copy = structuredClone(sheet)
  copy.scores = withScores(copy.scores, indicators)
  return copy
}

function withScores(scores: HostSheet['scores'], indicators: Indicator[]): HostSheet['scores'] {
  const full = { ...scores }
  for (const { code } of indicators) full[code] ??= { points: null, evidence: '' }
  return full
}

/**
 * What is sent: a score that cannot stand stays on the screen and leaves the last good one in the ledger,
 * so that one slip of the finger does not hold up everything else.
 */
function cleanScores(
  scores: HostSheet['scores'],
  saved: HostSheet['scores'],
  indicators: Indicator[],
): HostSheet['scores'] {
  const clean: HostSheet['scores'] = {}
  for (const [code, score] of Object.entries(scores)) {
    if (!score) continue
    const max = indicators.find((each) => each.code === code)?.max ?? '100'
    const isWrong = pointsFault(score.points, max) !== null
    const points = isWrong ? (saved[code]?.points ?? null) : tidy(score.points ?? '') || null
    if (points !== null || score.evidence !== '') clean[code] = { points, evidence: score.evidence }
  }
  return clean
}

export function cleanHost(sheet: HostSheet, saved: HostSheet, indicators: Indicator[]): HostSheet {
  // Reactive on the screen, plain on the wire.
  const copy = JSON.parse(JSON.stringify(sheet)) as HostSheet
  copy.scores = cleanScores(copy.scores, saved.scores, indicators)
  copy.tallies = copy.tallies.filter((each) => each.score !== null || each.invited !== null || each.returned !== null)
  copy.duties = copy.duties.filter((each) => each.done !== null || each.required !== null)
  copy.goals = copy.goals.filter(
    (each) => each.text.trim() !== '' || each.weight !== null || each.achieved !== null || each.evidence !== '',
  )
  return copy
}

export function cleanSending(sheet: SendingSheet, saved: SendingSheet, indicators: Indicator[]): SendingSheet {
  const copy = JSON.parse(JSON.stringify(sheet)) as SendingSheet
  copy.scores = cleanScores(copy.scores, saved.scores, indicators)
  return copy
}

/** The live sum of what is given; null while nothing is. */
export function liveTotal(scores: HostSheet['scores'], indicators: Indicator[], isExamApplicable: boolean): string | null {
  const given = indicators
    .filter((each) => isExamApplicable || !each.may_not_apply)
    .map((each) => hundredths(scores[each.code]?.points ?? null))
    .filter((value) => value !== null)
  return given.length ? pointsText(given.reduce((sum, value) => sum + value, 0)) : null
}
