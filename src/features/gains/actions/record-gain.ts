// Writing down what membership brought.
import { dayOf } from '#kernel/locale.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden, notFound } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import type { UploadRefusal } from '#platform/files/uploads.ts'
import { recordFact } from '#trunk/facts.ts'
import type { GainFields } from '../gain.ts'
import { mayRecordGains } from '../permissions.ts'
import { findPartner, findPlace, insertVersion } from '../store.ts'
import { withDocument } from './keep-document.ts'

export type GainRefusal = UploadRefusal | 'ahead' | 'evidence' | 'meanwhile'

export interface Writing {
  readonly fields: GainFields
  readonly file: File | undefined
  readonly dataDir: string
  readonly now: Date
}

/** What the fields alone tell to be wrong, before anything is written. */
export const faultOf = (fields: GainFields, hasDocument: boolean, now: Date): 'ahead' | 'evidence' | undefined => {
  if (fields.onDay > dayOf(now)) return 'ahead'
  return fields.link === '' && !hasDocument ? 'evidence' : undefined
}

/** Gives the id of the entry. */
export const recordGain = (
  asPerson: AsPerson,
  viewer: SignedIn,
  slug: string,
  { fields, file, dataDir, now }: Writing,
): Promise<Outcome<number, GainRefusal>> =>
  withDocument(dataDir, file, (brought) =>
    asPerson(async (db): Promise<Outcome<number, GainRefusal>> => {
      const { person } = viewer
      const place = await findPlace(db, { slug }, person.organisationId, person.lang)
      if (place === undefined) throw notFound()
      if (!mayRecordGains(viewer)) throw forbidden()
      const fault = faultOf(fields, brought !== undefined, now)
      if (fault !== undefined) return refused(fault)
      const partnerId = fields.kind === 'partner' ? ((await findPartner(db, fields.title, place.id)) ?? null) : null
      const id = await insertVersion(db, {
        organisationId: place.id,
        follows: undefined,
        fields: { ...fields, partnerId },
        document: brought ?? null,
        removed: false,
        by: person.id,
      })
      if (id === undefined) return refused('meanwhile')
      await recordFact(db, { name: 'gain.recorded', actor: person, data: { gain: id, organisation: place.id } })
      return done(id)
    }),
  )
