// The issuer as its office enters it: what stands about the seller on every invoice from now on.
import type { Translate } from '#kernel/locale.ts'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { issuerPath } from '../paths.ts'
import { AddressFields, EndpointFields, type FieldsProps, keyOf, Line } from './address-fields.tsx'
import { Bank, Contact, Numbers, TaxFields, Words } from './issuer-fields.tsx'

const fieldNames = [
  ...[
    'name',
    'legalName',
    'street',
    'street2',
    'postcode',
    'city',
    'vatId',
    'endpointScheme',
    'endpointId',
    'legalScheme',
  ],
  ...['legalId', 'taxNumber', 'contactName', 'contactPhone', 'contactEmail', 'iban', 'bic', 'bankName', 'daysToPay'],
  ...['taxCategory', 'taxRate', 'exemptionCode', 'exemptionReason', 'numberPrefix', 'legalNote', 'note'],
]
export const labelsOf = (t: Translate, names: readonly string[]): Record<string, string> => ({
  ...Object.fromEntries(names.map((name) => [name, t(`invoices.field-${keyOf(name)}`)])),
  country: t('invoices.country'),
})

export const IssuerPage = (props: FieldsProps) => {
  const { t, issues } = props
  return (
    <>
      <ErrorSummary t={t} issues={issues} labels={labelsOf(t, fieldNames)} />
      <PageTitle t={t} title={t('invoices.issuer')} lead={t('invoices.issuer-lead')} />
      <PageBody>
        <Form t={t} action={issuerPath}>
          <Line {...props} name="name" hint required />
          <AddressFields {...props} />
          <Numbers {...props} />
          <Contact {...props} />
          <Bank {...props} />
          <TaxFields {...props} />
          <EndpointFields {...props} />
          <Words {...props} />
          <Button tone="primary">{t('invoices.save')}</Button>
        </Form>
      </PageBody>
    </>
  )
}
