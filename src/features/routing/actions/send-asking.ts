// The mail to one person who is asked: why it came, and how to say no with one click.
import { dayOf, languageName, type Translate } from '#kernel/locale.ts'
import type { JobParts } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { tryEach } from '#platform/jobs/try-each.ts'
import { answersTo, threadMail } from '#platform/mail/reply-address.ts'
import { plainText } from '#platform/text/markdown.ts'
import { listAway } from '../../absences/public.ts'
import { tell } from '../../notices/public.ts'
import { findOpen, type OpenQuestion } from '../../questions/public.ts'
import { decliningAddress } from '../declining.ts'
import { ownProfileHref } from '../paths.ts'
import { findLetter, type Letter, listUnsent, markMailed } from '../store-letters.ts'
import { tellNamer, tellReasons } from '../tell-reasons.ts'

const mostWords = 600

/** For TLP:RED no title, no text, no city and no reason: a mail passes through hands that are not in the audience. */
function wordsOf(t: Translate, parts: JobParts, question: OpenQuestion, letter: Letter) {
  const { baseUrl, secret, networkName: network } = parts.settings
  const kind = parts.features.flatMap((feature) => feature.kinds ?? []).find((one) => one.kind === letter.kind)
  const links = {
    link: `${baseUrl}${kind?.path(question.id, '') ?? '/'}`,
    decline: `${baseUrl}${decliningAddress({ by: letter.personId, of: question.id }, secret)}`,
    pause: `${baseUrl}${ownProfileHref}`,
  }
  const { name, cityName: city } = letter
  if (question.audienceKind === 'persons')
    return {
      subject: t('routing.mail-subject-protected', { network }),
      text: t('routing.mail-text-protected', { name, ...links }),
    }
  const told = [...tellNamer(t, letter), ...tellReasons(t, parts.features, letter.reasons, letter.shown)]
  const reasons = told.map((reason) => `- ${reason}`).join('\n')
  const { title } = question
  // Nothing may be left that could be told.
  const why = told.length === 0 ? [] : [t('routing.mail-reasons', { reasons })]
  const text = [plainText(question.text, mostWords), ...why].join('\n\n')
  const language = languageName(t.lang, question.lang)
  return {
    subject: t('routing.mail-subject', { city, title }),
    text: t('routing.mail-text', { name, city, title, text, language, ...links }),
  }
}

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
    const t = translator(letter.lang)
    const { subject, text } = wordsOf(t, parts, question, letter)
    const answers = answersTo(parts.settings, questionId, letter)
    const hint = answers.replyTo === undefined || question.audienceKind === 'persons' ? [] : [t('incoming.can-answer')]
    const about = { personId, contributionId: questionId, factId: letter.factId }
    const told = { ...about, area: 'asked', what: 'question', why: [{ by: 'asked' }] } as const
    const belongs = { id: `asked-${questionId}-${personId}`, inReplyTo: threadMail(questionId), ...answers }
    const mail = { to: letter.email, subject, text: [text, ...hint].join('\n\n'), ...belongs }
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
