// A person changes what they tell about themselves, and how far.
import { notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import type { ProfileInput } from '../inputs.ts'
import type { Consents } from '../profile.ts'
import { findPerson, holdPerson, renamePerson, saveProfile } from '../store.ts'
import { findConsents, listOwnForums } from '../store-consent.ts'
import { type Joined, joinProfile, type ProfileField, type ProfileValues, unknownChoices } from '../two-windows.ts'
import { consentsFor, typedFrom } from '../typed.ts'

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
  | {
      readonly done: false
      readonly joined: Joined
      readonly now: ProfileValues
      readonly unknown: readonly ProfileField[]
    }

/** Refused where another window has changed the same field to something else, or a forum was left since the form was read. */
export const saveOwnProfile = (
  asPerson: AsPerson,
  { person }: SignedIn,
  { shown, ...sent }: ProfileInput,
): Promise<SaveOutcome> =>
  asPerson(async (db) => {
    await holdPerson(db, person.id)
    const card = await findPerson(db, person.slug, person.lang)
    if (card === undefined) throw notFound()
    const now = typedFrom(card, (await findConsents(db, person.id)).chosen)
    const choices = consentsFor(await listOwnForums(db, person.lang))
    const joined = joinProfile({ shown, sent, now }, choices)
    const unknown = unknownChoices(joined.values, choices)
    if (joined.conflicts.length + unknown.length > 0) return { done: false, joined, now, unknown }
    await renamePerson(db, person.id, joined.values.name)
    await saveProfile(db, person, joined.values, consentsOf(joined.values))
    await recordFact(db, { name: 'profile.changed', actor: person })
    return { done: true }
  })
