// The mail to those who wait for a decision.
import type { JobParts } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { tell } from '../../notices/public.ts'
import { proposalPath } from '../paths.ts'
import { type Announcement, findAnnouncement } from '../store-announcements.ts'

/** For TLP:RED neither the words nor the reason: a mail passes through hands that are not in the audience. */
export const wordsOf = (news: Announcement, network: string, link: string): { subject: string; text: string } => {
  const t = translator(news.lang)
  const { name, title: label, officeName: office, reason } = news
  if (news.audienceKind === 'persons')
    return {
      subject: t('vocabulary.mail-subject-protected', { network }),
      text: t('vocabulary.mail-text-protected', { name, link }),
    }
  return news.accepted
    ? {
        subject: t('vocabulary.mail-subject-accepted', { label }),
        text: t('vocabulary.mail-text-accepted', { name, label, office, link }),
      }
    : {
        subject: t('vocabulary.mail-subject-declined', { label }),
        text: t('vocabulary.mail-text-declined', { name, label, office, reason, link }),
      }
}

export async function announceDecision(
  parts: JobParts,
  factId: number,
  { proposalId, personId }: { readonly proposalId: number; readonly personId: number },
): Promise<void> {
  const { system, settings } = parts
  const news = await findAnnouncement(system, proposalId, personId)
  if (news === undefined) return
  // Without the title: an address is read by more eyes than a page.
  const link = `${settings.baseUrl}${proposalPath(proposalId, '')}`
  const about = { personId, contributionId: proposalId, factId }
  const told = { ...about, area: 'asked', what: 'decided', why: [{ by: 'thing' }] } as const
  const id = `proposal-decided-${proposalId}-${personId}`
  await tell(parts, told, { to: news.email, ...wordsOf(news, settings.networkName, link), id })
}
