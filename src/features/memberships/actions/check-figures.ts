// Check a table of inhabitants: nothing is recorded yet; what could be is kept for this person until they say yes.
import { dayOf } from '#kernel/locale.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import type { GivenTable, TableLimits, TableRefusal } from '#platform/tables/given-table.ts'
import { readCsv } from '#platform/tables/read-csv.ts'
import { readXlsx } from '#platform/tables/read-xlsx.ts'
import { checkFigures, mostBytes, mostRows } from '../figure-rows.ts'
import type { ImportInput } from '../inputs.ts'
import { isOffice } from '../permissions.ts'
import { keepRun, listKnown } from '../store-import.ts'

const limits: TableLimits = { rows: mostRows, columns: 200 }
/** Rows of others are counted; so many are named. */
const mostUnclear = 500

export type FiguresRefusal = TableRefusal | 'no-file' | 'too-large' | 'no-heads' | 'old-excel'

const read = async (file: File, lang: string): Promise<Outcome<GivenTable, TableRefusal>> => {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return bytes[0] === 0x50 && bytes[1] === 0x4b ? readXlsx(bytes, limits) : readCsv(bytes, lang, limits)
}

/** Gives the number of the run. */
export async function checkFile(
  asPerson: AsPerson,
  viewer: SignedIn,
  file: File | undefined,
  { country, as_of: asOf, source }: ImportInput,
  now: Date,
): Promise<Outcome<number, FiguresRefusal>> {
  if (!isOffice(viewer)) throw forbidden()
  if (file === undefined) return refused('no-file')
  if (file.size > mostBytes) return refused('too-large')
  const { person } = viewer
  const given = await read(file, person.lang)
  if (!given.done) return given
  return asPerson(async (db) => {
    const members = await listKnown(db, person.forumId, person.lang)
    const checked = checkFigures(given.value.rows, members, { country, asOf, source }, dayOf(now))
    if (checked === undefined) return refused('no-heads')
    const name = file.name.replaceAll('\u0000', '').slice(-120).toWellFormed()
    const report = { ...checked, file: name, unclear: named(checked.unclear), left: checked.unclear.length }
    const good = checked.changes.map(({ organisationId, asOf: day, population, source: from }) => ({
      ...{ organisationId, asOf: day, population, source: from },
    }))
    return done(await keepRun(db, person, report, good, now))
  })
}

/** What is wrong with a member's own row comes before the rows of all others. */
const named = <Row extends { readonly problem: string }>(rows: readonly Row[]): Row[] =>
  [
    ...rows.filter(({ problem }) => problem !== 'unknown'),
    ...rows.filter(({ problem }) => problem === 'unknown'),
  ].slice(0, mostUnclear)
