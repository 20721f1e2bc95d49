// Which bank accounts are the issuer's own: those on its invoices, and those of which a statement was read before.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'

export interface OwnAccounts {
  /** On which the issuer asks to be paid, today or on earlier invoices; empty as long as none was entered. */
  readonly asked: readonly string[]
  /** Of which somebody read a statement, and said that it is theirs where it was not asked for. */
  readonly read: readonly string[]
}

export async function findOwnAccounts(db: Db, issuer: number | null): Promise<OwnAccounts> {
  const { rows } = await sql<OwnAccounts>`
    select array(select iban from issuer where coalesce(forum_id, 0) = ${issuer ?? 0} and iban <> ''
        union select distinct content -> 'seller' ->> 'iban' from invoice
          where coalesce(issuer_id, 0) = ${issuer ?? 0} and coalesce(content -> 'seller' ->> 'iban', '') <> '') as asked,
      array(select distinct iban from bank_statement where coalesce(issuer_id, 0) = ${issuer ?? 0} and iban <> '') as read`.execute(
    db,
  )
  return rows[0] ?? { asked: [], read: [] }
}
