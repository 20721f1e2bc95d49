// The books asked of PostgreSQL itself, with every store and action bypassed.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../../testing/app.ts'
import { fill, pastTriggers, rowsOf } from '../../../testing/as-owner.ts'
import { attempt, type Door, openDoor, refused } from '../../../testing/policies/as-person.ts'
import { addOfficer, approveScale, billing, issuer, makeInvoices, openBooks, putSides } from './fixtures.ts'

let town: Town
let door: Door
let forum: number
const people: Record<string, number> = {}
const violated = '23000'

beforeAll(async () => {
  town = await openTown()
  const members = await openBooks(town)
  forum = await fill(town, `select id from forum where slug = 'forum-germany'`)
  await approveScale(town, forum, 2026)
  await putSides(
    town,
    issuer(forum),
    members.map((id) => billing(id)),
  )
  await makeInvoices(await town.as('irena-halvorsdottir-blau'), 2026)
  await makeInvoices(await town.as('carsten-mittelweg'), 2026)
  people['odette'] = await addOfficer(town, 'odette-france', 'forum-france')
  for (const [name, slug] of [
    ['irena', 'irena-halvorsdottir-blau'],
    ['carsten', 'carsten-mittelweg'],
    ['almut', 'almut-westrichter'],
    ['jonte', 'jonte-pfalzgrafer'],
    ['ada', 'ada-lindmoser'],
  ] as const)
    people[name] = await town.personId(slug)
  door = await openDoor(town)
})
afterAll(() => door.close())

const count = (who: string | undefined, sql: string): Promise<number> =>
  door.as(who === undefined ? undefined : people[who], async (client) => (await client.query(sql)).rows.length)
const countAll = async (sql: string) => {
  const names = ['irena', 'carsten', 'odette', 'almut', 'jonte', 'ada']
  const counts = await names.reduce<Promise<[string, number][]>>(
    async (before, name) => [...(await before), [name, await count(name, sql)]],
    Promise.resolve([]),
  )
  return { ...Object.fromEntries(counts), visitor: await count(undefined, sql) }
}
const nobody = { irena: 0, carsten: 0, odette: 0, almut: 0, jonte: 0, ada: 0, visitor: 0 }

test('each office reads its own invoices, and no city one that was not released', async () => {
  const german = await fill(town, `select count(*) from invoice where issuer_id = ${forum}`)
  expect(german).toBeGreaterThan(2)
  expect(await countAll('select 1 from invoice')).toEqual({ ...nobody, irena: 4, carsten: german })
  expect(await countAll('select 1 from fee_run')).toEqual({ ...nobody, irena: 1, carsten: 1 })
  expect(await countAll('select 1 from issuer')).toEqual({ ...nobody, irena: 1, carsten: 1 })
})

test('released, the coordinator reads the city’s own; a colleague and another city do not', async () => {
  await rowsOf(town, `update invoice set released_at = now(), released_by = ${people['irena']} where issuer_id is null`)
  expect(await countAll('select 1 from invoice where issuer_id is null')).toEqual({
    ...nobody,
    irena: 4,
    almut: 1,
    ada: 1,
  })
  await door.as(people['almut'], async (client) => {
    const { rows } = await client.query('select o.slug from invoice i join organisation o on o.id = i.organisation_id')
    expect(rows).toEqual([{ slug: 'de-kaiserslautern' }])
  })
})

test('shares are read by who owes and by who gets them', async () => {
  const shares = await fill(town, 'select count(*) from invoice_share where issuer_id is null')
  expect(await countAll('select 1 from invoice_share where issuer_id is null')).toEqual({
    ...nobody,
    irena: shares,
    carsten: shares,
  })
})

test('addresses are read by their coordinator and by the offices of which the city is a member', async () => {
  const sql = `select 1 from billing b join organisation o on o.id = b.organisation_id where o.slug = 'de-kaiserslautern'`
  expect(await countAll(sql)).toEqual({ ...nobody, irena: 1, carsten: 1, almut: 1 })
  const graz = `select 1 from billing b join organisation o on o.id = b.organisation_id where o.slug = 'at-graz'`
  expect(await countAll(graz)).toEqual({ ...nobody, irena: 1, ada: 1 })
  for (const name of ['jonte', 'ada', 'odette'])
    await door.as(people[name], async (client) => {
      const id = `(select id from organisation where slug = 'de-kaiserslautern')`
      expect(
        await attempt(
          client,
          `update billing set email = 'mine@example.org', updated_by = ${people[name]} where organisation_id = ${id}`,
        ),
      ).toBe('0 rows')
      const columns = 'organisation_id, legal_name, street, postcode, city, country, lang, updated_by'
      expect(
        await attempt(
          client,
          `insert into billing (${columns}) select ${id}, 'x', 'x', 'x', 'x', 'DE', 'de', ${people[name]}`,
        ),
      ).toBe(refused)
    })
})

