// Whom a question goes to: those who have done it, whose languages fit, from many countries, and never the same few. Pure, and
// written down in README.md as people read it; the weights are here alone.

/** One thing that speaks for asking somebody. */
export interface Evidence {
  /** Of the source that handed it over. */
  readonly source: string
  readonly weight: number
  /** Their own doing, and not only their city's. */
  readonly own: boolean
  readonly contributionId: number | undefined
  /** How many of the question's concepts it is about, from more than 0 to 1. */
  readonly share: number
}

export interface Candidate {
  readonly personId: number
  readonly organisationId: number
  readonly country: string
  readonly languages: readonly string[]
  /** How often they were asked in the last thirty days. */
  readonly askedLately: number
  readonly evidence: readonly Evidence[]
}

export interface Asking {
  /** Tells questions apart, so that among equals not the same come first each time. */
  readonly id: number
  readonly lang: string
}

/** At most so many are asked at once; with fewer than `few` the wishes for language and country give way. */
export const most = 6
const few = 3
const perCountry = 2
/** Whoever was asked so often within thirty days is left in peace. */
export const mostLately = 4

export const cityOnly = 0.5
const reads = 2
const perAskedLately = 1.5
const perCompatriot = 1

const worth = ({ weight, own, share }: Evidence): number => weight * (own ? 1 : cityOnly) * (0.5 + share / 2)

/** Of one source the second thing counts half, the third a quarter: ten practices do not know ten times as much. */
function strengthOf(evidence: readonly Evidence[]): number {
  const bySource = Map.groupBy(evidence, ({ source }) => source)
  const sums = [...bySource.values()].map((things) =>
    things
      .map(worth)
      .sort((one, other) => other - one)
      .reduce((sum, value, index) => sum + value / 2 ** index, 0),
  )
  return sums.reduce((sum, value) => sum + value, 0)
}

const understands = (candidate: Candidate, { lang }: Asking): boolean => candidate.languages.includes(lang)

const scoreOf = (candidate: Candidate, asking: Asking): number =>
  strengthOf(candidate.evidence) + (understands(candidate, asking) ? reads : 0) - perAskedLately * candidate.askedLately

/** The same for the same person and question; otherwise as good as drawn (a step of xorshift, Marsaglia 2003). */
function turnOf(personId: number, { id }: Asking): number {
  let bits = (personId * 2_654_435_761 + id * 40_503) >>> 0
  bits ^= bits << 13
  bits ^= bits >>> 17
  bits ^= bits << 5
  return bits >>> 0
}

interface Scored {
  readonly candidate: Candidate
  readonly score: number
  readonly turn: number
}

const fromCountry = (chosen: readonly Candidate[], country: string): number =>
  chosen.filter((one) => one.country === country).length

/** The best of those left that `may` be chosen; every compatriot among the chosen weighs against. */
function best(
  left: readonly Scored[],
  chosen: readonly Candidate[],
  may: (one: Candidate) => boolean,
): Candidate | undefined {
  const value = ({ candidate, score }: Scored): number => score - perCompatriot * fromCountry(chosen, candidate.country)
  return left
    .filter(({ candidate }) => may(candidate) && chosen.every((one) => one.organisationId !== candidate.organisationId))
    .toSorted(
      (one, other) =>
        value(other) - value(one) || one.turn - other.turn || one.candidate.personId - other.candidate.personId,
    )[0]?.candidate
}

/** The best first; one a city. */
export function chooseWhom(asking: Asking, candidates: readonly Candidate[]): Candidate[] {
  const left = candidates
    .filter(({ evidence, askedLately }) => evidence.length > 0 && askedLately < mostLately)
    .map((candidate) => ({ candidate, score: scoreOf(candidate, asking), turn: turnOf(candidate.personId, asking) }))
  const chosen: Candidate[] = []
  const fill = (until: number, may: (one: Candidate) => boolean): void => {
    for (
      let next = best(left, chosen, may);
      next !== undefined && chosen.length < until;
      next = best(left, chosen, may)
    )
      chosen.push(next)
  }
  const spread = ({ country }: Candidate): boolean => fromCountry(chosen, country) < perCountry
  fill(most, (one) => understands(one, asking) && spread(one))
  fill(few, spread)
  fill(few, () => true)
  return chosen
}
