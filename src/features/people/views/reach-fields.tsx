// How a person can be reached.
import { FieldSet } from '#ui/form/form.tsx'
import { TextField } from '#ui/text-field/text-field.tsx'
import { ConsentField, type ProfileFields } from './consent-field.tsx'

export const ReachFields = (props: ProfileFields & { readonly email: string }) => {
  const { t, typed, issues, email } = props
  return (
    <FieldSet legend={t('people.reach')}>
      <p>{t('people.email-is', { email })}</p>
      <ConsentField {...props} field="email" />
      <TextField
        t={t}
        name="phone"
        type="tel"
        label={t('people.phone')}
        value={typed.phone}
        issues={issues}
        autocomplete="tel"
        width="medium"
      />
      <ConsentField {...props} field="phone" />
    </FieldSet>
  )
}
