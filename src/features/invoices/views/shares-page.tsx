// What the network passes on to a forum, member by member and year: the sum, and nothing else of the invoices.
import type { Translate } from '#kernel/locale.ts'
import { formatMoney } from '#kernel/money.ts'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { PageBody, PageTitle, Section } from '#ui/page/page.tsx'
import { memberPath, sharesPath, withQuery } from '../paths.ts'
import type { PassedOn } from '../store-shares.ts'

export interface SharesPageProps {
  readonly t: Translate
  readonly years: readonly number[]
  readonly year: number
  readonly passedOn: readonly PassedOn[]
}

const Years = ({ t, years, year }: SharesPageProps) => (
  <nav aria-label={t('invoices.years')}>
    <ul class="facts-inline">
      {years.map((one) => (
        <li>
          <a href={withQuery(sharesPath, { year: one })} aria-current={one === year ? 'page' : undefined}>
            {String(one)}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

export const SharesPage = (props: SharesPageProps) => {
  const { t, years, year, passedOn } = props
  const sum = passedOn.reduce((total, { cents }) => total + cents, 0)
  return (
    <>
      <PageTitle t={t} title={t('invoices.shares')} lead={t('invoices.shares-lead')} />
      <PageBody>
        {years.length === 0 ? (
          <EmptyState icon="handshake" title={t('invoices.shares-none')} />
        ) : (
          <Section title={String(year)} action={<Years {...props} />}>
            <DataTable
              t={t}
              caption={t('invoices.shares')}
              hideCaption
              columns={[{ label: t('invoices.member') }, { label: t('invoices.share'), numeric: true }]}
              rows={[
                ...passedOn.map(({ slug, name, cents }) => [
                  <a href={memberPath(slug)}>{name}</a>,
                  formatMoney(t.lang, cents),
                ]),
                [t('invoices.sum'), <strong>{formatMoney(t.lang, sum)}</strong>],
              ]}
            />
          </Section>
        )}
      </PageBody>
    </>
  )
}
