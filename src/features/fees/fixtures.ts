// For the tests of this feature: officers, and scales that are there already.
import type { Town } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'

/** Another person of the office of a forum, or of the network (null). */
export const addOfficer = (town: Town, slug: string, forum: string | null): Promise<number> =>
  fill(
    town,
    `insert into person (slug, name, email, role, organisation_id, forum_id, lang, invented)
     select '${slug}', '${slug}', '${slug}@office.example', 'office', o.id, (select id from forum where slug = o.slug), 'en', true
     from organisation o where o.slug = '${forum ?? 'european-network'}' returning id`,
  )

export const forumId = (town: Town, slug: string): Promise<number> =>
  fill(town, `select id from forum where slug = '${slug}'`)

/** A draft with one open flat bracket for each kind, complete as it is. */
export async function addDraft(town: Town, issuer: number | null, year: number, cents = 100_000): Promise<number> {
  const id = await fill(
    town,
    `insert into fee_scale (forum_id, year) values (${issuer ?? 'null'}, ${year}) returning id`,
  )
  const kinds = ['municipality', 'association', 'region']
  const rows = kinds.map((kind, place) => `(${id}, ${place}, '${kind}', 1, null, 'flat', ${cents})`)
  const columns = 'scale_id, place, member_kind, from_inhabitants, to_inhabitants, basis, flat_cents'
  await fill(town, `insert into fee_bracket (${columns}) values ${rows.join(', ')}`)
  return id
}

export const decide = (town: Town, scale: number, decision: string, person: number): Promise<number> =>
  fill(
    town,
    `insert into fee_decision (scale_id, decision, person_id, reason) values (${scale}, '${decision}', ${person}, 'so')`,
  )
