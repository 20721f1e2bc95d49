// What a city was sent, for whoever coordinates it.
import type { Translate } from '#kernel/locale.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { billingPath } from '../paths.ts'
import type { InvoiceLine } from '../store-entries.ts'
import { InvoiceTable } from './invoice-table.tsx'

export interface OwnPageProps {
  readonly t: Translate
  readonly city: { readonly name: string; readonly slug: string }
  readonly lines: readonly InvoiceLine[]
}

export const OwnPage = ({ t, city, lines }: OwnPageProps) => (
  <>
    <PageTitle
      t={t}
      kind={city.name}
      title={t('invoices.own')}
      lead={t('invoices.own-lead')}
      action={
        <ButtonLink href={billingPath(city.slug)} icon="map-pin">
          {t('invoices.billing')}
        </ButtonLink>
      }
    />
    <PageBody>
      {lines.length === 0 ? (
        <EmptyState icon="file-text" title={t('invoices.own-none')} text={t('invoices.own-none-text')} />
      ) : (
        <InvoiceTable t={t} caption={t('invoices.own')} lines={lines} own />
      )}
    </PageBody>
  </>
)