test('what was invoiced does not change: not by its office, not by the system, not by the owner', async () => {
  await door.as(people['irena'], async (client) => {
    for (const set of [
      'total_cents = 1',
      `content = '{}'`,
      `issued_on = '2020-01-01'`,
      'organisation_id = 1',
      'sent_at = now()',
      'seq = 99',
    ])
      expect(await attempt(client, `update invoice set ${set}`), set).toBe(refused)
    for (const table of ['invoice', 'invoice_share', 'fee_run'])
      expect(await attempt(client, `delete from ${table}`), table).toBe(refused)
    expect(await attempt(client, `update invoice_share set cents = 1`)).toBe(refused)
  })
  const asOwner = (sql: string) =>
    rowsOf(town, sql).then(
      () => 'done',
      (error) => String(error.code),
    )
  for (const sql of [
    'update invoice set total_cents = 1',
    `update invoice set basis = '{}'`,
    `update invoice set made_by = ${people['ada']}`,
    'delete from invoice',
    'delete from invoice_share',
    'update invoice_share set cents = 0',
    'update fee_run set year = 2020',
    'truncate invoice cascade',
  ])
    expect(await asOwner(sql), sql).toBe(violated)
  expect(await asOwner('update invoice set failed_at = now()')).toBe('done')
})

test('nobody makes an invoice, a run or a share in another’s books or name', async () => {
  const one = (
    issuerId: string,
    by: number | undefined,
  ) => `insert into invoice (issuer_id, year, seq, prefix, kind, organisation_id, issued_on, due_on,
    total_cents, payment_reference, content, basis, made_by) select ${issuerId}, 2030, 1, '', 'invoice', organisation_id, '2030-01-01', '2030-02-01', 1, 'x',
    '{"number": "2030-0001", "kind": "invoice"}', '{}', ${by} from billing limit 1`
  for (const name of ['odette', 'ada', 'jonte', 'almut'])
    await door.as(people[name], async (client) => {
      // Whoever sees no address has nothing to insert; the other row is forged.
      const forged = one('null', people[name])
        .replace("organisation_id, '2030-01-01'", `(select min(id) from organisation), '2030-01-01'`)
        .replace(' from billing limit 1', '')
      expect(await attempt(client, forged), name).toBe(refused)
      expect(
        await attempt(
          client,
          `insert into fee_run (year, made_by, made_at, scale_id) values (2030, ${people[name]}, now(), 1)`,
        ),
        name,
      ).toBe(refused)
    })
  await door.as(people['irena'], async (client) => {
    expect(await attempt(client, one(String(forum), people['irena']))).toBe(refused)
    expect(await attempt(client, one('null', people['carsten']))).toBe(refused)
    expect(await attempt(client, one('null', people['irena']))).toBe('1 rows')
  })
})

test('the numbers of a year have no gap, and a member has one invoice', async () => {
  await door.as(people['irena'], async (client) => {
    const row = (
      seq: number,
      number: string,
      extra = '',
    ) => `insert into invoice (year, seq, prefix, kind, organisation_id, issued_on, due_on, total_cents,
      payment_reference, content, basis, made_by${extra === '' ? '' : ', replaces_id'}) select 2026, ${seq}, '', 'invoice', organisation_id, '2026-01-01', '2026-02-01', 1, 'x',
      '{"number": "${number}", "kind": "invoice"}', '{}', ${people['irena']}${extra} from invoice where seq = 1`
    expect(await attempt(client, row(5, '2026-0005')), 'a second one').toBe('23505')
    expect(await attempt(client, row(4, '2026-0004')), 'a number twice').toBe('23505')
    expect(await attempt(client, row(6, '2026-0006', ', id')), 'in the place of an invoice').toBe(violated)
    expect(await attempt(client, row(5, '2026-0009')), 'another number in the content').toBe('23514')
    const fresh = row(6, '2026-0006').replace(
      "organisation_id, '2026-01-01'",
      `(select max(id) from organisation), '2026-01-01'`,
    )
    expect(await attempt(client, fresh), 'a gap').toBe(violated)
  })
})

test('a forum keeps no hand on the address of whoever left it long ago', async () => {
  const graz = await fill(town, `select id from organisation where slug = 'at-graz'`)
  const change = `update billing set street = 'elsewhere', updated_by = ${people['carsten']} where organisation_id = ${graz}`
  const tried = () => door.as(people['carsten'], (client) => attempt(client, change))
  expect(await tried()).toBe('0 rows')
  const lastDay = (year: number) =>
    pastTriggers(
      town,
      `delete from membership where organisation_id = ${graz} and forum_id = ${forum};
      insert into membership (organisation_id, forum_id, begins_on, closes_on, closing, ends_on, ground)
      values (${graz}, ${forum}, '2010-01-01', '${year}-12-31', 'register', '${year}-12-31', 'register')`,
    )
  const year = new Date().getFullYear()
  await lastDay(year - 2)
  expect(await tried()).toBe('0 rows')
  await lastDay(year - 1)
  expect(await tried()).toBe('1 rows')
})
