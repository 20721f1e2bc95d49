// Whether a statement is of the issuer's own account: money of somebody else's account must not pay its invoices.
import type { Refused } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import type { ReadStatement } from './bank-statement.ts'
import { findOwnAccounts } from './store-own-accounts.ts'

export interface OtherAccount extends Refused<'other-account'> {
  readonly accounts: readonly string[]
  /** On which the issuer asks to be paid. */
  readonly own: readonly string[]
}

const plainAccount = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase()

/** Banks that give no IBAN give the number within it. */
const isSame = (account: string, own: string): boolean => {
  const [one, other] = [plainAccount(account), plainAccount(own)]
  return one === other || (/^\d{6,}$/.test(one) && other.includes(one.replace(/^0+/, '')))
}

/** `confirmed`: accounts that the person has just said are theirs too. Undefined where all is well, or nothing to compare with. */
export async function findOtherAccount(
  db: Db,
  issuer: number | null,
  statements: readonly ReadStatement[],
  confirmed: readonly string[],
): Promise<OtherAccount | undefined> {
  const { asked, read } = await findOwnAccounts(db, issuer)
  if (asked.length === 0) return undefined
  const known = [...asked, ...read, ...confirmed]
  const accounts = [...new Set(statements.map(({ iban }) => plainAccount(iban)))].filter(
    (account) => account !== '' && !known.some((own) => isSame(account, own)),
  )
  return accounts.length === 0 ? undefined : { done: false, refusal: 'other-account', accounts, own: asked }
}
