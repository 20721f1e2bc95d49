// What two persons said to each other, attacked by everybody else: by SQL, by lists and counts, by the one who wrote, and after somebody left.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill, pastTriggers, rowsOf } from '../../../testing/as-owner.ts'
import { attempt, type Door, openDoor, refused } from '../../../testing/policies/as-person.ts'
import { answerTo, idIn, writeTo } from './fixtures.ts'

let town: Town
let door: Door
let jonte: Visitor
let assia: Visitor
let path: string
let id: number
const secret = 'Schnorkelwacht'
beforeAll(async () => {
  town = await openTown()
  door = await openDoor(town)
  jonte = await town.as('jonte-pfalzgrafer')
  assia = await town.as('assia-verdonnel')
  path = await writeTo(jonte, 'assia-verdonnel', { title: secret, text: `${secret} at the station.` })
  id = idIn(path)
  await answerTo(assia, path, `${secret}: here too.`)
  while ((await town.work()) > 0);
})
afterAll(() => door.close())

const strangers = ['almut-westrichter', 'irena-halvorsdottir-blau', 'carsten-mittelweg', 'beatriz-ribeirinha-douro']

test('to his coordinator, to the offices and to everybody else no table has a row of it', async () => {
  const circle = await fill(town, `select audience_id from contribution where id = ${id}`)
  for (const slug of strangers)
    await door.as(await town.personId(slug), async (client) => {
      for (const sql of [
        `select 1 from contribution where id = ${id}`,
        ...['message', 'message_done', 'reply', 'attachment', 'watch', 'fact', 'withdrawal'].map(
          (table) => `select 1 from ${table} where contribution_id = ${id}`,
        ),
        `select 1 from audience where id = ${circle}`,
        `select 1 from audience_person where audience_id = ${circle}`,
      ])
        expect(await attempt(client, sql), `${slug}: ${sql}`).toBe('0 rows')
      expect(
        await attempt(client, `insert into message_done (contribution_id, person_id) values (${id}, app.person())`),
      ).toBe(refused)
      const said = `insert into reply (contribution_id, author_id, organisation_id, lang, text) values (${id}, app.person(), app.organisation(), 'en', 'x')`
      expect(await attempt(client, said)).toBe(refused)
    })
})

test('nobody hears of it in lists, trails, counts, proposals of names and what is new', async () => {
  const paths = [
    '/',
    '/my-city/history',
    '/members/de-kaiserslautern',
    '/people/jonte-pfalzgrafer',
    '/people/assia-verdonnel',
    '/messages',
  ]
  for (const slug of strangers) {
    const one = await town.as(slug)
    for (const page of paths) expect(await one.page(page), `${slug}, ${page}`).not.toContain(secret)
    expect((await one.get(`/contributions/${id}/people?q=As`)).status).toBe(404)
    expect((await one.get(`/contributions/${id}/live`)).status).toBe(404)
    expect((await one.get(`${path}?replies=1`)).status).toBe(404)
  }
  // The two find it in their messages, and among nothing that was shared.
  for (const page of ['/people/jonte-pfalzgrafer', '/members/de-kaiserslautern'])
    expect(await assia.page(page)).not.toContain(secret)
  expect(await rowsOf(town, `select 1 from search_document where path like '/messages%'`)).toEqual([])
})

test('what a city gave and got by answering is the same number for the two as for everybody', async () => {
  const year = new Date().getUTCFullYear()
  const benefit = (who: Visitor) => who.page(`/members/fr-lyon/benefit?year=${year}`)
  const before = await benefit(assia)
  expect(before).toContain('Lyon')
  await answerTo(jonte, path, 'And another word.')
  await answerTo(assia, path, 'And one back.')
  expect(await benefit(assia)).toBe(before)
})

