// Who asked as a member city is learnt by nobody in SQL, with every store bypassed.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { attempt, type Door, openDoor, refused } from '../../../testing/policies/as-person.ts'
import { askVeiled, others, word, work } from './fixtures.ts'

let town: Town
let door: Door
let id: number
let jonteId: number
let cityId: number
const before = new Map<string, ReadonlySet<string>>()

interface Readable {
  readonly table: string
  readonly columns: string
}
/** Every column of every table that requests may read. */
const listReadable = (): Promise<Readable[]> =>
  rowsOf<Readable>(
    town,
    `select c.relname as table, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
       and has_column_privilege('vicinia_app', c.oid, a.attnum, 'select') group by c.relname`,
  )

/** All that somebody can read, row by row, as text. */
async function readAll(slug: string): Promise<Set<string>> {
  const person = await town.personId(slug)
  const seen = new Set<string>()
  for (const { table, columns } of await listReadable())
    await door.as(person, async (client) => {
      const { rows } = await client.query(`select ${columns} from "${table}"`)
      for (const row of rows) seen.add(`${table} ${JSON.stringify(row)}`)
    })
  return seen
}

beforeAll(async () => {
  town = await openTown()
  door = await openDoor(town)
  jonteId = await town.personId('jonte-pfalzgrafer')
  cityId = await fill(town, `select id from organisation where slug = 'de-kaiserslautern'`)
  await work(town)
  // Who signs in is given a language: that is no news of the question.
  await town.as('jonte-pfalzgrafer')
  for (const slug of others) {
    await town.as(slug)
    before.set(slug, await readAll(slug))
  }
  ;({ id } = await askVeiled(town))
}, 120_000)
afterAll(() => door.close())

test.each(others)('%s can read nothing new that holds the number of the person or of the city', async (slug) => {
  const fresh = [...(await readAll(slug))].filter((row) => !before.get(slug)?.has(row))
  expect(fresh.some((row) => row.startsWith('contribution ') && row.includes(word))).toBe(true)
  const telling = fresh.filter((row) => {
    const columns = JSON.parse(row.slice(row.indexOf(' ') + 1)) as Record<string, unknown>
    const flat = Object.entries(columns).flatMap(([name, value]) =>
      value !== null && typeof value === 'object' ? Object.entries(value) : [[name, value] as const],
    )
    // An audience may have the same number as the person.
    const named = flat
      .filter(([name]) => !/^(?:id|audience|audience_id|revision|subject)$/.test(name))
      .map(([, value]) => value)
    const about = row.includes(word) || flat.some(([, value]) => value === id)
    return (
      /jonte|pfalzgr[aä]fer|kaiserslautern/i.test(row) || (about && (named.includes(jonteId) || named.includes(cityId)))
    )
  })
  expect(telling).toEqual([])
})

test('nobody but the asker finds the veil, changes it, or writes one', async () => {
  for (const slug of others)
    await door.as(await town.personId(slug), async (client) => {
      expect((await client.query('select * from veil where contribution_id = $1', [id])).rows).toEqual([])
      expect(await attempt(client, 'update veil set coordinator_knows = true')).toBe('0 rows')
      expect(await attempt(client, `insert into veil values (${id}, app.person(), app.organisation(), false)`)).toBe(
        refused,
      )
      expect(await attempt(client, 'delete from veil')).toBe(refused)
      expect(await attempt(client, `update contribution set title = 'x' where id = ${id}`)).toBe('0 rows')
    })
  await door.as(jonteId, async (client) => {
    expect((await client.query('select person_id from veil where contribution_id = $1', [id])).rows).toEqual([
      { person_id: jonteId },
    ])
    expect(await attempt(client, 'update veil set person_id = 1')).toBe(refused)
  })
})

test('what the asker writes in their own name below it comes out in nobody’s', async () => {
  await door.as(jonteId, async (client) => {
    const { rows } = await client.query(
      `insert into reply (contribution_id, author_id, organisation_id, lang, text)
       values ($1, app.person(), app.organisation(), 'de', 'x') returning author_id, organisation_id = $2 as own`,
      [id, cityId],
    )
    expect(rows).toEqual([{ author_id: null, own: false }])
    await client.query(
      `insert into fact (name, actor_id, organisation_id, contribution_id, audience_id)
       values ('question.changed', app.person(), app.organisation(), $1, 2)`,
      [id],
    )
    const facts = await client.query('select 1 from fact where contribution_id = $1 and actor_id is not null', [id])
    const byOthers = await client.query('select 1 from fact where contribution_id = $1 and actor_id = $2', [
      id,
      jonteId,
    ])
    expect(facts.rows.length).toBeGreaterThanOrEqual(1)
    expect(byOthers.rows).toEqual([])
    const file = `insert into attachment (contribution_id, uploaded_by, name, media_type, size, stored_as)
      values (${id}, app.person(), 'Kaiserslautern.pdf', 'application/pdf', 1, 'x')`
    expect(await attempt(client, file)).toBe(refused)
    const coAuthor = `insert into co_author (contribution_id, person_id, organisation_id, named_by)
      select ${id}, p.id, p.organisation_id, app.person() from person p where p.slug = 'ada-lindmoser'`
    expect(await attempt(client, coAuthor)).toBe(refused)
  })
})

test('nobody else writes in nobody’s name', async () => {
  await door.as(await town.personId('almut-westrichter'), async (client) => {
    const unnamed = `insert into reply (contribution_id, author_id, organisation_id, lang, text)
      values (${id}, null, app.unnamed(), 'de', 'x')`
    expect(await attempt(client, unnamed)).toBe(refused)
    const fact = `insert into fact (name, actor_id, organisation_id, contribution_id, audience_id) values ('x', null, null, ${id}, 2)`
    expect(await attempt(client, fact)).toBe(refused)
    const draft = `insert into contribution (kind, title, lang, audience_id, author_id, organisation_id) values ('question', 'x', 'de', 2, null, app.unnamed())`
    expect(await attempt(client, draft)).toBe(refused)
  })
})

test('nobody belongs to the city that is none, and it cannot be given to fewer than five cities', async () => {
  await expect(
    rowsOf(town, `update person set organisation_id = app.unnamed() where slug = 'ada-lindmoser'`),
  ).rejects.toThrow('nobody belongs')
  await door.as(jonteId, async (client) => {
    const own = `(select id from audience where organisation_id = app.organisation())`
    expect(await attempt(client, `update contribution set audience_id = ${own} where id = ${id}`)).toBe(refused)
    const call = `select app.ask_veiled('question', 'x', '', 'de', '{}', ${own}, false)`
    expect(await attempt(client, call)).toBe(refused)
  })
})

test('a look is written by the function only and stands for ever', async () => {
  await door.as(await town.personId('irena-halvorsdottir-blau'), async (client) => {
    const row = `insert into veil_lifting (contribution_id, person_id, organisation_id, reason) values (${id}, 1, 1, 'Weil ich es wissen muss, ja.')`
    expect(await attempt(client, row)).toBe(refused)
    expect(await attempt(client, `select app.lift_veil(${id}, 'zu kurz')`)).toBe('23514')
  })
  for (const slug of ['almut-westrichter', 'carsten-mittelweg', 'ada-lindmoser'])
    await door.as(await town.personId(slug), async (client) => {
      const { rows } = await client.query('select app.lift_veil($1, $2) as id', [id, 'Weil ich es gern wissen möchte.'])
      expect(rows).toEqual([{ id: null }])
    })
})
