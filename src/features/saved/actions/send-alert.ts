// Send what is new: what is left to tell is asked now, as far as it reaches the person now; nothing left, nothing sent.
import type { JobParts } from '#platform/feature.ts'
import { mailAbout, thingsOf } from '../letter.ts'
import { findReader, listNews, markSent } from '../store-alerts.ts'

export async function sendAlert(parts: JobParts, alertId: number): Promise<void> {
  const reader = await findReader(parts.system, alertId)
  if (reader === undefined) return
  const news = await listNews(parts.system, alertId)
  if (news.length > 0) await parts.mail(mailAbout(parts, reader, news))
  await markSent(parts.system, reader, thingsOf(news), parts.now())
}
