// What is forgotten of files that led to no membership, as the system.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'

/** Whom to reach, and their personal address; the file itself stays. */
export const forgetEnquirers = (system: Db, before: Date): Promise<unknown> =>
  sql`update accession set contact_name = '', contact_email = '', token_hash = null
    where admitted_at is null and created_at < ${before} and contact_email <> ''`.execute(system)
