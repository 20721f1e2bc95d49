// The mail to those whose practice a city takes over.
import type { JobParts } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { tell } from '../../notices/public.ts'
import { adoptionPath } from '../paths.ts'
import { type Announcement, findAnnouncement } from '../store-announcements.ts'

/** Where nothing may be named neither practice nor city. */
export const wordsOf = (news: Announcement, network: string, link: string): { subject: string; text: string } => {
  const t = translator(news.lang)
  const { name, cityName: city, practiceTitle: title } = news
  if (news.namedNowhere)
    return {
      subject: t('adoptions.mail-subject-protected', { network }),
      text: t('adoptions.mail-text-protected', { name, link }),
    }
  return {
    subject: t('adoptions.mail-subject', { city, title }),
    text: t('adoptions.mail-text', { name, city, title, link }),
  }
}

export async function announceAdoption(
  parts: JobParts,
  factId: number,
  { adoptionId, personId }: { readonly adoptionId: number; readonly personId: number },
): Promise<void> {
  const { system, settings } = parts
  const news = await findAnnouncement(system, adoptionId, personId)
  if (news === undefined) return
  // Without the title: an address is read by more eyes than a page.
  const link = `${settings.baseUrl}${adoptionPath(adoptionId, '')}`
  const about = { personId, contributionId: adoptionId, factId }
  const told = { ...about, area: 'asked', what: 'adopted', why: [{ by: 'own' }] } as const
  const words = wordsOf(news, settings.networkName, link)
  await tell(parts, told, { to: news.email, ...words, named: !news.namedNowhere })
}
