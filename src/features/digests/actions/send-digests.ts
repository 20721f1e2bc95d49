// Sends what is raised, one after the other, each in a transaction of its own: taken, written as its reader, put into the outbox and closed together.
import type { Db } from '#platform/db/database.ts'
import type { JobParts } from '#platform/feature.ts'
import { recordFact } from '#trunk/facts.ts'
import { markMailed } from '../../notices/public.ts'
import { ownRhythmsOf } from '../own-rhythms.ts'
import { closeDigest, hasOpen, type OpenDigest, postponeDigest, takeOpen } from '../store.ts'
import { writeOpen } from './write-for.ts'

const mostLogged = 3

const sendOne = (parts: JobParts, transaction: Db, open: OpenDigest): Promise<void> => {
  const until = parts.now()
  return writeOpen(parts, transaction, open).then(async (digest) => {
    if (digest === undefined) return closeDigest(transaction, open.id, until)
    const { edition, letter, ending, areas, to } = digest
    await markMailed(transaction, open.personId, { of: edition.contributions, wanted: areas, until })
    for (const own of ownRhythmsOf(parts.features))
      await own.markTold(transaction, open.personId, edition.contributions, until)
    await closeDigest(transaction, open.id, until, edition.keys)
    // Named by its day, and written into the outbox in the same transaction: there is one or none, and never two.
    const mail = { to, ...letter, id: `digest-${open.personId}-${open.day}`, endAddress: ending }
    await parts.mail({ ...mail, about: { personId: open.personId }, patient: true }, transaction)
  })
}

interface Broken {
  readonly givenUp: boolean
  readonly because: unknown
}

/** Undefined: none is left. What breaks is put off, so that it stands in nobody's way. */
async function sendNext(parts: JobParts): Promise<'sent' | Broken | undefined> {
  let id: number | undefined
  try {
    await parts.system.transaction().execute(async (transaction) => {
      const open = await takeOpen(transaction, parts.now())
      id = open?.id
      if (open !== undefined) await sendOne(parts, transaction, open)
    })
  } catch (because) {
    if (id === undefined) throw because
    return { givenUp: await postponeDigest(parts.system, id, parts.now()), because }
  }
  return id === undefined ? undefined : 'sent'
}

/** So long others wait whose jobs stand behind: the link to sign in is asked for in the morning too. */
const patience = 5000

export async function sendDigests(parts: JobParts): Promise<void> {
  const begun = performance.now()
  const broken: Broken[] = []
  while (performance.now() - begun < patience) {
    const sent = await sendNext(parts)
    if (sent === undefined) break
    if (sent !== 'sent') broken.push(sent)
  }
  if (performance.now() - begun >= patience && (await hasOpen(parts.system, parts.now())))
    await recordFact(parts.system, { name: 'digest.raised' })
  if (broken.length === 0) return
  // For the log: all others were sent, or are handed on already.
  const givenUp = broken.filter((one) => one.givenUp).length
  const causes = broken.slice(0, mostLogged).map(({ because }) => because)
  throw new AggregateError(causes, `${broken.length} digests failed, ${givenUp} of them for good: ${String(causes[0])}`)
}
