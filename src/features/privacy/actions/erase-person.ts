// The erasure itself, as the system: what is only theirs goes, what their city shared stays and names a former colleague.
import type { JobParts } from '#platform/feature.ts'
import { removeStored } from '#platform/files/uploads.ts'
import { translator } from '#platform/i18n.ts'
import { recordFact } from '#trunk/facts.ts'
import { declaredColumns } from '../personal.ts'
import { beginErasing, deleteDrafts, emptyPerson, eraseColumn, holdDue, type Leaving } from '../store-erasure.ts'

/** False where it was taken back in the last moment. All or nothing; files go once it is done. */
export async function erasePerson(
  { system, features, settings, now }: Pick<JobParts, 'system' | 'features' | 'settings' | 'now'>,
  person: Leaving,
): Promise<boolean> {
  const files = await system.transaction().execute(async (db) => {
    if (!(await holdDue(db, person.id, now()))) return undefined
    await beginErasing(db)
    const stored = await deleteDrafts(db, person.id)
    for (const declared of declaredColumns(features)) await eraseColumn(db, declared, person)
    const name = translator(person.lang)('privacy.former', { city: person.cityName })
    await emptyPerson(db, person, name, now())
    await recordFact(db, { name: 'person.erased', data: { person: person.id } })
    return stored
  })
  if (files === undefined) return false
  for (const storedAs of files) await removeStored(settings.dataDir, storedAs)
  return true
}
