// Open a thread in a room, and take one back. It belongs to the room and never leaves it.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { plainText } from '#platform/text/markdown.ts'
import { createContribution, publishContribution, withdrawContribution } from '#trunk/contributions.ts'
import { recordFact } from '#trunk/facts.ts'
import { watch } from '#trunk/watching.ts'
import type { ThreadInput } from '../inputs.ts'
import { mayWithdrawThread, mayWriteIn } from '../permissions.ts'
import type { Thread } from '../room.ts'
import { findRoom } from '../store.ts'
import { getThread, insertThread } from '../store-threads.ts'

const mostOfSummary = 280

/** Gives its id. Refused rather than stopped where the room is closed or out of reach: what was typed is given back. */
export const openThread = (
  asPerson: AsPerson,
  viewer: SignedIn,
  roomId: number | undefined,
  { title, text, lang }: ThreadInput,
  now: Date,
): Promise<Outcome<number, 'gone' | 'archived'>> =>
  asPerson(async (db) => {
    const { person } = viewer
    const room = await findRoom(db, roomId ?? 0, person.lang)
    if (room === undefined || !room.inside) return refused('gone')
    if (!mayWriteIn(room)) return refused('archived')
    const words = { kind: 'thread', title, summary: plainText(text, mostOfSummary), lang }
    const id = await createContribution(db, person, { ...words, audienceId: room.id })
    await insertThread(db, id, text)
    await publishContribution(db, id, now)
    await watch(db, person.id, id)
    await recordFact(db, { name: 'thread.opened', actor: person, contributionId: id, audienceId: room.id })
    return done(id)
  })

export const withdrawThread = (
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  now: Date,
): Promise<Thread> =>
  asPerson(async (db) => {
    const thread = await getThread(db, id, viewer.person.lang)
    if (!mayWithdrawThread(viewer, thread)) throw forbidden()
    if (await withdrawContribution(db, thread, now)) {
      const about = { contributionId: thread.id, audienceId: thread.audienceId }
      await recordFact(db, { name: 'thread.withdrawn', actor: viewer.person, ...about })
    }
    return thread
  })
