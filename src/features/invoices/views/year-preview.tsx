// The preview of a run: figures, the button that makes it, the members, the sums.
import { formatNumber, type Translate } from '#kernel/locale.ts'
import { type Cents, formatMoney } from '#kernel/money.ts'
import type { PageOf } from '#kernel/page.ts'
import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Panel, Section } from '#ui/page/page.tsx'
import { Pagination } from '#ui/pagination/pagination.tsx'
import { StatFigures } from '#ui/stat-figures/stat-figures.tsx'
import type { PreviewQuery } from '../inputs.ts'
import { makeRunPath, previewCsvPath, withQuery, yearPath } from '../paths.ts'
import type { PreviewLine } from '../preview.ts'
import { PreviewFilter, type PreviewFilterProps } from './preview-filter.tsx'
import { PreviewSums, type PreviewSumsProps } from './preview-sums.tsx'
import { PreviewTable } from './preview-table.tsx'

export interface Shown extends Omit<PreviewSumsProps, 't'> {
  readonly query: PreviewQuery
  readonly page: PageOf<PreviewLine>
  readonly countries: PreviewFilterProps['countries']
  readonly count: number
  readonly cents: Cents
  readonly missing: number
  readonly made: number
}
/** Carries what was seen, so that nobody makes something else. */
const Make = ({ t, year, shown }: { t: Translate; year: number; shown: Shown }) =>
  shown.count === 0 ? (
    <Notice tone="info">{t(shown.made === 0 ? 'invoices.nothing-to-make' : 'invoices.all-made')}</Notice>
  ) : (
    <Panel title={t('invoices.make-title', { year: String(year) })}>
      <p>
        {t('invoices.make-text', {
          ...{ count: shown.count, shown: formatNumber(t.lang, shown.count), sum: formatMoney(t.lang, shown.cents) },
          missing: shown.missing,
        })}
      </p>
      <Form t={t} action={makeRunPath(year)} hidden={{ count: shown.count, cents: shown.cents }}>
        <Button tone="primary" icon="check">
          {t('invoices.make', { count: shown.count, shown: formatNumber(t.lang, shown.count) })}
        </Button>
      </Form>
    </Panel>
  )

export const YearPreview = ({ t, year, shown }: { t: Translate; year: number; shown: Shown }) => (
  <>
    <StatFigures
      t={t}
      figures={[
        { value: shown.count, label: t('invoices.line-ready'), href: withQuery(yearPath(year), { state: 'ready' }) },
        {
          value: shown.missing,
          label: t('invoices.line-missing'),
          href: withQuery(yearPath(year), { state: 'missing' }),
        },
        { value: shown.made, label: t('invoices.line-made'), href: withQuery(yearPath(year), { state: 'made' }) },
      ]}
    />
    <Make t={t} year={year} shown={shown} />
    <Section
      title={t('invoices.preview')}
      action={<a href={withQuery(previewCsvPath(year), { ...shown.query, page: undefined })}>{t('invoices.as-csv')}</a>}
    >
      <PreviewFilter t={t} year={year} query={shown.query} countries={shown.countries} />
      <p>{t('invoices.members-found', { count: shown.page.total, shown: formatNumber(t.lang, shown.page.total) })}</p>
      {shown.page.items.length > 0 && <PreviewTable t={t} lines={shown.page.items} />}
      <Pagination
        t={t}
        page={shown.page}
        href={(number) => withQuery(yearPath(year), { ...shown.query, page: number })}
      />
    </Section>
    <PreviewSums t={t} {...shown} />
  </>
)
