// What a member has as credit: set against its open invoices, or marked as paid back.
import { dayOf, type Lang } from '#kernel/locale.ts'
import type { Cents } from '#kernel/money.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { forbidden } from '#kernel/stop.ts'
import type { SignedIn } from '#kernel/viewer.ts'
import type { AsPerson, Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import { issuerOf, keepsBooks } from '../permissions.ts'
import { type AccountOf, creditOf, getAccountMember } from '../store-accounts.ts'
import { listUnsentNotes } from '../store-credit.ts'
import { listOpenItems } from '../store-open-items.ts'
import { insertSettlements, type NewSettlement } from '../store-settlements.ts'
import { lockBooks } from '../store-statements.ts'
import { type SettleRefusal, unlessShort } from '../take-entry.ts'

/** The member would see what became of credit that it does not know of. */
const hidesCredit = async (db: Db, of: AccountOf, lang: Lang): Promise<boolean> =>
  (await listUnsentNotes(db, of, lang)).some(({ leavesCredit }) => leavesCredit)

/** The oldest invoice first, as far as the credit goes. */
export const useCredit = (
  asPerson: AsPerson,
  viewer: SignedIn,
  slug: string,
  now: Date,
): Promise<Outcome<Cents, SettleRefusal | 'nothing-open' | 'unsent-note'>> =>
  unlessShort(
    asPerson(async (db) => {
      if (!keepsBooks(viewer)) throw forbidden()
      const { lang, id: personId } = viewer.person
      const issuer = issuerOf(viewer)
      await lockBooks(db, issuer)
      const { id: organisationId } = await getAccountMember(db, issuer, slug, lang)
      if (await hidesCredit(db, { issuer, organisationId }, lang)) return refused('unsent-note')
      const items = await listOpenItems(db, { issuer, organisationId }, lang)
      const credit = await creditOf(db, { issuer, organisationId })
      let left = credit
      const rows: NewSettlement[] = []
      for (const { invoiceId, openCents } of items) {
        const cents = Math.min(left, openCents)
        if (cents <= 0) break
        left -= cents
        const about = { issuer, organisationId, fromCredit: true, invoiceId, personId, settledOn: dayOf(now) }
        rows.push({ ...about, into: 'invoice', cents })
      }
      if (rows.length === 0) return refused('nothing-open')
      await insertSettlements(db, rows, now)
      await recordFact(db, { name: 'credit.used', actor: viewer.person, data: { organisation: organisationId } })
      return done(credit - left)
    }),
  )

/** Somebody has sent it back on this day. Refused where the credit is no longer what they saw: a second click would book it twice. */
export const refundCredit = (
  asPerson: AsPerson,
  viewer: SignedIn,
  slug: string,
  refund: { readonly cents: Cents; readonly day: string; readonly seen: Cents | undefined },
  now: Date,
): Promise<Outcome<Cents, SettleRefusal | 'changed' | 'unsent-note'>> =>
  unlessShort(
    asPerson(async (db) => {
      if (!keepsBooks(viewer)) throw forbidden()
      const { lang, id: personId } = viewer.person
      const issuer = issuerOf(viewer)
      await lockBooks(db, issuer)
      const { id: organisationId } = await getAccountMember(db, issuer, slug, lang)
      if (await hidesCredit(db, { issuer, organisationId }, lang)) return refused('unsent-note')
      if (refund.seen !== undefined && refund.seen !== (await creditOf(db, { issuer, organisationId })))
        return refused('changed')
      const about = { issuer, organisationId, fromCredit: true, personId, settledOn: refund.day }
      await insertSettlements(db, [{ ...about, into: 'refund', cents: refund.cents }], now)
      await recordFact(db, { name: 'credit.refunded', actor: viewer.person, data: { organisation: organisationId } })
      return done(refund.cents)
    }),
  )
