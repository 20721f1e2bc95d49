// What the system tidies in rooms: guests whose time is over, invitations that nobody took, and rooms whose hosts are all gone.
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import { recordFact } from '#trunk/facts.ts'
import type { TrunkTables } from '#trunk/tables.ts'

/** They reach nothing since that moment; here their rows go, and the account of whoever is in no room any more, so that the address is free. */
export async function endGuests(system: Db): Promise<void> {
  const db = system.withTables<TrunkTables>()
  await sql`delete from audience_person where until <= now()`.execute(db)
  await sql`update person p set left_at = now() where p.guest and p.left_at is null
    and not exists (select 1 from audience_person ap where ap.person_id = p.id)`.execute(db)
}

/** The addresses of people outside are kept no longer than they are needed. */
export const endInvitations = async (system: Db): Promise<void> => {
  await sql`delete from room_invitation where expires_at <= now() or until <= now()`.execute(system)
}

/**
 * Where no host is left, whoever has been in longest takes over. A host whose city is out of reach for a while stays host:
 * that it is, nobody is to see. Where nobody is left but guests, the room is archived.
 */
export const mindHosts = (system: Db): Promise<void> =>
  system.transaction().execute(async (transaction) => {
    const db = transaction.withTables<TrunkTables>()
    const present = sql`select ap.audience_id, ap.person_id, ap.host, ap.since from audience_person ap join person p on p.id = ap.person_id
      where p.left_at is null and not p.guest`
    const orphans = sql`select r.audience_id from room r where r.archived_at is null and r.deleted_at is null
      and not exists (select 1 from (${present}) m where m.audience_id = r.audience_id and m.host)`
    const { rows } = await sql<{ roomId: number; personId: number }>`update audience_person ap set host = true from (
        select distinct on (m.audience_id) m.audience_id, m.person_id from (${present}) m
        where m.audience_id in (${orphans}) and m.audience_id = any (string_to_array(app.audiences_of(m.person_id), ',')::int[])
        order by m.audience_id, m.since, m.person_id) next
      where ap.audience_id = next.audience_id and ap.person_id = next.person_id
      returning ap.audience_id as "roomId", ap.person_id as "personId"`.execute(db)
    await sql`update room set archived_at = now() where audience_id in (${orphans})
      and not exists (select 1 from (${present}) m where m.audience_id = room.audience_id)`.execute(db)
    for (const { roomId, personId } of rows)
      await recordFact(transaction, { name: 'room.host-passed', data: { room: roomId, person: personId } })
  })