test('not even who wrote opens it to others: no wider audience, third reader, co-author, new title or state', async () => {
  const beatriz = await town.personId('beatriz-ribeirinha-douro')
  const circle = await fill(town, `select audience_id from contribution where id = ${id}`)
  for (const slug of ['jonte-pfalzgrafer', 'assia-verdonnel'])
    await door.as(await town.personId(slug), async (client) => {
      for (const change of ['audience_id = 2', `title = 'x'`, `state = 'withdrawn'`, `summary = 'x'`])
        expect(await attempt(client, `update contribution set ${change} where id = ${id}`), change).toBe('0 rows')
      expect(
        await attempt(client, `insert into audience_person (audience_id, person_id) values (${circle}, ${beatriz})`),
      ).toBe(refused)
      expect(await attempt(client, `delete from audience_person where audience_id = ${circle}`)).toBe('0 rows')
      const named = `insert into co_author (contribution_id, person_id, organisation_id, named_by)
        select ${id}, p.id, p.organisation_id, app.person() from person p where p.id = ${beatriz}`
      expect(await attempt(client, named)).toBe(refused)
      for (const audience of [2, circle])
        expect(
          await attempt(
            client,
            `insert into contribution (kind, title, lang, author_id, organisation_id, audience_id)
            values ('message', 'x', 'en', app.person(), app.organisation(), ${audience})`,
          ),
        ).toBe(refused)
      expect(await attempt(client, `insert into message values (${id}, ${beatriz})`)).toBe(refused)
    })
  expect(
    (await jonte.post(`/contributions/${id}/co-authors`, { name: 'Beatriz Ribeirinha Douro' })).status,
  ).toBeGreaterThanOrEqual(403)
  await expect(rowsOf(town, `update contribution set audience_id = 2 where id = ${id}`)).rejects.toThrow(/never leaves/)
})

test('a guest of a room writes to nobody, and nobody to them', async () => {
  const guest = await fill(
    town,
    `with o as (insert into organisation (slug, name, kind, country) values ('a-guest', 'A guest', 'guest', 'DE') returning id)
    insert into person (slug, name, email, role, organisation_id, lang, guest)
    select 'gesa-guest', 'Gesa Guest', 'gesa@guest.example', 'colleague', o.id, 'en', true from o returning id`,
  )
  const begin = (whom: number) => `select app.begin_message(${whom}, 'xxx', 'en') as id`
  await door.as(await town.personId('jonte-pfalzgrafer'), async (client) => {
    expect((await client.query(begin(guest))).rows).toEqual([{ id: null }])
    for (const nobody of [0, 999_999]) expect((await client.query(begin(nobody))).rows).toEqual([{ id: null }])
    expect((await client.query(begin(await town.personId('jonte-pfalzgrafer')))).rows).toEqual([{ id: null }])
  })
  await door.as(undefined, async (client) => expect((await client.query(begin(guest))).rows).toEqual([{ id: null }]))
  expect((await jonte.get('/messages/new?to=gesa-guest')).status).toBe(404)
})

test('Jonte leaves: Assia keeps what was said and is told that nobody reads on there; no heir gets it', async () => {
  const almut = await town.as('almut-westrichter')
  const away = await almut.post(`/my-city/colleagues/${await town.personId('jonte-pfalzgrafer')}/departure`, {
    heir: String(await town.personId('almut-westrichter')),
  })
  expect(away.status).toBe(303)
  expect((await jonte.get(path)).status).toBe(303)
  expect((await almut.get(path)).status).toBe(404)
  expect(await almut.page('/messages')).not.toContain(secret)
  const page = await assia.page(path)
  for (const part of [`${secret} at the station.`, 'no longer works there', '/members/de-kaiserslautern'])
    expect(page).toContain(part)
  expect(page).not.toContain('name="text"')
  expect((await answerTo(assia, path, 'Are you there?')).status).toBe(403)
  expect((await assia.get('/messages/new?to=jonte-pfalzgrafer')).status).toBe(404)
  expect(await assia.page('/messages')).toContain(path)
  town.mails.length = 0
  while ((await town.work()) > 0);
  expect(JSON.stringify(town.mails)).not.toContain(secret)
})

test('of somebody whose city left the network the name is gone for her, not what was said', async () => {
  await pastTriggers(town, `update organisation set active = false where slug = 'fr-lyon'`)
  expect(await assia.page(path)).toContain(`${secret} at the station.`)
  expect(await assia.page('/messages')).toContain('Somebody whose name you can no longer see')
})
