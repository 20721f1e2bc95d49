// Check a file: nothing is imported yet; what could be is kept for this person until they say yes.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { listAudiences } from '#trunk/audiences.ts'
import { listTitlesOf } from '../../practices/public.ts'
import { type Around, checkRows } from '../check-rows.ts'
import type { ImportInput } from '../inputs.ts'
import { type FileRefusal, mostBytes, readFile } from '../read-file.ts'
import { keepRun, listNamesOf } from '../store.ts'

export type CheckRefusal = FileRefusal | 'no-file' | 'too-large' | 'audience-unknown'

/** Problems beyond are counted, not kept. */
const mostProblems = 1000

/** Gives the number of the run. TLP:RED is not imported: it needs names, and those want to be typed one by one. */
export async function checkFile(
  asPerson: AsPerson,
  viewer: SignedIn,
  file: File | undefined,
  input: ImportInput,
  now: Date,
): Promise<Outcome<number, CheckRefusal>> {
  if (file === undefined) return refused('no-file')
  if (file.size > mostBytes) return refused('too-large')
  const { id, organisationId, organisationName: name, lang } = viewer.person
  const given = await readFile(new Uint8Array(await file.arrayBuffer()), lang)
  if (!given.done) return given
  return asPerson(async (db) => {
    const audiences = (await listAudiences(db, lang)).filter(({ kind }) => kind !== 'persons')
    const audience = audiences.find((one) => String(one.id) === input.audience)
    if (audience === undefined) return refused('audience-unknown')
    const organisation = { name, names: [name, ...(await listNamesOf(db, organisationId))] }
    const titles = await listTitlesOf(db, organisationId)
    const around: Around = { lang: input.lang, audience, audiences, organisation, titles }
    const { good, problems, faulty } = checkRows(given.value, around)
    const counts = { total: given.value.rows.length, faulty, found: problems.length }
    const { guessed } = given.value
    const about = { file: file.name.toWellFormed().replaceAll('\u0000', '').slice(-120), ...counts }
    const report = {
      ...about,
      problems: problems.slice(0, mostProblems),
      ...(guessed === undefined ? {} : { guessed }),
    }
    return done(await keepRun(db, { id, organisationId }, { report, good }, now))
  })
}
