// Erased: two steps, a waiting time, and then nowhere in the database a name or an address; what the city shared stays.
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { attempt, openDoor, refused } from '../../../testing/policies/as-person.ts'
import { readColumns, seedRow } from '../../../testing/protection/seed-rows.ts'
import { testJobs } from '../../../testing/template.ts'
import { features } from '../../features.ts'
import { commands } from './commands.ts'
import { eraseDue } from './jobs.ts'
import { declaredColumns } from './personal.ts'

let town: Town
let owner: pg.Client
let jonte: Visitor
let id: number
let practice: { id: number; title: string }
beforeAll(async () => {
  town = await openTown()
  owner = new pg.Client(town.owner)
  await owner.connect()
  jonte = await town.as('jonte-pfalzgrafer')
  id = await town.personId('jonte-pfalzgrafer')
  const [row] = await rowsOf<{ id: number; title: string }>(
    town,
    `insert into contribution (kind, title, lang, author_id, organisation_id, audience_id, state, published_at)
     select 'question', 'Who lights the underpass', 'en', id, organisation_id, 1, 'published', now() from person where id = ${id} returning id, title`,
  )
  practice = row ?? { id: 0, title: '' }
  await fill(town, `insert into question (contribution_id, text) values (${practice.id}, 'Words that stay')`)
})
afterAll(() => owner.end())

const work = async (): Promise<void> => {
  while ((await town.work()) > 0);
}
const asked = () => fill(town, `select count(*) from erasure where person_id = ${id}`)
const due = () => fill(town, `select count(*) from erasure where person_id = ${id} and due_at is not null`)
const linkIn = (): string =>
  /https?:\/\/[^\s/]+(\/my-data\/erasure\?token=\S+)/.exec(town.mails.at(-1)?.text ?? '')?.[1] ?? ''
const runJob = () => {
  const common = testJobs(town.database.system, town.dataDir)
  return eraseDue({ ...common, mail: async () => undefined, now: () => town.now })
}

test('asked for, a mail brings the link; opening it changes nothing, a stranger’s press neither', async () => {
  expect((await jonte.post('/my-data/erasure')).status).toBe(303)
  await work()
  expect([await asked(), await due()]).toEqual([1, 0])
  const link = linkIn()
  expect((await jonte.get(link)).status).toBe(200)
  expect(await due()).toBe(0)
  const token = decodeURIComponent(link.split('=')[1] ?? '')
  for (const other of ['beatriz-ribeirinha-douro', 'almut-westrichter'])
    await (await town.as(other)).post('/my-data/erasure/confirmation', { token })
  await jonte.post('/my-data/erasure/confirmation', { token: 'guessed' })
  expect(await due()).toBe(0)
  await jonte.post('/my-data/erasure/confirmation', { token })
  expect(await due()).toBe(1)
  await work()
  expect(town.mails.at(-1)?.subject).toContain('erasure on')
  expect(await jonte.page('/')).toContain('Until then you can take it back')
})

test('before its day the job does nothing, and it can be taken back', async () => {
  await runJob()
  expect(await fill(town, `select count(*) from person where id = ${id} and erased_at is null`)).toBe(1)
  await jonte.post('/my-data/erasure/withdrawal')
  expect(await asked()).toBe(0)
})

test('the last coordinator of a city hands over first, by page and by SQL', async () => {
  const ada = await town.as('ada-lindmoser')
  const adaId = await town.personId('ada-lindmoser')
  expect(await ada.page('/my-data')).toContain('hand it over to somebody first')
  await ada.post('/my-data/erasure')
  expect(await fill(town, `select count(*) from erasure where person_id = ${adaId}`)).toBe(0)
  const door = await openDoor(town)
  await door.as(adaId, async (client) => {
    expect(await attempt(client, `insert into erasure (person_id) values (${adaId})`)).toBe(refused)
    expect(await attempt(client, `insert into erasure (person_id) values (${id})`)).toBe(refused)
    expect(await attempt(client, `update erasure set due_at = now()`)).toBe(refused)
    expect(await attempt(client, `select token_hash from erasure`)).toBe(refused)
  })
  await door.close()
})

/** What the database asks of rows beyond their types. */
const possible: Readonly<Record<string, Record<string, unknown>>> = {
  absence: { since: '2026-12-01', until: '2026-12-31', substitute_id: null },
  expert: { institution: 'Institute of Lamps', about: 'Lamps' },
  expert_person: { name: 'Jontescan Pfalzscan' },
  message_block: { blocked_id: null },
  incoming_mail: { name: 'ab'.repeat(32) },
  webhook: { address: 'https://hooks.example/vicinia' },
}

/** A row of every table that names a person, in Jonte's name, with his address wherever one stands. */
async function fillEverywhere(): Promise<string[]> {
  const columns = await readColumns(owner)
  const email = 'jonte.scan@kaiserslautern.example'
  await owner.query(`update person set name = 'Jontescan Pfalzscan', email = $1 where id = $2`, [email, id])
  const { rows } = await owner.query('select * from person where id = $1', [id])
  const { rows: things } = await owner.query('select * from contribution where id = $1', [practice.id])
  const knownRows = new Map([
    ['person', rows[0]],
    ['contribution', things[0]],
  ])
  const made: string[] = []
  for (const table of new Set(declaredColumns(features).map((one) => one.table))) {
    if (['person', 'contribution', 'erasure', 'visit', 'demonstration_person'].includes(table)) continue
    const given: Record<string, unknown> =
      table === 'profile_entry' ? { field: 'function', value: 'Officer', position: 99 } : {}
    for (const declared of declaredColumns(features).filter((one) => one.table === table)) {
      if (declared.by === 'address') given[declared.column] = email
      if (declared.by === 'address' && typeof declared.erasure !== 'string')
        for (const column of declared.erasure) if (column.endsWith('_name')) given[column] = 'Jontescan Pfalzscan'
    }
    if (table === 'accession_step') Object.assign(given, { kind: 'coordinator', person_email: email })
    if (table === 'room_invitation') Object.assign(given, { person_id: null, until: '2027-01-01' })
    if (table === 'task') Object.assign(given, { text: 'Ask for the lamps', minutes_id: null })
    Object.assign(given, possible[table])
    await owner.query('begin')
    try {
      const row = await seedRow(owner, columns, table, given, knownRows)
      if (table === 'expert') knownRows.set(table, row)
      await owner.query('commit')
      made.push(table)
    } catch {
      await owner.query('rollback')
    }
  }
  return made
}

