// Reports and hidings asked of PostgreSQL itself, with every store and action bypassed.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { attempt, type Door, openDoor, refused } from '../../../testing/policies/as-person.ts'
import { answer, ask, circleOf } from './fixtures.ts'

let town: Town
let door: Door
let people: Record<string, number>
let red: number
let secret: number
let open: number
let reply: number
const slugs = {
  ada: 'ada-lindmoser',
  assia: 'assia-verdonnel',
  beatriz: 'beatriz-ribeirinha-douro',
  jonte: 'jonte-pfalzgrafer',
  irena: 'irena-halvorsdottir-blau',
  carsten: 'carsten-mittelweg',
}
beforeAll(async () => {
  town = await openTown()
  door = await openDoor(town)
  people = Object.fromEntries(
    await Promise.all(Object.entries(slugs).map(async ([name, slug]) => [name, await town.personId(slug)])),
  )
  const circle = await circleOf(town, 'persons', [slugs.jonte, slugs.beatriz])
  red = await ask(town, 'Red matter', String(circle))
  secret = await answer(town, red, 'Secret words')
  open = await ask(town, 'Open matter', '2')
  reply = await answer(town, open, 'Open words')
})
afterAll(() => door.close())

const report = (thing: number, of: number | null) => `select app.report_thing(${thing}, ${of}, 'insult', '', 'forged')`
const hide = (id: number) => `select app.hide_reported(${id}, 'insult', '', 'en')`
const inserted = (thing: number, of: number | null): Promise<number> =>
  fill(
    town,
    `insert into report (contribution_id, reply_id, reason, title, text, lang) values (${thing}, ${of}, 'insult', 'T', 'X', 'en') returning id`,
  )

test('nobody reports what does not reach them, what is their own, or in a visitor’s name', async () => {
  await door.as(people['assia'], async (client) => {
    expect(await attempt(client, report(red, secret))).toBe(refused)
    expect(await attempt(client, report(red, null))).toBe(refused)
    // A reply of another thread, to smuggle its words into a report.
    expect(await attempt(client, report(open, secret))).toBe(refused)
  })
  await door.as(people['beatriz'], async (client) => expect(await attempt(client, report(open, reply))).toBe(refused))
  await door.as(undefined, async (client) => expect(await attempt(client, report(open, reply))).toBe(refused))
})

test('who reported is read by that person alone; a report says to nobody what it is about', async () => {
  const id = await inserted(open, reply)
  await fill(town, `insert into report_by values (${id}, ${people['ada']}) returning report_id`)
  for (const [name, person] of Object.entries(people))
    await door.as(person, async (client) => {
      const { rows } = await client.query(`select person_id from report_by where report_id = ${id}`)
      expect(rows.length, name).toBe(name === 'ada' ? 1 : 0)
      const seen = await client.query(`select id from report where id = ${id}`)
      expect(seen.rowCount, name).toBe(name === 'ada' || name === 'irena' ? 1 : 0)
      for (const column of ['contribution_id', 'reply_id', 'decided_by'])
        expect(await attempt(client, `select ${column} from report`)).toBe(refused)
      for (const column of ['contribution_id', 'reply_id', 'hidden_by', 'judged_by'])
        expect(await attempt(client, `select ${column} from hiding`)).toBe(refused)
    })
  expect(await fill(town, `select count(*) from fact where name = 'report.made' and actor_id is not null`)).toBe(0)
})

test('nobody writes a report, a hiding or what is hidden past the functions', async () => {
  for (const person of [people['jonte'], people['irena'], people['carsten'], undefined])
    await door.as(person, async (client) => {
      for (const sql of [
        `insert into report (contribution_id, reason, title, text, lang) values (${open}, 'insult', 'T', 'X', 'en')`,
        `update report set decided_at = now()`,
        `insert into report_by values (1, ${person ?? 'null'})`,
        `insert into hiding (contribution_id, reason, lang, title, text, hidden_by) values (${open}, 'insult', 'en', 'T', 'X', ${person ?? 'null'})`,
        `delete from hiding`,
        `update contribution set hidden_at = now() where id = ${open}`,
        `update reply set hidden_at = null where id = ${reply}`,
        `select app.hide(${open}, null, 'insult', '', 'en', 'T', 'X', true)`,
        `select app.end_hiding(1)`,
        `select app.carers_of(2, null)`,
        `select app.close_reports(${open}, null, null)`,
      ])
        expect(await attempt(client, sql), sql).toBe(refused)
    })
})

