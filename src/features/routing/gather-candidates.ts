// Who could be asked: the persons of other cities whose audience it is, each with what speaks for asking them.
import { dayOf } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import type { ExperienceSource } from '#platform/experience.ts'
import type { Feature } from '#platform/feature.ts'
import { withBroader, withNarrower } from '#thesaurus/vocabulary.ts'
import { type Away, listAway, standsIn } from '../absences/public.ts'
import { listLanguages } from '../people/public.ts'
import { type Candidate, cityOnly, type Evidence } from './choose-whom.ts'
import { listReaders, type Reader } from './store-readers.ts'

export interface Wanted {
  readonly audienceId: number
  readonly concepts: readonly string[]
  readonly now: Date
  /** Cities and persons that are not asked. */
  readonly without: { readonly organisations: ReadonlySet<number>; readonly persons: ReadonlySet<number> }
}

interface Known {
  readonly source: ExperienceSource
  readonly organisationId: number
  readonly personId: number | undefined
  readonly contribution: { readonly id: number; readonly audienceId: number } | undefined
  readonly share: number
}

/** Somebody who shared something on nightlife may know about bars; less surely than who shared something on bars. */
const broaderCounts = 0.5

/** How much of the question this is about: each of its concepts stands for itself and all that is narrower, and half for what is broader. */
function shareIn(concepts: readonly string[]): {
  readonly wanted: string[]
  readonly of: (about: readonly string[]) => number
} {
  const groups = concepts.map((slug) => ({ full: new Set(withNarrower(slug)), near: new Set(withBroader(slug)) }))
  const worth = (about: readonly string[]) => (group: (typeof groups)[number]) =>
    about.some((slug) => group.full.has(slug)) ? 1 : about.some((slug) => group.near.has(slug)) ? broaderCounts : 0
  return {
    wanted: [...new Set(groups.flatMap(({ full, near }) => [...full, ...near]))],
    of: (about) => groups.map(worth(about)).reduce((sum: number, value) => sum + value, 0) / groups.length,
  }
}

async function listKnown(
  system: Db,
  sources: readonly ExperienceSource[],
  concepts: readonly string[],
): Promise<Known[]> {
  const share = shareIn(concepts)
  if (share.wanted.length === 0) return []
  const lists = await Promise.all(
    sources.map(async (source) => {
      const found = await source.list(system, share.wanted)
      return found.map(({ concepts: about, ...rest }) => ({ ...rest, source, share: share.of(about) }))
    }),
  )
  return lists.flat()
}

/** What this reader does not reach speaks for nobody: the reason could not be shown to them. */
const speaksFor =
  ({ personId, reached }: Reader, absent: readonly number[]) =>
  ({ contribution, personId: whose }: Known): boolean =>
    whose === personId ||
    (contribution === undefined ? absent.includes(whose ?? 0) : reached.includes(contribution.audienceId))

/** What whoever they stand in for has done counts as if they had, and is told as their city's. */
const evidenceOf = (reader: Reader, known: readonly Known[], absent: readonly number[]): Evidence[] => {
  const evidence = known.filter(speaksFor(reader, absent)).map(({ source, personId, contribution, share }) => ({
    source: source.name,
    weight: absent.includes(personId ?? 0) ? source.weight / cityOnly : source.weight,
    own: personId === reader.personId,
    contributionId: contribution?.id,
    share,
  }))
  const standing = { source: standsIn.name, weight: standsIn.weight, own: true, contributionId: undefined, share: 1 }
  return evidence.length > 0 && absent.length > 0 ? [...evidence, standing] : evidence
}

/** Of those who are away: who would have been asked, for themselves or for their city, with who stands in. */
const standingIn = (away: readonly Away[], meant: ReadonlySet<number>): Map<number, number[]> => {
  const asked = away.filter(({ personId, coordinates }) => coordinates || meant.has(personId))
  const bySubstitute = Map.groupBy(asked, ({ substituteId }) => substituteId ?? 0)
  return new Map([...bySubstitute].map(([substitute, absent]) => [substitute, absent.map(({ personId }) => personId)]))
}

const lately = 30 * 86_400_000

/** Of a city where something was done: whoever did it or says that they know, and its coordinators. */
export async function gatherCandidates(system: Db, features: readonly Feature[], wanted: Wanted): Promise<Candidate[]> {
  const sources = features.flatMap((feature) => feature.experience ?? [])
  const known = (await listKnown(system, sources, wanted.concepts)).filter(
    ({ organisationId }) => !wanted.without.organisations.has(organisationId),
  )
  const byCity = Map.groupBy(known, ({ organisationId }) => organisationId)
  const { audienceId, now } = wanted
  const away = await listAway(system, dayOf(now))
  const meant = new Set(known.flatMap(({ personId }) => personId ?? []))
  const absentOf = standingIn(away, meant)
  const persons = [...meant, ...absentOf.keys()]
  const since = new Date(now.getTime() - lately)
  const readers = await listReaders(system, {
    audienceId,
    persons,
    organisations: [...byCity.keys()],
    today: dayOf(now),
    since,
  })
  const languages = await listLanguages(
    system,
    readers.map(({ personId }) => personId),
  )
  return readers
    .filter(
      ({ personId }) => !wanted.without.persons.has(personId) && !away.some((absent) => absent.personId === personId),
    )
    .map((reader) => ({
      ...reader,
      languages: [...new Set([reader.lang, ...(languages.get(reader.personId) ?? [])])],
      evidence: evidenceOf(reader, byCity.get(reader.organisationId) ?? [], absentOf.get(reader.personId) ?? []),
    }))
    .filter(({ evidence }) => evidence.length > 0)
}
