// The mail to whose replies are in a practice that a city has published.
import type { JobParts } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { tell } from '../../notices/public.ts'
import { practicePath } from '../../practices/public.ts'
import { type Announcement, findAnnouncement } from '../store.ts'

/** For TLP:RED neither practice nor city: a mail passes through hands that are not in the audience. Under the Chatham House Rule neither. */
export const wordsOf = (news: Announcement, network: string, link: string): { subject: string; text: string } => {
  const t = translator(news.lang)
  const { name, cityName: city, title } = news
  if (news.audienceKind === 'persons' || news.chatham)
    return {
      subject: t('gathering.mail-subject-protected', { network }),
      text: t('gathering.mail-text-protected', { name, link }),
    }
  return {
    subject: t('gathering.mail-subject', { city, title }),
    text: t('gathering.mail-text', { name, city, title, link }),
  }
}

export async function announceGathered(
  parts: JobParts,
  factId: number,
  { practiceId, personId }: { readonly practiceId: number; readonly personId: number },
): Promise<void> {
  const { system, settings } = parts
  const news = await findAnnouncement(system, practiceId, personId)
  if (news === undefined) return
  // Without the title: an address is read by more eyes than a page.
  const link = `${settings.baseUrl}${practicePath(practiceId, '')}`
  const about = { personId, contributionId: practiceId, factId }
  const told = { ...about, area: 'asked', what: 'gathered', why: [{ by: 'own' }] } as const
  const words = wordsOf(news, settings.networkName, link)
  await tell(parts, told, { to: news.email, ...words, named: !news.chatham })
}
