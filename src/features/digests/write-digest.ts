// Writes somebody's digest as they themselves see everything at this moment: for the mail, for its preview, and for the copy they ask for.
import { formatDate, type Translate } from '#kernel/locale.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { Db } from '#platform/db/database.ts'
import { type DigestArea, digestAreas, type Gathered, type Reading } from '#platform/digest-parts.ts'
import type { Feature, Settings } from '#platform/feature.ts'
import { signedIn } from '#platform/http/visit.ts'
import { noticesSettingsPath, type Rhythm, type Rhythms } from '../notices/public.ts'
import { type Edition, editionOf, type Given } from './edition.ts'
import { endingAddress } from './ending.ts'
import { type Letter, letterOf } from './letter.ts'
import { listTold, mayTellAmber } from './store-told.ts'

export interface Wish {
  readonly rhythms: Rhythms
  /** Of any of their searches. */
  readonly searches: readonly Gathered[]
  readonly weekly: boolean
  /** `YYYY-MM-DD` */
  readonly day: string
}

const rhythmsIn = ({ rhythms, searches }: Omit<Wish, 'day' | 'weekly'>, area: DigestArea): readonly Rhythm[] =>
  area === 'searches' ? searches : [rhythms[area]]

const gatheredIn = ({ weekly }: Pick<Wish, 'weekly'>): readonly Gathered[] => (weekly ? ['daily', 'weekly'] : ['daily'])

/** Of which areas this digest tells. */
export const areasOf = (wish: Omit<Wish, 'day'>): DigestArea[] =>
  digestAreas.filter((area) => gatheredIn(wish).some((rhythm) => rhythmsIn(wish, area).includes(rhythm)))

/** What else stands in it, so that it shows all that waits: what mails told at once already. */
const besides = (wish: Wish): DigestArea[] => digestAreas.filter((area) => rhythmsIn(wish, area).includes('at_once'))

async function listGiven(c: Reading, wish: Wish): Promise<Given[]> {
  const counting = areasOf(wish)
  const shown = new Set([...counting, ...besides(wish)])
  const parts = c.var.features
    .flatMap(({ digest = [] }) => digest)
    .filter(({ area }) => shown.has(area))
    .sort((one, other) => one.position - other.position)
  const given: Given[] = []
  // One after the other: all of them read in the same transaction.
  for (const part of parts) {
    const counts = counting.includes(part.area)
    // What is only new was told at once; here it would be a repetition.
    for (const thing of await part.list(c, gatheredIn(wish)))
      if (counts || thing.section !== 'news') given.push({ ...thing, counts })
  }
  return given
}

/** What a job reads as: the same as a page of this person. */
export function readingOf({
  db,
  viewer,
  t,
  now,
  features,
}: {
  db: Db
  viewer: SignedIn
  t: Translate
  now: Date
  features: readonly Feature[]
}): Reading {
  const kinds = new Map(features.flatMap(({ kinds = [] }) => kinds).map((kind) => [kind.kind, kind]))
  return { var: { db, viewer, t, now, features, kinds } }
}

export interface Digest {
  readonly edition: Edition
  readonly letter: Letter
  /** The whole address. */
  readonly ending: string
}

export async function writeDigest(
  c: Reading,
  wish: Wish,
  { networkName, baseUrl, secret }: Pick<Settings, 'networkName' | 'baseUrl' | 'secret'>,
): Promise<Digest> {
  const { t, db, kinds } = c.var
  const { person } = signedIn(c)
  const given = await listGiven(c, wish)
  const ids = given.flatMap((thing) => ('key' in thing ? [] : [thing.contributionId]))
  const [told, amberBodies] = [await listTold(db, ids, t.lang), await mayTellAmber(db)]
  const edition = editionOf(given, told, { t, kinds, amberBodies })
  const ending = `${baseUrl}${endingAddress(person.id, secret)}`
  const day = formatDate(t.lang, new Date(`${wish.day}T12:00:00Z`))
  const of = { name: person.name, office: person.role === 'office', areas: areasOf(wish) }
  const frame = { t, network: networkName, day, baseUrl, ending, ...of }
  return { edition, ending, letter: letterOf({ ...frame, settings: noticesSettingsPath, home: '/' }, edition) }
}
