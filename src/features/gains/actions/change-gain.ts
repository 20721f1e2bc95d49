// Changing an entry: a new version beside the former ones; a document that another one replaces is gone.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Db } from '#platform/db/database.ts'
import { removeStored } from '#platform/files/uploads.ts'
import { recordFact } from '#trunk/facts.ts'
import type { Gain, GainDocument } from '../gain.ts'
import { findPartner, insertVersion } from '../store.ts'
import { getEntryToChange } from './get-entry.ts'
import { withDocument } from './keep-document.ts'
import { faultOf, type GainRefusal, type Writing } from './record-gain.ts'

export interface Changing extends Writing {
  /** The version that was on the screen. */
  readonly seen: number
  readonly withoutDocument: boolean
}

async function writeVersion(db: Db, viewer: SignedIn, last: Gain, changing: Changing, document: GainDocument | null) {
  const { fields } = changing
  const partnerId =
    fields.kind === 'partner' ? ((await findPartner(db, fields.title, last.organisationId)) ?? null) : null
  const { id, version, organisationId } = last
  return insertVersion(db, {
    organisationId,
    follows: { id, version },
    fields: { ...fields, partnerId, lang: last.lang },
    document,
    removed: false,
    by: viewer.person.id,
  })
}

export async function changeGain(
  asPerson: AsPerson,
  viewer: SignedIn,
  id: number | undefined,
  changing: Changing,
): Promise<Outcome<number, GainRefusal>> {
  const { dataDir, now, seen, withoutDocument } = changing
  const outcome = await withDocument(dataDir, changing.file, (brought) =>
    asPerson(async (db): Promise<Outcome<{ id: number; gone: string | undefined }, GainRefusal>> => {
      const last = await getEntryToChange(db, viewer, id)
      if (last.version !== seen) return refused('meanwhile')
      const document = brought ?? (withoutDocument ? null : last.document)
      // What was made up for the demonstration has no evidence to lose.
      const fault = faultOf(changing.fields, document !== null || last.illustrative, now)
      if (fault !== undefined) return refused(fault)
      if ((await writeVersion(db, viewer, last, changing, document)) === undefined) return refused('meanwhile')
      const data = { gain: last.id, organisation: last.organisationId }
      await recordFact(db, { name: 'gain.changed', actor: viewer.person, data })
      const gone = document?.storedAs === last.document?.storedAs ? undefined : last.document?.storedAs
      return done({ id: last.id, gone })
    }),
  )
  if (!outcome.done) return outcome
  if (outcome.value.gone !== undefined) await removeStored(dataDir, outcome.value.gone)
  return done(outcome.value.id)
}
