// What stands about an institution: when it is entered, and when that is changed.
import { countryChoices } from '#kernel/countries.ts'
import { FieldSet } from '#ui/form/form.tsx'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { type FieldsProps, Work } from './work-fields.tsx'

export const InstitutionFields = (props: FieldsProps) => {
  const { t, typed, issues } = props
  return (
    <FieldSet legend={t('experts.institution')}>
      <TextField
        t={t}
        name="institution"
        label={t('experts.field-institution')}
        value={typed['institution']}
        issues={issues}
        maxlength={160}
        required
      />
      <SelectField
        t={t}
        name="country"
        label={t('experts.field-country')}
        value={typed['country']}
        issues={issues}
        empty={t('experts.choose')}
        options={countryChoices(t.lang)}
        required
      />
      <TextField
        t={t}
        name="link"
        type="url"
        label={t('experts.field-link')}
        value={typed['link']}
        issues={issues}
        maxlength={300}
      />
      <Work {...props} />
    </FieldSet>
  )
}
