// The admission: what is decided is recorded, the city gets its place in the register and its membership, and its coordinator is invited.
import { slugOf } from '#kernel/address.ts'
import { done, refused } from '#kernel/outcome.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import { recordFact } from '#trunk/facts.ts'
import { invitePerson } from '../../accounts/public.ts'
import { admit } from '../../memberships/public.ts'
import { emptyStep, latest, type NewStep } from '../accession.ts'
import { admitOrganisation, insertStep } from '../store.ts'
import type { Follow } from './take-step.ts'

export type AdmissionRefusal = 'decided' | 'overlaps' | 'precondition' | 'address-taken'

/** Runs with the step 'admission', in its transaction. `name`: as the register will have it. */
export const admitCity =
  (viewer: SignedIn, admission: NewStep, name: string, now: Date): Follow<AdmissionRefusal> =>
  async (db, file) => {
    const slug = `${file.country.toLowerCase()}-${slugOf(name) || file.id}`
    const organisationId = await admitOrganisation(db, file.id, slug, name)
    if (organisationId === null) return refused('decided')
    const beginsOn = admission.effective ?? admission.day
    await insertStep(db, file.id, {
      ...emptyStep,
      kind: 'effective',
      day: beginsOn,
      side: 'office',
      by: viewer.person.id,
    })
    const admitted = await admit(db, viewer, { organisationId, forumId: file.forumId, beginsOn }, now)
    if (!admitted.done) return admitted
    const coordinator = latest(file, 'coordinator')
    const invited = await invitePerson(
      db,
      viewer,
      organisationId,
      {
        name: coordinator?.personName ?? file.contactName,
        email: coordinator?.personEmail ?? file.contactEmail,
        role: 'coordinator',
        lang: file.lang,
      },
      now,
    )
    if (!invited.done) return refused('address-taken')
    await recordFact(db, { name: 'enquiry.admitted', actor: viewer.person, data: { accession: file.id } })
    return done(undefined)
  }
