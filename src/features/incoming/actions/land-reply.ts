// What somebody wrote in a mail becomes a reply of theirs, by the same rules as one from the page.
import type { Outcome } from '#kernel/outcome.ts'
import { refused } from '#kernel/outcome.ts'
import { Stop } from '#kernel/stop.ts'
import { isSignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Database } from '#platform/db/database.ts'
import { languageOf } from '#thesaurus/detect-language.ts'
import { countReply, type GiveRefusal, giveReply, replyInput } from '../../discussion/public.tsx'
import type { IncomingMail, MailRefusal } from '../mail.ts'
import { noteLanded, type Sender } from '../store.ts'

export interface Landing {
  readonly database: Database
  readonly dataDir: string
  readonly now: Date
}

const isDone = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'done' in value && value.done === true

/** The note that this mail was taken stands in the transaction of the reply; what is refused leaves no note. */
const landing =
  ({ database, now }: Landing, personId: number, messageId: string): AsPerson =>
  (work) =>
    database.write({ personId }, async (db) => {
      const value = await work(db)
      if (isDone(value)) await noteLanded(db, personId, messageId, now)
      return value
    })

const told: readonly GiveRefusal[] = [
  ...(['too-large', 'wrong-type', 'broken', 'too-many-reply-files', 'file-tells'] as const),
  ...(['names-itself', 'called-out-of-reach', 'called-too-many'] as const),
]
const isTold = (refusal: GiveRefusal): refusal is GiveRefusal & MailRefusal => told.includes(refusal)

const refusalOf = (stop: unknown): MailRefusal => {
  if (!(stop instanceof Stop)) throw stop
  return stop.stop === 'too-many' ? 'too-often' : 'out-of-reach'
}

export async function landReply(
  parts: Landing,
  { personId, lang: reader }: Sender,
  threadId: number,
  { words, files, messageId }: IncomingMail,
): Promise<Outcome<{ readonly replyId: number }, MailRefusal>> {
  if (words === '') return refused('nothing-said')
  const input = replyInput.safeParse({ text: words, lang: await languageOf(words, reader) })
  if (!input.success) return refused('too-long')
  const viewer = await parts.database.read({ personId }, async (_, entered) => entered)
  if (!isSignedIn(viewer)) return refused('out-of-reach')
  try {
    countReply(viewer, input.data.text, files, parts.now)
    const asPerson = landing(parts, personId, messageId)
    const outcome = await giveReply(asPerson, viewer, threadId, input.data, files, parts.dataDir)
    if (outcome.done) return outcome
    return refused(isTold(outcome.refusal) ? outcome.refusal : 'other')
  } catch (stop) {
    return refused(refusalOf(stop))
  }
}
