// A person changes what they tell about themselves, and how far.
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import type { ProfileInput } from '../inputs.ts'
import type { Consents } from '../profile.ts'
import { renamePerson, saveProfile } from '../store.ts'

const consentsOf = (input: ProfileInput): Consents => ({
  function: input.consentFunction,
  languages: input.consentLanguages,
  concepts: input.consentConcepts,
  askMeAbout: input.consentAskMeAbout,
  phone: input.consentPhone,
  email: input.consentEmail,
})

/** Nobody can be refused here: everybody owns exactly one profile, their own. */
export const saveOwnProfile = (asPerson: AsPerson, { person }: SignedIn, input: ProfileInput): Promise<void> =>
  asPerson(async (db) => {
    await renamePerson(db, person.id, input.name)
    await saveProfile(db, person, input, consentsOf(input))
    await recordFact(db, { name: 'profile.changed', actor: person })
  })
