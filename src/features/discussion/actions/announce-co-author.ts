// The mail to whoever is asked to write together.
import type { JobParts, MailWords } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { whenToMail } from '../../notices/public.ts'
import { type AskedToWrite, findAskedToWrite } from '../store-announcements.ts'

/** Where nothing may be named neither title, person nor city. */
export const wordsOf = (asked: AskedToWrite, network: string, link: string): MailWords => {
  const t = translator(asked.lang)
  const { name, title, authorName: author, cityName: city } = asked
  const why = t('discussion.co-author-why')
  if (asked.namedNowhere)
    return {
      subject: t('discussion.co-author-subject-protected', { network }),
      text: t('discussion.co-author-mail-protected', { name, link }),
      why,
    }
  return {
    subject: t('discussion.co-author-subject', { city, title }),
    text: t('discussion.co-author-mail', { name, author, city, title, link }),
    why,
  }
}

export async function announceCoAuthor(
  { system, mail, settings, features, now }: Pick<JobParts, 'system' | 'mail' | 'settings' | 'features' | 'now'>,
  { contributionId, personId, factId }: { contributionId: number; personId: number; factId: number },
): Promise<void> {
  const asked = await findAskedToWrite(system, contributionId, personId)
  if (asked === undefined || (await whenToMail({ system, now }, { personId, factId })) !== 'now') return
  const kind = features.flatMap((feature) => feature.kinds ?? []).find((one) => one.kind === asked.kind)
  const link = `${settings.baseUrl}${kind?.path(contributionId, '') ?? '/'}`
  const words = wordsOf(asked, settings.networkName, link)
  await mail({ to: asked.email, ...words, id: `co-author-${factId}`, about: { personId, contributionId } })
}
