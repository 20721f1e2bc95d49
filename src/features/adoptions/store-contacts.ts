// Who is asked about an adoption, when a seat is handed on; by the system.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { TrunkTables } from '#trunk/tables.ts'
import type { AdoptionTables } from './tables.ts'

/** Where the leaver was named as the contact and the heir looks after the adoption now, the heir is. Done twice it changes nothing. */
export const handContactsOn = (system: Db, leaver: number, heir: number) =>
  system
    .withTables<TrunkTables & AdoptionTables>()
    .updateTable('adoption')
    .set({ contact_id: heir })
    .where('contact_id', '=', leaver)
    .where(
      sql<boolean>`exists (select 1 from contribution c where c.id = adoption.contribution_id and c.steward_id = ${heir})`,
    )
    .execute()
    .then(() => undefined)
