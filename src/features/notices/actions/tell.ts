// The one way by which a feature tells somebody of something: the notice always, the mail as that person wants it, and on the
// devices where they allowed it whatever they want by mail.
import type { JobParts } from '#platform/feature.ts'
import { pushTo } from '../../push/public.ts'
import { type Letter, mailOf } from '../foot.ts'
import type { News } from '../notice.ts'
import { noticesPath } from '../paths.ts'
import { quietUntil, zoneOf } from '../quiet.ts'
import { findRhythms, findSetting } from '../store-subscriptions.ts'
import { findPlace, findTold, keepNotice, markMailed, waitUntil } from '../store-telling.ts'

type Parts = Pick<JobParts, 'system' | 'mail' | 'settings' | 'now' | 'features'>

/** `gathered`: it is left to the digest, or to the page of what is new. `waits`: its fact is heard once more. */
export type Sending = 'now' | 'gathered' | 'waits'

/** Whether they may be told at this moment. In quiet time the fact is heard once more when that ends. */
export async function whenToMail(
  { system, now }: Pick<JobParts, 'system' | 'now'>,
  { personId, factId }: { readonly personId: number; readonly factId: number },
): Promise<Sending> {
  const [place, setting] = [await findPlace(system, personId), await findSetting(system, personId)]
  if (place === undefined) return 'gathered'
  const timeZone = setting.timeZone ?? zoneOf(place.country)
  const until = quietUntil(setting, { country: place.country, timeZone }, now())
  if (until === undefined) return 'now'
  await waitUntil(system, personId, factId, until)
  return 'waits'
}

/** Whoever hears it a second time sees that it was mailed; a crash between the mail and that note sends it under the same id. */
export async function tell(parts: Parts, news: News, letter: Letter): Promise<Sending> {
  const { system, now } = parts
  const { personId, area, factId, contributionId, heard = factId } = news
  const told = await findTold(system, news)
  if (told === undefined) return 'gathered'
  const { mailed, read } = await keepNotice(system, news)
  if (mailed) return 'now'
  const byMail = (await findRhythms(system, personId))[area] === 'at_once'
  const onDevices = told.onDevices && !read
  if (!byMail && !onDevices) return 'gathered'
  const sending = await whenToMail(parts, { personId, factId: heard })
  if (sending !== 'now') return sending
  const push = { key: `notice-${factId}`, path: noticesPath, contributionId, byId: told.byId }
  if (onDevices) await pushTo(parts, personId, push)
  if (!byMail) return 'gathered'
  await parts.mail(mailOf(parts, news, told, letter))
  await markMailed(system, personId, factId, now())
  return 'now'
}
