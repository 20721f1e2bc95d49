// The mail about a step on the way to a visit: to whoever acts for the other city.
import { formatDate, type Translate } from '#kernel/locale.ts'
import { oneLine } from '#kernel/one-line.ts'
import type { JobParts } from '#platform/feature.ts'
import { translator } from '#platform/i18n.ts'
import { tell } from '../../notices/public.ts'
import { visitPath } from '../paths.ts'
import { listStepNews, type StepNews } from '../store-mails.ts'

const daysOf = (t: Translate, { firstDay, lastDay }: StepNews): string =>
  firstDay === lastDay
    ? formatDate(t.lang, new Date(firstDay))
    : t('visits.days', { from: formatDate(t.lang, new Date(firstDay)), until: formatDate(t.lang, new Date(lastDay)) })

export const wordsOf = (news: StepNews, link: string): { subject: string; text: string } => {
  const t = translator(news.lang)
  const { name, cityName: city, people, text } = news
  const values = { name, city, people, title: oneLine(news.title), days: daysOf(t, news), text, link }
  return { subject: t(`visits.mail-${news.act}-subject`, values), text: t(`visits.mail-${news.act}-text`, values) }
}

export async function tellStep(parts: JobParts, factId: number, stepId: number): Promise<void> {
  const { system, settings } = parts
  for (const news of await listStepNews(system, stepId)) {
    const about = { personId: news.personId, contributionId: news.visitId, factId }
    await tell(
      parts,
      { ...about, area: 'asked', what: 'visit', why: [{ by: 'own' }] },
      {
        to: news.email,
        ...wordsOf(news, `${settings.baseUrl}${visitPath(news.visitId, '')}`),
        id: `visit-step-${stepId}-${news.email}`,
      },
    )
  }
}
