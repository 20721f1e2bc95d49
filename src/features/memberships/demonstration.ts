// The demonstration's memberships: everybody in the register, since a day that nobody knows unless a source says; and what
// invented municipalities went through, from demo/memberships.json.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dayOf } from '#kernel/locale.ts'
import type { Db } from '#platform/db/database.ts'
import type { LoadDemonstration } from '#platform/feature.ts'
import { getInventedPerson } from '#trunk/demonstration.ts'
import { dayPlus, lastDayAfter } from './membership.ts'
import { findNotice } from './store.ts'
import { closeMembership, insertResignation, insertSuccession } from './store-acts.ts'
import { adoptRegister } from './store-days.ts'
import {
  admitInvented,
  type Invented,
  invent,
  isThere,
  type Names,
  renameInvented,
  suspendInvented,
} from './store-demonstration.ts'

interface File {
  readonly unknownSince: string
  readonly municipalities: readonly (Invented & { readonly since: string })[]
  readonly renaming: { readonly municipality: string; readonly onDay: string; readonly names: Names }
  readonly merger: {
    readonly onDay: string
    readonly decision: string
    readonly predecessors: readonly string[]
    readonly successor: Invented
  }
  readonly suspension: {
    readonly municipality: string
    readonly begins: string
    readonly ends: string
    readonly reason: string
  }
  readonly resignation: { readonly municipality: string; readonly recordedBy: string }
}

interface Entered {
  readonly id: number
  readonly membership: number
}
type ByName = (slug: string) => Entered

async function enter(db: Db, one: Invented, since: string, ground: 'register' | 'succession'): Promise<Entered> {
  const id = await invent(db, one)
  return { id, membership: await admitInvented(db, id, since, ground) }
}

async function merge(
  db: Db,
  { onDay, decision, predecessors, successor }: File['merger'],
  of: ByName,
): Promise<Entered> {
  for (const slug of predecessors) await closeMembership(db, of(slug).membership, dayPlus(onDay, -1))
  const entered = await enter(db, successor, onDay, 'succession')
  await insertSuccession(db, {
    ...{ kind: 'merger', onDay, decision, forumId: null, by: null, invented: true },
    predecessors: predecessors.map((slug) => of(slug).id),
    successors: [entered.id],
  })
  return entered
}

async function tell(db: Db, file: File, today: string): Promise<void> {
  const entered = new Map<string, Entered>()
  const of: ByName = (slug) => {
    const one = entered.get(slug)
    if (one === undefined) throw new Error(`memberships.json has no municipality ${slug}`)
    return one
  }
  for (const one of file.municipalities) entered.set(one.slug, await enter(db, one, one.since, 'register'))
  const { renaming, merger, suspension, resignation } = file
  await renameInvented(db, of(renaming.municipality).id, renaming.onDay, renaming.names)
  entered.set(merger.successor.slug, await merge(db, merger, of))
  await suspendInvented(db, of(suspension.municipality).membership, suspension)
  const by = (await getInventedPerson(db, resignation.recordedBy)).id
  const lastDay = lastDayAfter(today, await findNotice(db, null))
  await insertResignation(db, { membershipId: of(resignation.municipality).membership, receivedOn: today, lastDay, by })
}

/** A second time changes nothing. */
export const loadMemberships: LoadDemonstration = async ({ system, folder, now }) => {
  const file = JSON.parse(await readFile(join(folder, 'memberships.json'), 'utf8')) as File
  await system.transaction().execute(async (db) => {
    await adoptRegister(db, file.unknownSince)
    if (!(await isThere(db, file.municipalities[0]?.slug ?? ''))) await tell(db, file, dayOf(now()))
  })
}
