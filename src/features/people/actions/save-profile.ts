// A person changes what they tell about themselves, and how far.
import { notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import type { ProfileInput } from '../inputs.ts'
import type { Consent, Consents } from '../profile.ts'
import { findPerson, holdPerson, renamePerson, saveProfile } from '../store.ts'
import { findConsents } from '../store-consent.ts'
import { type Joined, joinProfile, type ProfileValues } from '../two-windows.ts'
import { typedFrom } from '../typed.ts'

const consentsOf = (values: ProfileValues): Consents => ({
  function: values.consentFunction,
  languages: values.consentLanguages,
  concepts: values.consentConcepts,
  askMeAbout: values.consentAskMeAbout,
  phone: values.consentPhone,
  email: values.consentEmail,
})

export type SaveOutcome =
  | { readonly done: true }
  | { readonly done: false; readonly joined: Joined; readonly now: ProfileValues }

/** Refused only where another window has changed the same field to something else. `choices`: from nobody to everybody. */
export const saveOwnProfile = (
  asPerson: AsPerson,
  { person }: SignedIn,
  { shown, ...sent }: ProfileInput,
  choices: readonly Consent[],
): Promise<SaveOutcome> =>
  asPerson(async (db) => {
    await holdPerson(db, person.id)
    const card = await findPerson(db, person.slug, person.lang)
    if (card === undefined) throw notFound()
    const now = typedFrom(card, (await findConsents(db, person.id)).chosen)
    const joined = joinProfile({ shown, sent, now }, choices)
    if (joined.conflicts.length > 0) return { done: false, joined, now }
    await renamePerson(db, person.id, joined.values.name)
    await saveProfile(db, person, joined.values, consentsOf(joined.values))
    await recordFact(db, { name: 'profile.changed', actor: person })
    return { done: true }
  })
