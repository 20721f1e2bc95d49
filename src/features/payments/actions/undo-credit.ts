// Take back what was done with credit: set against an invoice, or marked as paid back. A row of its own says so, with the reason.
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { issuerOf, keepsBooks } from '../permissions.ts'
import { getAccountMember } from '../store-accounts.ts'
import { listCreditMoves } from '../store-credit.ts'
import { insertUndoing } from '../store-settlements.ts'
import { lockBooks } from '../store-statements.ts'
import { type SettleRefusal, unlessShort } from '../take-entry.ts'

/** Refused where a colleague was faster, and where a credit note took the invoice back. */
export const undoCredit = (
  asPerson: AsPerson,
  viewer: SignedIn,
  slug: string,
  { movement, why }: { readonly movement: number; readonly why: string },
  now: Date,
): Promise<Outcome<undefined, SettleRefusal | 'undone-already'>> =>
  unlessShort(
    asPerson(async (db) => {
      if (!keepsBooks(viewer)) throw forbidden()
      const issuer = issuerOf(viewer)
      await lockBooks(db, issuer)
      const { id: organisationId } = await getAccountMember(db, issuer, slug, viewer.person.lang)
      const move = (await listCreditMoves(db, { issuer, organisationId })).find(({ id }) => id === movement)
      if (move?.undoable !== true) return refused('undone-already')
      // On its own day: done once more and rightly, it would stand twice in the account.
      await insertUndoing(db, move.id, { personId: viewer.person.id, note: why }, now)
      await recordFact(db, { name: 'credit.restored', actor: viewer.person, data: { organisation: organisationId } })
      return done(undefined)
    }),
  )
