// The fields that both sides of an invoice have: address, VAT number, electronic address.
import { compareIn, countryName, type Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { FieldSet } from '#ui/form/form.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { countries } from '../countries.ts'

export interface FieldsProps {
  readonly t: Translate
  readonly typed: Typed
  readonly issues: readonly Issue[]
}

/** `legalName` → `legal-name`, as messages are named. */
export const keyOf = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** A field whose label, and hint where it has one, are named after it. */
export const Line = (
  props: FieldsProps & {
    readonly name: string
    readonly hint?: boolean
    readonly required?: boolean
    readonly type?: 'text' | 'email' | 'tel'
    readonly width?: 'short' | 'medium' | 'full'
    readonly autocomplete?: string
  },
) => {
  const { t, name, hint, typed, issues, ...rest } = props
  return (
    <TextField
      {...rest}
      t={t}
      name={name}
      label={t(`invoices.field-${keyOf(name)}`)}
      hint={hint ? t(`invoices.hint-${keyOf(name)}`) : undefined}
      value={typed[name]}
      issues={issues}
    />
  )
}

const sortedCountries = (lang: string) => {
  const compare = compareIn(lang)
  return countries
    .map((value) => ({ value, label: countryName(lang, value) }))
    .sort((one, other) => compare(one.label, other.label))
}

export const AddressFields = (props: FieldsProps) => {
  const { t, typed, issues } = props
  return (
    <FieldSet legend={t('invoices.address')}>
      <Line {...props} name="legalName" hint required />
      <Line {...props} name="street" required />
      <Line {...props} name="street2" />
      <Line {...props} name="postcode" width="short" required />
      <Line {...props} name="city" required />
      <SelectField
        t={t}
        name="country"
        label={t('invoices.country')}
        value={typed['country']}
        issues={issues}
        options={sortedCountries(t.lang)}
        empty={t('invoices.choose')}
        required
      />
      <Line {...props} name="vatId" width="medium" />
    </FieldSet>
  )
}

export const EndpointFields = (props: FieldsProps & { readonly required?: boolean }) => (
  <FieldSet legend={props.t('invoices.endpoint')}>
    <Line {...props} name="endpointScheme" hint width="short" />
    <Line {...props} name="endpointId" />
  </FieldSet>
)
