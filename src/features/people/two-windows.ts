// A profile that is open in two windows. The form carries what it showed, so that each window changes only what was changed in it:
// what only the other one changed stays, and nothing is shown to more people by a form that did not know of it.
import type { Typed } from '#kernel/outcome.ts'
import type { Consent, ProfileTexts } from './profile.ts'

/** A profile as its form has it. */
export interface ProfileValues extends ProfileTexts {
  readonly name: string
  readonly consentFunction: Consent
  readonly consentLanguages: Consent
  readonly consentConcepts: Consent
  readonly consentAskMeAbout: Consent
  readonly consentPhone: Consent
  readonly consentEmail: Consent
}
export type ProfileField = keyof ProfileValues
type Value = ProfileValues[ProfileField]

/** Undefined: the form did not ask for it. */
type Sent = { readonly [Field in ProfileField]?: ProfileValues[Field] | undefined }

export interface Joined {
  readonly values: ProfileValues
  /** Changed on both sides, and not to the same. */
  readonly conflicts: readonly ProfileField[]
}

/** Undefined where it is nothing that a form wrote: then nothing is known of what was seen. */
export function readShown(text: string | undefined): Typed | undefined {
  try {
    const read: unknown = JSON.parse(text ?? '')
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Typed) : undefined
  } catch {
    return undefined
  }
}

const asText = (value: unknown): string => JSON.stringify(Array.isArray(value) ? value.toSorted() : value)
const same = (one: unknown, other: unknown): boolean => asText(one) === asText(other)

/** The parts that would be shown to somebody who cannot be chosen (any more). */
export const unknownChoices = (values: ProfileValues, choices: readonly Consent[]): ProfileField[] =>
  (Object.keys(values) as ProfileField[]).filter(
    (field) => field.startsWith('consent') && !choices.includes(values[field] as Consent),
  )

const joinLists = (shown: readonly string[], sent: readonly string[], now: readonly string[]): string[] => [
  ...now.filter((one) => sent.includes(one) || !shown.includes(one)),
  ...sent.filter((one) => !now.includes(one) && !shown.includes(one)),
]

const isList = (value: unknown): value is readonly string[] => Array.isArray(value)

/** Of two choices the one that fewer people see; `choices` go from nobody to everybody. */
const narrower = (one: Value, other: Value, choices: readonly Consent[]): Value =>
  choices.indexOf(one as Consent) <= choices.indexOf(other as Consent) ? one : other

function joinField(
  field: ProfileField,
  { shown, sent, now }: Record<'shown' | 'sent' | 'now', unknown>,
  choices: readonly Consent[],
): { readonly value: Value; readonly conflict: boolean } {
  // Both are values of this field: one was judged by its schema, the other is what is kept.
  const [mine, kept] = [(sent ?? now) as Value, now as Value]
  if (same(mine, kept) || same(mine, shown)) return { value: kept, conflict: false }
  if (same(kept, shown)) return { value: mine, conflict: false }
  if (isList(mine) && isList(kept) && isList(shown)) return { value: joinLists(shown, mine, kept), conflict: false }
  return { value: field.startsWith('consent') ? narrower(mine, kept, choices) : mine, conflict: true }
}

/** `sent` over `now`, as far as whoever sent it knew what they changed. */
export function joinProfile(
  { shown, sent, now }: { shown: Typed | undefined; sent: Sent; now: ProfileValues },
  choices: readonly Consent[],
): Joined {
  const fields = Object.keys(now) as ProfileField[]
  const joined = fields.map((field) => ({
    field,
    ...joinField(field, { shown: shown?.[field], sent: sent[field], now: now[field] }, choices),
  }))
  return {
    values: Object.fromEntries(joined.map(({ field, value }) => [field, value])) as unknown as ProfileValues,
    conflicts: joined.filter(({ conflict }) => conflict).map(({ field }) => field),
  }
}
