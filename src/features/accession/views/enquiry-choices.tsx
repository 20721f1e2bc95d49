// What the enquiry chooses from lists: the country, and an organisation that is in the register already.

import { countryChoices } from '#kernel/countries.ts'
import { SelectField } from '#ui/select-field/select-field.tsx'
import type { RegisteredOrganisation } from '../store-enquiry.ts'
import type { FormState } from './line-field.tsx'

export const Country = ({ t, typed, issues }: FormState) => (
  <SelectField
    t={t}
    issues={issues}
    name="country"
    label={t('accession.field-country')}
    value={typed['country']}
    options={countryChoices(t.lang)}
    empty={t('accession.choose')}
    required
  />
)

export const Registered = ({
  t,
  typed,
  issues,
  registered,
}: FormState & { readonly registered: readonly RegisteredOrganisation[] }) =>
  registered.length === 0 ? null : (
    <SelectField
      t={t}
      issues={issues}
      name="registered"
      label={t('accession.field-registered')}
      hint={t('accession.hint-registered')}
      value={typed['registered']}
      options={registered.map(({ id, name }) => ({ value: String(id), label: name }))}
      empty={t('accession.not-registered')}
    />
  )
