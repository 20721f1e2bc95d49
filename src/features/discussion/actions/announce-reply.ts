// The mail to those whom a reply concerns: a question reaches the people who ran it.
import type { JobParts } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { tell } from '../../notices/public.ts'
import { replyPath } from '../paths.ts'
import { type Announcement, findAnnouncement } from '../store-announcements.ts'

const mostWords = 600

const excerptOf = (text: string): string =>
  text.length <= mostWords ? text : `${text.slice(0, mostWords).replace(/\s+\S*$/, '')} …`

/** For TLP:RED neither title nor text nor who wrote: a mail passes through hands that are not in the audience. Under the Chatham House Rule not who. */
export const wordsOf = (news: Announcement, network: string, link: string): { subject: string; text: string } => {
  const t = translator(news.lang)
  if (news.audienceKind === 'persons')
    return {
      subject: t('discussion.mail-subject-protected', { network }),
      text: t('discussion.mail-text-protected', { name: news.name, link }),
    }
  const { name, title, cityName: city } = news
  const author = news.authorName ?? t('discussion.asking-city')
  if (news.chatham)
    return {
      subject: t('discussion.mail-subject-chatham', { title }),
      text: t('discussion.mail-text-chatham', { name, title, text: excerptOf(news.text), link }),
    }
  return {
    subject: t(news.called ? 'discussion.mail-subject-called' : 'discussion.mail-subject', { author, city, title }),
    text: t(news.called ? 'discussion.mail-text-called' : 'discussion.mail-text', {
      name,
      author,
      city,
      title,
      text: excerptOf(news.text),
      link,
    }),
  }
}

export async function announceReply(
  parts: JobParts,
  factId: number,
  { replyId, personId }: { readonly replyId: number; readonly personId: number },
): Promise<void> {
  const { system, settings } = parts
  const news = await findAnnouncement(system, replyId, personId)
  if (news === undefined) return
  // Neither title nor kind: an address is read by more eyes than a page.
  const link = `${settings.baseUrl}${replyPath(replyId)}`
  const { contributionId } = news
  const why = [{ by: news.called ? 'called' : news.runs ? 'own' : 'thing' } as const]
  const told = { personId, contributionId, replyId, factId, area: 'asked', what: 'reply', why } as const
  const id = `reply-${replyId}-${personId}`
  await tell(parts, told, { to: news.email, ...wordsOf(news, settings.networkName, link), id })
}
