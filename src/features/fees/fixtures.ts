// For the tests of this feature: officers, and scales that are there already.
import type { Town, Visitor } from '../../../testing/app.ts'
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

/** Begins a scale by the form and gives its address. */
export async function beginScale(who: Visitor, year: number, fields: Record<string, string> = {}): Promise<string> {
  const answer = await who.post('/fees', { year: String(year), ...fields })
  if (answer.status !== 303) throw new Error(`no scale for ${year}: ${answer.status}`)
  return (answer.headers.get('location') ?? '').replace('/edit', '')
}

/** The fields of one line of the table. */
export const row = (
  place: number,
  kind: string,
  cells: Partial<Record<'from' | 'to' | 'basis' | 'amount' | 'minimum' | 'maximum', string>>,
) =>
  Object.fromEntries(
    Object.entries({ kind, basis: 'flat', ...cells }).map(([name, value]) => [`${name}-${place}`, value]),
  )

/** A table without faults, in several ways of writing numbers. */
export const whole = {
  ...row(0, 'municipality', { from: '1', to: '100.000', amount: '1.000,00' }),
  ...row(1, 'municipality', { from: '100 001', amount: '2 000' }),
  ...row(2, 'association', { from: '1', basis: 'per-head', amount: '20', minimum: '500', maximum: '5,000' }),
  ...row(3, 'region', { from: '1', amount: '3000.5' }),
}

export const save = (who: Visitor, path: string, fields: Record<string, string>, revision = '1'): Promise<Response> =>
  who.post(path, { act: 'save', firstYear: 'by-month', revision, ...fields })
