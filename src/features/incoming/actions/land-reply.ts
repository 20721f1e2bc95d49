// What somebody wrote in a mail becomes a reply of theirs, by the same rules as one from the page.
import { type Outcome, refused } from '#kernel/outcome.ts'
import { Stop } from '#kernel/stop.ts'
import { isSignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Database } from '#platform/db/database.ts'
import { languageOf } from '#thesaurus/detect-language.ts'
import { giveReply, replyInput } from '../../discussion/public.tsx'
import { type IncomingMail, isOfThread, type MailRefusal } from '../mail.ts'
import { wordsIn } from '../read-mail.ts'
import { type MailOfThread, noteLanded, type Sender } from '../store.ts'
import { isTooOften } from '../too-often.ts'

export interface Landing {
  readonly database: Database
  readonly dataDir: string
  readonly now: Date
}

const isDone = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'done' in value && value.done === true

/** The note that this mail was taken stands in the transaction of the reply; what is refused leaves no note. */
const landing =
  ({ database, now }: Landing, personId: number, mail: MailOfThread): AsPerson =>
  (work) =>
    database.write({ personId }, async (db) => {
      const value = await work(db)
      if (isDone(value)) await noteLanded(db, personId, mail, now)
      return value
    })

const refusalOf = (stop: unknown): MailRefusal => {
  if (!(stop instanceof Stop)) throw stop
  return stop.stop === 'too-many' ? 'too-often' : 'out-of-reach'
}

export async function landReply(
  parts: Landing,
  { personId, lang: reader }: Sender,
  threadId: number,
  mail: IncomingMail,
): Promise<Outcome<{ readonly replyId: number }, MailRefusal>> {
  const { files, messageId } = mail
  const words = wordsIn(mail)
  if (words === '') return refused('nothing-said')
  const input = replyInput.safeParse({ text: words, lang: await languageOf(words, reader) })
  if (!input.success) return refused('too-long')
  const viewer = await parts.database.read({ personId }, async (_, entered) => entered)
  if (!isSignedIn(viewer)) return refused('out-of-reach')
  try {
    if (isTooOften(viewer, { text: input.data.text, files }, parts.now)) return refused('too-often')
    const asPerson = landing(parts, personId, { messageId, threadId })
    const outcome = await giveReply(asPerson, viewer, threadId, input.data, files, parts.dataDir)
    if (outcome.done) return outcome
    return refused(isOfThread(outcome.refusal) ? outcome.refusal : 'other')
  } catch (stop) {
    return refused(refusalOf(stop))
  }
}
