// The mail to one person who is asked: why it came, and how to say no with one click.
import { dayOf, languageName, type Translate } from '#kernel/locale.ts'
import type { JobParts } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { plainText } from '#platform/text/markdown.ts'
import { listAway } from '../../absences/public.ts'
import { findOpen, type OpenQuestion } from '../../questions/public.ts'
import { decliningAddress } from '../declining.ts'
import { ownProfileHref } from '../paths.ts'
import { findLetter, type Letter, markMailed } from '../store-letters.ts'
import { tellReasons } from '../tell-reasons.ts'

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
  const { name, namedBy, cityName: city } = letter
  if (question.audienceKind === 'persons')
    return {
      subject: t('routing.mail-subject-protected', { network }),
      text: t('routing.mail-text-protected', { name, ...links }),
    }
  const named = namedBy === null ? [] : [t('routing.named-by', { name: namedBy })]
  const reasons = [...named, ...tellReasons(t, parts.features, letter.reasons, letter.shown)]
    .map((reason) => `- ${reason}`)
    .join('\n')
  const { title } = question
  const text = plainText(question.text, mostWords)
  const language = languageName(t.lang, question.lang)
  return {
    subject: t('routing.mail-subject', { city, title }),
    text: t('routing.mail-text', { name, city, title, text, reasons, language, ...links }),
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
    const words = wordsOf(translator(letter.lang), parts, question, letter)
    await parts.mail({ to: letter.email, ...words, id: `asked-${questionId}-${personId}` })
    await markMailed(transaction, questionId, personId, parts.now())
  })
