// The groups of fields by which an issuer is entered: register, contact, bank, tax, and what else stands on the invoice.
import { ChoiceField } from '#ui/choice-field/choice-field.tsx'
import { FieldSet } from '#ui/form/form.tsx'
import { TextArea } from '#ui/text-area/text-area.tsx'
import { taxCategories } from '../invoice.ts'
import { type FieldsProps, keyOf, Line } from './address-fields.tsx'

export const Numbers = (props: FieldsProps) => (
  <FieldSet legend={props.t('invoices.register')}>
    <Line {...props} name="legalScheme" hint width="short" />
    <Line {...props} name="legalId" />
    <Line {...props} name="taxNumber" hint />
  </FieldSet>
)

export const Contact = (props: FieldsProps) => (
  <FieldSet legend={props.t('invoices.contact')}>
    <Line {...props} name="contactName" required />
    <Line {...props} name="contactPhone" type="tel" required />
    <Line {...props} name="contactEmail" type="email" required />
  </FieldSet>
)

export const Bank = (props: FieldsProps) => (
  <FieldSet legend={props.t('invoices.bank')}>
    <Line {...props} name="iban" required />
    <Line {...props} name="bic" width="medium" />
    <Line {...props} name="bankName" />
    <Line {...props} name="daysToPay" width="short" required />
  </FieldSet>
)

export const TaxFields = (props: FieldsProps) => {
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

export const Words = (props: FieldsProps) => {
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
