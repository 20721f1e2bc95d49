// What membership brought one organisation, year by year, each year with its sums.
import { formatDate, type Translate } from '#kernel/locale.ts'
import { formatMoney } from '#kernel/money.ts'
import { ButtonLink, ButtonRow } from '#ui/button/button.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import type { IconName } from '#ui/icon/drawings.ts'
import { Notice } from '#ui/notice/notice.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { StatFigures } from '#ui/stat-figures/stat-figures.tsx'
import { byYear, type Gain, type GainKind, gainKinds, moneyOf } from '../gain.ts'
import { gainFilePath, gainPath, newGainPath } from '../paths.ts'
import type { GainPlace } from '../store.ts'
import { detailsOf } from '../words.ts'
import { Evidence } from './evidence.tsx'

export interface GainsPageProps {
  readonly t: Translate
  readonly place: GainPlace
  readonly gains: readonly Gain[]
  readonly writes: boolean
}

const icons: Readonly<Record<GainKind, IconName>> = {
  event: 'calendar-days',
  funding: 'briefcase',
  position: 'scale',
  partner: 'handshake',
}

const Begin = ({ t, place }: GainsPageProps) => (
  <ButtonRow>
    {gainKinds.map((kind) => (
      <ButtonLink href={newGainPath(place.slug, kind)} icon={icons[kind]}>
        {t(`gains.new-${kind}`)}
      </ButtonLink>
    ))}
  </ButtonRow>
)

const figuresOf = (t: Translate, gains: readonly Gain[]) =>
  gainKinds.flatMap((kind) => {
    const count = gains.filter((gain) => gain.kind === kind).length
    if (count === 0) return []
    const value = kind === 'funding' ? formatMoney(t.lang, moneyOf(gains)) : count
    return [{ value, label: t(`gains.benefit-${kind}`, { count }) }]
  })

const Year = ({
  t,
  year,
  gains,
}: {
  readonly t: Translate
  readonly year: number
  readonly gains: readonly Gain[]
}) => (
  <Section title={String(year)}>
    <StatFigures t={t} figures={figuresOf(t, gains)} />
    <DataTable
      t={t}
      caption={t('gains.of-year', { year: String(year) })}
      hideCaption
      columns={['what', 'kind', 'day', 'details', 'evidence'].map((name) => ({ label: t(`gains.column-${name}`) }))}
      rows={gains.map((gain) => [
        <a href={gainPath(gain.id)} lang={gain.lang === t.lang ? undefined : gain.lang}>
          {gain.title}
        </a>,
        t(`gains.kind-${gain.kind}`),
        formatDate(t.lang, new Date(gain.onDay)),
        detailsOf(t, gain).join(' · '),
        <Evidence t={t} gain={gain} />,
      ])}
    />
  </Section>
)

const Files = ({ t, place }: GainsPageProps) => (
  <ButtonRow>
    <ButtonLink href={gainFilePath('xlsx', place.slug)} icon="download">
      {t('gains.xlsx')}
    </ButtonLink>
    <ButtonLink href={gainFilePath('csv', place.slug)}>{t('gains.csv')}</ButtonLink>
  </ButtonRow>
)

export const GainsPage = (props: GainsPageProps) => {
  const { t, place, gains, writes } = props
  return (
    <>
      <PageTitle t={t} kind={place.name} title={t('gains.title')} lead={t('gains.lead')} />
      <PageBody>
        {writes && <Begin {...props} />}
        {gains.some(({ illustrative }) => illustrative) && <Notice>{t('gains.illustrative-text')}</Notice>}
        {gains.length === 0 ? (
          <EmptyState icon="handshake" title={t('gains.empty')} text={writes ? t('gains.empty-text') : undefined} />
        ) : (
          <>
            {byYear(gains).map(([year, of]) => (
              <Year t={t} year={year} gains={of} />
            ))}
            <Files {...props} />
          </>
        )}
      </PageBody>
    </>
  )
}
