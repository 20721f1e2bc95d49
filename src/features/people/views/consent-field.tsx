// Below every part of a profile: who may see it.
import { formatDate, type Translate } from '#kernel/locale.ts'
import type { Issue, Typed } from '#kernel/outcome.ts'
import { SelectField } from '#ui/select-field/select-field.tsx'
import type { Consent, ConsentDays, ConsentField as ConsentFieldName } from '../profile.ts'

export interface ConsentChoice {
  readonly value: Consent
  readonly label: string
}

/** What every group of the form is given. */
export interface ProfileFields {
  readonly t: Translate
  readonly typed: Typed
  readonly issues: readonly Issue[]
  /** From nobody to everybody, so that a choice which is no more falls back to nobody. */
  readonly choices: readonly ConsentChoice[]
  readonly days: ConsentDays
}

const nameOf = (field: ConsentFieldName): string => `consent${field.charAt(0).toUpperCase()}${field.slice(1)}`

/** Below every part: who sees it, and since which day its owner wants it so. */
export const ConsentField = ({
  t,
  typed,
  issues,
  choices,
  days,
  field,
}: ProfileFields & { readonly field: ConsentFieldName }) => {
  const name = nameOf(field)
  const day = days[field]
  return (
    <SelectField
      t={t}
      name={name}
      label={t('people.who-sees')}
      hint={day ? t('people.consent-since', { day: formatDate(t.lang, new Date(`${day}T12:00:00Z`)) }) : undefined}
      value={typed[name]}
      issues={issues}
      required
      options={choices}
    />
  )
}
