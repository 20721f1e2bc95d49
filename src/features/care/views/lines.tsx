// Reports and hidings as lines of a list.
import type { Translate } from '#kernel/locale.ts'
import { ItemCard, ItemList } from '#ui/item-card/item-card.tsx'
import { Section } from '#ui/page/page.tsx'
import { type Hiding, isWaiting, type Report } from '../care.ts'
import { hidingPath, reportPath } from '../paths.ts'

export const outcomeOf = (t: Translate, { decidedAt, hidingId }: Report): string =>
  t(decidedAt === null ? 'care.state-waiting' : hidingId === null ? 'care.state-left' : 'care.state-hidden')

export const stateOf = (t: Translate, hiding: Hiding): string => {
  if (hiding.endedAt !== null) return t('care.state-shown')
  if (isWaiting(hiding)) return t('care.state-appealed')
  return t(hiding.judgedAt === null ? 'care.state-hidden' : 'care.state-kept')
}

export const Reports = ({
  t,
  title,
  reports,
}: {
  readonly t: Translate
  readonly title: string
  readonly reports: readonly Report[]
}) => (
  <Section title={title}>
    <ItemList
      label={title}
      items={reports.map((report) => (
        <ItemCard
          t={t}
          title={report.title || t('care.one')}
          lang={report.lang}
          href={reportPath(report.id)}
          kind={t(`care.reason-${report.reason}`)}
          summary={report.words}
          state={{ label: outcomeOf(t, report), tone: report.decidedAt === null ? 'new' : undefined }}
        />
      ))}
    />
  </Section>
)

export const Hidings = ({
  t,
  title,
  hidings,
}: {
  readonly t: Translate
  readonly title: string
  readonly hidings: readonly Hiding[]
}) => (
  <Section title={title}>
    <ItemList
      label={title}
      items={hidings.map((hiding) => (
        <ItemCard
          t={t}
          title={hiding.title || t('care.hidden-one')}
          href={hidingPath(hiding.id)}
          kind={t(`care.reason-${hiding.reason}`)}
          summary={hiding.words}
          state={{ label: stateOf(t, hiding), tone: isWaiting(hiding) ? 'new' : undefined }}
        />
      ))}
    />
  </Section>
)