/** Every column in which the name or the address stands. */
async function findName(): Promise<string[]> {
  const { rows } = await owner.query<{ table: string; column: string }>(
    `select c.relname as table, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
       and format_type(a.atttypid, null) ~ '^(text|json|jsonb|character)'`,
  )
  const left: string[] = []
  for (const { table, column } of rows) {
    const found = await owner.query(
      `select 1 from "${table}" where "${column}"::text ~* 'jontescan|pfalzscan|jonte.scan' limit 1`,
    )
    if (found.rowCount !== 0) left.push(`${table}.${column}`)
  }
  return left
}

test('erased, no column of any table holds the name or the address, and what was only theirs is gone', async () => {
  const made = await fillEverywhere()
  // Books whose rows are checked against each other cannot be made from the catalogue alone; they are kept anyway.
  const goes = declaredColumns(features).filter(({ erasure }) => erasure !== 'keep')
  const beforehand = [
    'erasure',
    'visit',
    'demonstration_person',
    'issuer',
    'password_sign_in',
    'profile_consent',
    'notice_default',
  ]
  const unmade = goes.map(({ table }) => table).filter((table) => ![...made, ...beforehand].includes(table))
  expect([...new Set(unmade)]).toEqual([])
  await owner.query(
    `update issuer set contact_name = 'Jontescan Pfalzscan', contact_email = 'jonte.scan@kaiserslautern.example' where forum_id is null`,
  )
  const [draft] = await rowsOf<{ id: number }>(
    town,
    `insert into contribution (kind, title, lang, author_id, organisation_id, audience_id) select 'practice', 'A draft of Jontescan', 'en', id, organisation_id, 2 from person where id = ${id} returning id`,
  )
  await fill(
    town,
    `insert into fact (name, actor_id, contribution_id) values ('practice.drafted', ${id}, ${draft?.id}) returning id`,
  )
  await fill(
    town,
    `insert into erasure (person_id, confirmed_at, due_at) values (${id}, now(), now() - interval '1 minute')`,
  )
  expect((await findName()).length).toBeGreaterThan(8)
  await runJob()
  expect(await findName()).toEqual([])
  for (const { table, column, erasure, by, where } of declaredColumns(features)) {
    if (by !== undefined || where !== undefined || (erasure !== 'delete' && erasure !== 'empty')) continue
    expect(await fill(town, `select count(*) from "${table}" where "${column}" = ${id}`), `${table}.${column}`).toBe(0)
  }
  expect(await fill(town, `select count(*) from contribution where id = ${draft?.id}`)).toBe(0)
})

test('what the city shared stays, and names a former colleague', async () => {
  const html = await (await town.as('beatriz-ribeirinha-douro')).page(
    `/questions/${practice.id}-who-lights-the-underpass`,
  )
  expect(html).toContain('Words that stay')
  expect(html).toContain('A former colleague of')
  expect(await fill(town, `select count(*) from fact where name = 'person.erased'`)).toBe(1)
  await work()
  expect(await (await town.as('beatriz-ribeirinha-douro')).page('/search?q=Jontescan')).not.toContain('Pfalzscan')
  expect((await jonte.get('/my-data')).status).toBe(303)
})

test('done twice it changes nothing more, and the same address may be invited anew', async () => {
  await runJob()
  expect(await fill(town, `select count(*) from fact where name = 'person.erased'`)).toBe(1)
  expect(await fill(town, `select count(*) from person where email = 'jonte.scan@kaiserslautern.example'`)).toBe(0)
})

test('whoever has left and turns to the office is erased by a command, which asks twice and refuses the last in a duty', async () => {
  await fill(
    town,
    `insert into person (slug, name, email, role, organisation_id, lang, left_at)
     select 'gone', 'Gone Away', 'gone@graz.example', 'coordinator', organisation_id, 'de', now() from person where slug = 'ada-lindmoser' returning id`,
  )
  const [command] = commands
  const common = testJobs(town.database.system, town.dataDir)
  const parts = { ...common, mail: async () => undefined, now: () => town.now, print: () => undefined }
  const [ada] = await rowsOf<{ email: string }>(town, `select email from person where slug = 'ada-lindmoser'`)
  await expect(command?.run([ada?.email ?? '', '--yes'], parts)).rejects.toThrow('handed over first')
  await expect(command?.run(['gone@graz.example'], parts)).rejects.toThrow('--yes')
  await expect(command?.run(['nobody@graz.example', '--yes'], parts)).rejects.toThrow('Nobody here')
  await command?.run(['gone@graz.example', '--yes'], parts)
  expect(await fill(town, `select count(*) from person where name = 'Gone Away' or email = 'gone@graz.example'`)).toBe(
    0,
  )
  const [name] = await rowsOf<{ name: string }>(
    town,
    `select name from person where slug like 'former-%' and lang = 'de' and name like '%Graz%'`,
  )
  expect(name?.name).toBe('Ehemals bei der Stadt (Graz)')
})
