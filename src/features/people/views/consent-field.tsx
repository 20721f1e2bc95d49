// Below every part of a profile: who may see it.
import type { Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { SelectField } from '#ui/select-field/select-field.tsx'
import { consents } from '../profile.ts'

/** What every group of the form is given. */
export interface ProfileFields {
  readonly t: Translate
  readonly typed: Typed
  readonly issues: readonly Issue[]
}

export const ConsentField = ({ t, typed, issues, name }: ProfileFields & { readonly name: string }) => (
  <SelectField
    t={t}
    name={name}
    label={t('people.who-sees')}
    value={typed[name]}
    issues={issues}
    required
    options={consents.map((value) => ({ value, label: t(`people.consent-${value}`) }))}
  />
)
