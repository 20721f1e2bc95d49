// The one way by which a feature tells somebody of something: the notice always, the mail as that person wants it, and on the
// devices where they allowed it whatever they want by mail.
import { tlpLabel } from '#kernel/audience.ts'
import type { JobParts, Mail } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { answersTo, threadMail } from '#platform/mail/reply-address.ts'
import { pushTo } from '../../push/public.ts'
import { endingAddress } from '../ending.ts'
import { footOf } from '../foot.ts'
import type { News } from '../notice.ts'
import { noticesPath } from '../paths.ts'
import { quietUntil, zoneOf } from '../quiet.ts'
import { findRhythms, findSetting } from '../store-subscriptions.ts'
import { findPlace, findTold, keepNotice, markMailed, type Told, waitUntil } from '../store-telling.ts'

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

/** What the feature that tells writes. `named` false: it says only that something waits, though its audience is a room. */
type Letter = Pick<Mail, 'to' | 'subject' | 'text' | 'id'> & { readonly named?: boolean }

/** With the label of its audience above, how to answer and why it came below. */
function mailOf({ settings, features }: Parts, news: News, told: Told, letter: Letter): Mail {
  const { personId, contributionId, factId } = news
  const { named = true, ...mail } = letter
  const t = translator(told.lang)
  const ending = `${settings.baseUrl}${endingAddress(news, settings.secret)}`
  const answers = told.mayReply ? answersTo(settings, contributionId, { ...told, personId }) : {}
  // Of named persons no mail says a word, and none is asked to send any through servers that are not in the audience; whoever does is heard.
  const red = told.audienceKind === 'persons'
  const label = red || !named ? [] : [tlpLabel(told.audienceKind)]
  const hint = red || answers.replyTo === undefined ? [] : [t('incoming.can-answer')]
  return {
    ...{ ...mail, ...answers, inReplyTo: threadMail(contributionId) },
    text: [...label, mail.text, ...hint].join('\n\n'),
    why: footOf(t, { features, reason: news.why[0], ending }),
    id: mail.id ?? `notice-${factId}-${personId}`,
    about: { personId, contributionId, replyId: news.replyId },
    endAddress: ending,
  }
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
  if (onDevices) await pushTo(parts, personId, { key: `notice-${factId}`, path: noticesPath, contributionId })
  if (!byMail) return 'gathered'
  await parts.mail(mailOf(parts, news, told, letter))
  await markMailed(system, personId, factId, now())
  return 'now'
}
