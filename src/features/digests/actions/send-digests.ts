// Sends what is raised, one after the other, each in a transaction of its own: taken, written as its reader, put into the outbox and closed together.
import type { Db } from '#platform/db/database.ts'
import type { JobParts } from '#platform/feature.ts'
import { recordFact } from '#trunk/facts.ts'
import { markMailed } from '../../notices/public.ts'
import { closeDigest, hasOpen, type OpenDigest, takeOpen } from '../store.ts'
import { writeOpen } from './write-for.ts'

const sendOne = (parts: JobParts, transaction: Db, open: OpenDigest): Promise<void> => {
  const until = parts.now()
  return writeOpen(parts, transaction, open).then(async (digest) => {
    if (digest === undefined) return closeDigest(transaction, open.id, until)
    const { edition, letter, ending, areas, to } = digest
    await markMailed(transaction, open.personId, { of: edition.contributions, wanted: areas, until })
    await closeDigest(transaction, open.id, until, edition.keys)
    // Named by its day, and written into the outbox in the same transaction: there is one or none, and never two.
    const mail = { to, ...letter, id: `digest-${open.personId}-${open.day}`, endAddress: ending }
    await parts.mail({ ...mail, about: { personId: open.personId }, patient: true }, transaction)
  })
}

/** Gives its number; undefined: none is left. What breaks comes with the number, so that the others go on. */
async function sendNext(parts: JobParts, after: number): Promise<{ id: number; broke?: unknown } | undefined> {
  let id: number | undefined
  try {
    await parts.system.transaction().execute(async (transaction) => {
      const open = await takeOpen(transaction, after, parts.now())
      id = open?.id
      if (open !== undefined) await sendOne(parts, transaction, open)
    })
  } catch (broke) {
    if (id === undefined) throw broke
    return { id, broke }
  }
  return id === undefined ? undefined : { id }
}

/** So long others wait whose jobs stand behind: the link to sign in is asked for in the morning too. */
const patience = 5000
/** Then it is not the one digest, but the database or what digests read. */
const mostBroken = 3

export async function sendDigests(parts: JobParts): Promise<void> {
  const begun = performance.now()
  const broken: unknown[] = []
  let after = 0
  while (performance.now() - begun < patience && broken.length < mostBroken) {
    const sent = await sendNext(parts, after)
    if (sent === undefined) break
    after = sent.id
    if (sent.broke !== undefined) broken.push(sent.broke)
  }
  // Tried again after a pause, with all that is left.
  if (broken.length > 0) throw new AggregateError(broken, `${broken.length} digests failed: ${String(broken[0])}`)
  if (performance.now() - begun >= patience && (await hasOpen(parts.system, parts.now())))
    await recordFact(parts.system, { name: 'digest.raised' })
}
