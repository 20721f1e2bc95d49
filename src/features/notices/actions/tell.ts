// The one way by which a feature tells somebody of something: the notice always, the mail as that person wants it, and on the
// devices where they allowed it whatever they want by mail.
import type { JobParts, Mail } from '#platform/feature.ts'
import { type PushNotice, pushTo } from '../../push/public.ts'
import { type Letter, mailOf } from '../foot.ts'
import type { News } from '../notice.ts'
import { noticesPath } from '../paths.ts'
import { quietUntil, zoneOf } from '../quiet.ts'
import type { Area } from '../rhythm.ts'
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

/** What is ready for one person: by mail and on their devices, as they want it. */
interface Ready {
  readonly personId: number
  readonly factId: number
  /** The fact that is heard once more where it is quiet now. */
  readonly heard: number
  readonly area: Area
  /** They allowed it somewhere, and have not read it. */
  readonly onDevices: boolean
  readonly push: Omit<PushNotice, 'key' | 'path'>
  readonly mail: () => Mail
}

/** A crash between the mail and the note that it was sent sends it under the same id. */
export async function handOut(parts: Parts, ready: Ready): Promise<Sending> {
  const { system, now } = parts
  const { personId, factId, heard, area, onDevices } = ready
  const byMail = (await findRhythms(system, personId))[area] === 'at_once'
  if (!byMail && !onDevices) return 'gathered'
  const sending = await whenToMail(parts, { personId, factId: heard })
  if (sending !== 'now') return sending
  if (onDevices) await pushTo(parts, personId, { key: `notice-${factId}`, path: noticesPath, ...ready.push })
  if (!byMail) return 'gathered'
  await parts.mail(ready.mail())
  await markMailed(system, personId, factId, now())
  return 'now'
}

/** Whoever hears it a second time sees that it was mailed. */
export async function tell(parts: Parts, news: News, letter: Letter): Promise<Sending> {
  const { personId, area, factId, contributionId, heard = factId } = news
  const told = await findTold(parts.system, news)
  if (told === undefined) return 'gathered'
  const { mailed, read } = await keepNotice(parts.system, news)
  if (mailed) return 'now'
  return handOut(parts, {
    ...{ personId, factId, heard, area, onDevices: told.onDevices && !read },
    push: { contributionId, byId: told.byId },
    mail: () => mailOf(parts, news, told, letter),
  })
}
