// The one way by which a feature tells somebody of something: the notice always, the mail as that person wants it.
import type { JobParts, Mail } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { pushTo } from '../../push/public.ts'
import { endingAddress } from '../ending.ts'
import { footOf } from '../foot.ts'
import type { News } from '../notice.ts'
import { noticesPath } from '../paths.ts'
import { quietUntil, zoneOf } from '../quiet.ts'
import type { Area } from '../rhythm.ts'
import { findRhythms, findSetting } from '../store-subscriptions.ts'
import { findPlace, keepNotice, markMailed, waitUntil } from '../store-telling.ts'

type Parts = Pick<JobParts, 'system' | 'mail' | 'settings' | 'now' | 'features'>

/** `gathered`: it is left to the digest, or to the page of what is new. `waits`: its fact is heard once more. */
export type Sending = 'now' | 'gathered' | 'waits'

/**
 * Whether a mail about it goes out at this moment. Gathered, it is left to the digest; never, to the page of what is new; in
 * quiet time its fact is heard once more when that ends. `area` left out: only the quiet time is asked.
 */
export async function whenToMail(
  { system, now }: Pick<JobParts, 'system' | 'now'>,
  { personId, factId, area }: { readonly personId: number; readonly factId: number; readonly area?: Area },
): Promise<Sending> {
  if (area !== undefined && (await findRhythms(system, personId))[area] !== 'at_once') return 'gathered'
  const [place, setting] = [await findPlace(system, personId), await findSetting(system, personId)]
  if (place === undefined) return 'gathered'
  const timeZone = setting.timeZone ?? zoneOf(place.country)
  const until = quietUntil(setting, { country: place.country, timeZone }, now())
  if (until === undefined) return 'now'
  await waitUntil(system, personId, factId, until)
  return 'waits'
}

/** Whoever hears it a second time sees that it was mailed; a crash between the mail and that note sends it under the same id. */
export async function tell(
  parts: Parts,
  news: News,
  mail: Omit<Mail, 'about' | 'endAddress' | 'why'>,
): Promise<Sending> {
  const { system, settings, now } = parts
  const { mailed } = await keepNotice(system, news)
  const { personId, area, factId, heard = factId } = news
  const sending = mailed ? 'now' : await whenToMail(parts, { personId, area, factId: heard })
  if (mailed || sending !== 'now') return sending
  await pushTo(parts, personId, { key: `notice-${factId}`, path: noticesPath, contributionId: news.contributionId })
  const lang = (await findPlace(system, personId))?.lang ?? 'en'
  const ending = `${settings.baseUrl}${endingAddress(news, settings.secret)}`
  const id = mail.id ?? `notice-${factId}-${personId}`
  await parts.mail({
    ...mail,
    why: footOf(translator(lang), { features: parts.features, reason: news.why[0], ending }),
    id,
    about: { personId, contributionId: news.contributionId, replyId: news.replyId },
    endAddress: ending,
  })
  await markMailed(system, personId, factId, now())
  return 'now'
}
