// The mail to one person who is asked, judged in the moment of sending.
import { dayOf } from '#kernel/locale.ts'
import type { JobParts } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { tryEach } from '#platform/jobs/try-each.ts'
import { listAway } from '../../absences/public.ts'
import { tell } from '../../notices/public.ts'
import { findOpen } from '../../questions/public.ts'
import { wordsOf } from '../asking-words.ts'
import { findLetter, listUnsent, markMailed } from '../store-letters.ts'

/** Judged now, sent once: a second job finds it marked, and whoever waited for the first sees its mark. */
export const sendAsking = (parts: JobParts, questionId: number, personId: number): Promise<void> =>
  parts.system.transaction().execute(async (transaction) => {
    const today = dayOf(parts.now())
    if ((await listAway(transaction, today)).some((away) => away.personId === personId)) return
    const letter = await findLetter(transaction, questionId, personId, today)
    const question = letter && (await findOpen(transaction, questionId))
    if (letter === undefined || question === undefined) return
    // Whoever is named is asked for more than what was said already.
    if (question.replied && !letter.named) return
    const about = { personId, contributionId: questionId, factId: letter.factId }
    const told = { ...about, area: 'asked', what: 'question', why: [{ by: 'asked' }] } as const
    const { subject, text } = wordsOf(translator(letter.lang), parts, question, letter)
    const mail = { to: letter.email, subject, text, id: `asked-${questionId}-${personId}` }
    const sending = await tell({ ...parts, system: transaction }, told, mail)
    if (sending !== 'waits') await markMailed(transaction, questionId, personId, parts.now())
  })

/** A job tries for some seventeen minutes. */
const triesEnd = 30 * 60_000
/** Later a question is no news. */
const latest = 7 * 86_400_000

/** Mails that every try of their job failed to send, as of a server that was away for an hour. */
export async function sendAgain(parts: JobParts): Promise<void> {
  const now = parts.now().getTime()
  const unsent = await listUnsent(parts.system, { since: new Date(now - latest), before: new Date(now - triesEnd) })
  await tryEach(unsent, ({ questionId, personId }) => sendAsking(parts, questionId, personId))
}
