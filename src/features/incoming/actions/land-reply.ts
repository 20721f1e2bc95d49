// What somebody wrote in a mail becomes a reply of theirs, by the same rules as one from the page.
import { type Outcome, refused } from '#kernel/outcome.ts'
import { Stop } from '#kernel/stop.ts'
import { isSignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Database } from '#platform/db/database.ts'
import { countTry, type Limit } from '#platform/http/limits.ts'
import { languageOf } from '#thesaurus/detect-language.ts'
import { giveReply, judgeReply, replyInput } from '../../discussion/public.tsx'
import { type IncomingMail, isOfThread, type MailRefusal } from '../mail.ts'
import { wordsIn } from '../read-mail.ts'
import { noteLanded, type Sender } from '../store.ts'

/** From the page one writes slower; a machine that got hold of an address should not. */
const answers: Limit = { name: 'answers by mail', tries: 30, seconds: 3600 }

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
    countTry(answers, String(personId), parts.now)
    if (judgeReply(viewer, input.data.text, files, parts.now) !== undefined) return refused('too-often')
    const asPerson = landing(parts, personId, messageId)
    const outcome = await giveReply(asPerson, viewer, threadId, input.data, files, parts.dataDir)
    if (outcome.done) return outcome
    return refused(isOfThread(outcome.refusal) ? outcome.refusal : 'other')
  } catch (stop) {
    return refused(refusalOf(stop))
  }
}
