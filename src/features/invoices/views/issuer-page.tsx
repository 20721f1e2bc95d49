// The issuer as its office enters it: what stands about the seller on every invoice from now on.
import type { Translate } from '#kernel/locale.ts'
import { Button } from '#ui/button/button.tsx'
import { ChoiceField } from '#ui/choice-field/choice-field.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { FieldSet, Form } from '#ui/form/form.tsx'
import { PageBody, PageTitle } from '#ui/page/page.tsx'
import { TextArea } from '#ui/text-area/text-area.tsx'
import { taxCategories } from '../invoice.ts'
import { issuerPath } from '../paths.ts'
import { AddressFields, EndpointFields, type FieldsProps, keyOf, Line } from './address-fields.tsx'

const Numbers = (props: FieldsProps) => (
  <FieldSet legend={props.t('invoices.register')}>
    <Line {...props} name="legalScheme" hint width="short" />
    <Line {...props} name="legalId" />
    <Line {...props} name="taxNumber" hint />
  </FieldSet>
)

const Contact = (props: FieldsProps) => (
  <FieldSet legend={props.t('invoices.contact')}>
    <Line {...props} name="contactName" required />
    <Line {...props} name="contactPhone" type="tel" required />
    <Line {...props} name="contactEmail" type="email" required />
  </FieldSet>
)

const Bank = (props: FieldsProps) => (
  <FieldSet legend={props.t('invoices.bank')}>
    <Line {...props} name="iban" required />
    <Line {...props} name="bic" width="medium" />
    <Line {...props} name="bankName" />
    <Line {...props} name="daysToPay" width="short" required />
  </FieldSet>
)

const TaxFields = (props: FieldsProps) => {
  const { t, typed, issues } = props
  return (
    <FieldSet legend={t('invoices.tax')}>
      <ChoiceField
        t={t}
        name="taxCategory"
        label={t('invoices.field-tax-category')}
        hint={t('invoices.hint-tax-category')}
        value={typed['taxCategory']}
        issues={issues}
        choices={taxCategories.map((value) => ({ value, label: t(`invoices.tax-${value.toLowerCase()}`) }))}
        required
      />
      <Line {...props} name="taxRate" width="short" />
      <Line {...props} name="exemptionCode" hint width="medium" />
      <Line {...props} name="exemptionReason" />
    </FieldSet>
  )
}

const Words = (props: FieldsProps) => {
  const { t, typed, issues } = props
  const area = (name: 'legalNote' | 'note') => (
    <TextArea
      t={t}
      name={name}
      label={t(`invoices.field-${keyOf(name)}`)}
      hint={t(`invoices.hint-${keyOf(name)}`)}
      value={typed[name]}
      issues={issues}
      rows={3}
      maxlength={1000}
    />
  )
  return (
    <FieldSet legend={t('invoices.on-the-invoice')}>
      <Line {...props} name="numberPrefix" hint width="short" />
      {area('legalNote')}
      {area('note')}
    </FieldSet>
  )
}

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
