// The mail to somebody outside: who wants to name them, where, and the link by which they agree or say no.
import type { JobParts, MailWords } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { consentAddress } from '../consent-link.ts'
import { answerDays } from '../expert.ts'
import { type Asking, findAsking, holdAsking, markMailed } from '../store-asking.ts'

type Asked = Pick<Asking, 'name' | 'institution' | 'by' | 'lang' | 'again'>

/** `link`: by which they agree or say no. */
export function wordsOf({ name, institution, by, lang, again }: Asked, network: string, link: string): MailWords {
  const t = translator(lang)
  const values = { name, institution, by, network, link, days: answerDays }
  const which = again ? 'mail-again' : 'mail'
  return {
    subject: t(`experts.${which}-subject`, values),
    text: t(`experts.${which}-text`, values),
    why: t(`experts.${which}-why`, values),
  }
}

/** Sent once: a second job waits for the first and finds its mark. */
export const sendAsking = (parts: JobParts, id: number): Promise<void> =>
  parts.system.transaction().execute(async (db) => {
    await holdAsking(db, id)
    const asking = await findAsking(db, id)
    if (asking === undefined || asking.mailed || asking.agreed) return
    const { networkName, baseUrl, secret } = parts.settings
    const words = wordsOf(asking, networkName, `${baseUrl}${consentAddress(id, asking.email, secret)}`)
    const name = asking.again ? `expert-${id}-${asking.revision}` : `expert-${id}`
    await parts.mail({ to: asking.email, ...words, id: name }, db)
    await markMailed(db, id, parts.now())
  })