test('only who looks after it decides, and never about their own words', async () => {
  const id = await inserted(open, reply)
  const own = await answer(town, open, 'By the office', slugs.irena)
  const about = await inserted(open, own)
  for (const name of ['ada', 'assia', 'beatriz', 'jonte', 'carsten'])
    await door.as(people[name], async (client) => {
      expect(await attempt(client, hide(id)), name).toBe(refused)
      expect(await attempt(client, `select app.leave_reported(${id})`), name).toBe(refused)
    })
  await door.as(people['irena'], async (client) => {
    expect(await attempt(client, hide(about))).toBe(refused)
    expect(await attempt(client, hide(id))).toBe('1 rows')
  })
})

test('what is hidden is no row: not for its readers, and not for jobs; its files and versions go with it', async () => {
  const id = await answer(town, open, 'Soon hidden')
  await fill(town, `update reply set hidden_at = now() where id = ${id} returning id`)
  const rows = async (person: number | undefined) =>
    door.as(person, async (client) => (await client.query(`select id from reply where id = ${id}`)).rowCount)
  expect(await rows(people['beatriz'])).toBe(1)
  expect(await rows(people['irena'])).toBe(1)
  for (const name of ['ada', 'assia', 'jonte', 'carsten']) expect(await rows(people[name]), name).toBe(0)
  const system = await town.database.system
    .withTables<{ reply: { id: number } }>()
    .selectFrom('reply')
    .select('id')
    .where('id', '=', id)
    .execute()
  expect(system).toEqual([])
  await fill(town, `update contribution set hidden_at = now() where id = ${open} returning id`)
  for (const name of ['ada', 'assia', 'carsten'])
    await door.as(people[name], async (client) => {
      for (const [table, column] of [
        ['contribution', 'id'],
        ['reply', 'contribution_id'],
        ['question', 'contribution_id'],
        ['fact', 'contribution_id'],
      ])
        expect(
          (await client.query(`select 1 from ${table} where ${column} = ${open}`)).rowCount,
          `${name} ${table}`,
        ).toBe(0)
    })
  await fill(town, `update contribution set hidden_at = null where id = ${open} returning id`)
})

test('the office decides about named persons without reaching anything more', async () => {
  const id = await inserted(red, secret)
  await door.as(people['irena'], async (client) => {
    expect((await client.query(`select text from report where id = ${id}`)).rowCount).toBe(1)
    expect((await client.query(`select * from app.place_of_report(${id})`)).rowCount).toBe(0)
    expect(await attempt(client, hide(id))).toBe('1 rows')
    expect((await client.query(`select 1 from reply where contribution_id = ${red}`)).rowCount).toBe(0)
    expect((await client.query(`select 1 from contribution where id = ${red}`)).rowCount).toBe(0)
  })
})

test('muting and agreeing are one’s own', async () => {
  await fill(
    town,
    `insert into mute (person_id, contribution_id) values (${people['ada']}, ${open}) returning person_id`,
  )
  await door.as(people['assia'], async (client) => {
    expect((await client.query('select 1 from mute')).rowCount).toBe(0)
    expect(
      await attempt(client, `insert into mute (person_id, contribution_id) values (${people['ada']}, ${open})`),
    ).toBe(refused)
    expect(
      await attempt(client, `insert into mute (person_id, contribution_id) values (${people['assia']}, ${red})`),
    ).toBe(refused)
    expect(await attempt(client, `delete from mute where person_id = ${people['ada']}`)).toBe('0 rows')
    expect(await attempt(client, `insert into conduct_agreement (person_id) values (${people['ada']})`)).toBe(refused)
  })
})
