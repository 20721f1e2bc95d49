// The mail to somebody outside: who wants to name them, where, and the link by which they agree or say no.
import type { JobParts } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { consentAddress } from '../consent-link.ts'
import { answerDays } from '../expert.ts'
import { findAsking, holdAsking, markMailed } from '../store-asking.ts'

/** Sent once: a second job waits for the first and finds its mark. */
export const sendAsking = (parts: JobParts, id: number): Promise<void> =>
  parts.system.transaction().execute(async (db) => {
    await holdAsking(db, id)
    const asking = await findAsking(db, id)
    if (asking === undefined || asking.mailed || asking.agreed) return
    const t = translator(asking.lang)
    const { networkName: network, baseUrl, secret } = parts.settings
    const link = `${baseUrl}${consentAddress(id, asking.email, secret)}`
    const { name, institution, by } = asking
    const values = { name, institution, by, network, link, days: answerDays }
    const { again } = asking
    await parts.mail({
      to: asking.email,
      subject: t(again ? 'experts.mail-again-subject' : 'experts.mail-subject', values),
      text: t(again ? 'experts.mail-again-text' : 'experts.mail-text', values),
      id: again ? `expert-${id}-${asking.revision}` : `expert-${id}`,
    })
    await markMailed(db, id, parts.now())
  })
