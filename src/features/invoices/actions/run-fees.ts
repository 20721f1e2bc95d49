// Make the invoices of a year: all that are ready, numbered without a gap, in one transaction; a second press finds nothing left.
import { dayOf } from '#kernel/locale.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { findApprovedScale, noteInvoicedYear } from '../../fees/public.ts'
import { writeFees } from '../fee-invoices.ts'
import { booksOf, keepsBooks } from '../permissions.ts'
import { previewOf, totalsOf } from '../preview.ts'
import { readMaterial } from '../read-material.ts'
import { insertRun, waitForNumbers } from '../store-run.ts'

export type RunRefusal = 'no-issuer' | 'no-scale' | 'nothing' | 'changed'

/** What the officer saw: how many, and how much. */
export interface Seen {
  readonly year: number
  readonly count: number
  readonly cents: number
}

async function run(db: Db, viewer: SignedIn, seen: Seen, now: Date): Promise<Outcome<number, RunRefusal>> {
  const issuer = booksOf(viewer)
  await waitForNumbers(db, issuer)
  const read = await readMaterial(db, issuer, seen.year)
  if (typeof read === 'string') return refused(read)
  const { seller, material } = read
  const lines = previewOf(material)
  const { count, cents } = totalsOf(lines)
  if (count === 0) return refused('nothing')
  if (count !== seen.count || cents !== seen.cents) return refused('changed')
  await noteInvoicedYear(db, issuer, seen.year)
  // Another version of the scale may have been approved until the moment that the year was noted.
  if ((await findApprovedScale(db, issuer, seen.year))?.id !== material.scale.id) return refused('changed')
  const by = { madeBy: viewer.person.id, madeAt: now }
  const runId = await insertRun(db, { issuer, year: seen.year, scaleId: material.scale.id, ...by })
  await writeFees(db, { seller, material, lines, runId, issuedOn: dayOf(now), ...by })
  await recordFact(db, { name: 'fee-run.completed', actor: viewer.person, data: { run: runId, invoices: count } })
  return done(runId)
}

/** Gives the id of the run. */
export function runFees(
  asPerson: AsPerson,
  viewer: SignedIn,
  seen: Seen,
  now: Date,
): Promise<Outcome<number, RunRefusal>> {
  if (!keepsBooks(viewer)) throw forbidden()
  return asPerson((db) => run(db, viewer, seen, now))
}
