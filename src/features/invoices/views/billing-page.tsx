// Where an organisation wants its invoices, and what its treasury needs to book them.
import { languageChoices, languages } from '#kernel/locale.ts'
import { Button } from '#ui/button/button.tsx'
import { CheckField } from '#ui/check-field/check-field.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { FieldSet, Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { billingPath } from '../paths.ts'
import { AddressFields, EndpointFields, type FieldsProps, Line } from './address-fields.tsx'
import { labelsOf } from './issuer-page.tsx'

export interface BillingPageProps extends FieldsProps {
  readonly city: { readonly slug: string; readonly name: string; readonly country: string }
}

const Routing = (props: BillingPageProps) => {
  const { t, typed, issues, city } = props
  return (
    <FieldSet legend={t('invoices.routing')}>
      {city.country === 'DE' && (
        <>
          <Line {...props} name="leitwegId" hint />
          <CheckField
            t={t}
            name="withoutLeitwegId"
            label={t('invoices.field-without-leitweg-id')}
            checked={typed['withoutLeitwegId'] !== undefined}
            issues={issues}
          />
        </>
      )}
      <Line {...props} name="orderReference" hint />
    </FieldSet>
  )
}

const Delivery = (props: FieldsProps) => {
  const { t, typed, issues } = props
  return (
    <FieldSet legend={t('invoices.delivery')}>
      <Line {...props} name="email" type="email" hint />
      <SelectField
        t={t}
        name="lang"
        label={t('invoices.field-lang')}
        value={typed['lang']}
        issues={issues}
        options={languageChoices(t.lang, languages)}
        required
      />
      <CheckField
        t={t}
        name="wantsXml"
        label={t('invoices.field-wants-xml')}
        hint={t('invoices.hint-wants-xml')}
        checked={typed['wantsXml'] !== undefined}
        issues={issues}
      />
    </FieldSet>
  )
}

const fieldNames = [
  ...['legalName', 'street', 'street2', 'postcode', 'city', 'vatId', 'endpointScheme', 'endpointId'],
  ...['email', 'lang', 'leitwegId', 'withoutLeitwegId', 'orderReference', 'wantsXml'],
]

export const BillingPage = (props: BillingPageProps) => {
  const { t, city, issues } = props
  return (
    <>
      <ErrorSummary t={t} issues={issues} labels={labelsOf(t, fieldNames)} />
      <PageTitle t={t} kind={city.name} title={t('invoices.billing')} lead={t('invoices.billing-lead')} />
      <PageBody>
        <Form t={t} action={billingPath(city.slug)}>
          <AddressFields {...props} />
          <Routing {...props} />
          <Delivery {...props} />
          <EndpointFields {...props} />
          <Button tone="primary">{t('invoices.save')}</Button>
        </Form>
      </PageBody>
    </>
  )
}
