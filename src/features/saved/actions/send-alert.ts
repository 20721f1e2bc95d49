// Send what is new: what is left to tell is asked now, as far as it reaches the person now; nothing left, nothing sent. In
// somebody's quiet time it waits until that ends.
import type { JobParts } from '#platform/feature.ts'
import { whenToMail } from '../../notices/public.ts'
import { mailAbout } from '../letter.ts'
import { findPersonOf, findReader, listNews, markSent } from '../store-alerts.ts'
import { holdMails } from '../store-digest.ts'

export const sendAlert = (parts: JobParts, alertId: number, factId: number): Promise<void> =>
  parts.system.transaction().execute(async (transaction) => {
    const personId = await findPersonOf(transaction, alertId)
    if (personId === undefined) return
    await holdMails(transaction, personId)
    const reader = await findReader(transaction, alertId)
    if (reader === undefined) return
    const sending = await whenToMail({ system: transaction, now: parts.now }, { personId, factId })
    if (sending === 'waits') return
    const news = await listNews(transaction, alertId)
    if (news.length > 0) await parts.mail(mailAbout(parts, reader, news), transaction)
    await markSent(transaction, reader, news.length > 0, parts.now())
  })
