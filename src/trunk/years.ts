// Civil years of the network, as queries ask for them.
import { type RawBuilder, type SqlBool, sql } from 'kysely'

/** The moment that the query calls `column` lies in this civil year, in the network's zone. */
export const inYear = (column: string, year: number): RawBuilder<SqlBool> =>
  sql<SqlBool>`extract(year from ${sql.ref(column)} at time zone 'Europe/Brussels') = ${year}`
