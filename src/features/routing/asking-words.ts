// What the mail to one person who is asked says: why it came, and how to say no with one click.
import { languageName, type Translate } from '#kernel/locale.ts'
import type { JobParts } from '#platform/feature.ts'
import { plainText } from '#platform/text/markdown.ts'
import type { OpenQuestion } from '../questions/public.ts'
import { decliningAddress } from './declining.ts'
import { ownProfileHref } from './paths.ts'
import type { Letter } from './store-letters.ts'
import { tellNamer, tellReasons } from './tell-reasons.ts'

const mostWords = 600

type Asked = Pick<OpenQuestion, 'id' | 'title' | 'text' | 'lang' | 'audienceKind'>
type Asking = Pick<Letter, 'personId' | 'name' | 'cityName' | 'kind' | 'reasons' | 'shown' | 'named' | 'namedBy'>

/** For TLP:RED no title, no text, no city and no reason: a mail passes through hands that are not in the audience. */
export function wordsOf(t: Translate, parts: Pick<JobParts, 'features' | 'settings'>, question: Asked, letter: Asking) {
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
