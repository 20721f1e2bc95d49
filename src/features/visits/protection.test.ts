// Whom a study visit and the wishes about it could be shown to outside their audience, and who could act in another's name.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../../testing/app.ts'
import { fill } from '../../../testing/as-owner.ts'
import { attempt, type Door, openDoor, refused } from '../../../testing/policies/as-person.ts'
import { act, fields, idIn, lastWish, offerBy, wishFor } from './fixtures.ts'

let town: Town
let door: Door
let ada: Visitor
let beatriz: Visitor
let jonte: Visitor
let assia: Visitor
let path: string
let id: number
const secret = 'Three of us, quietly.'
beforeAll(async () => {
  town = await openTown()
  town.now = new Date('2026-11-26T12:00:00Z')
  door = await openDoor(town)
  ada = await town.as('ada-lindmoser')
  beatriz = await town.as('beatriz-ribeirinha-douro')
  jonte = await town.as('jonte-pfalzgrafer')
  assia = await town.as('assia-verdonnel')
  path = await offerBy(ada, { audience: '1', title: 'Open to see' })
  await wishFor(beatriz, path, { text: secret })
  id = await lastWish(town, path)
})
afterAll(() => door.close())

test('which city wishes to come is known to the two cities alone: not on the page, in the database, in the trail or in figures', async () => {
  const others = [jonte, assia, await town.as('irena-halvorsdottir-blau'), town.visitor]
  for (const other of others) {
    const page = await other.page(path)
    expect(page).toContain('Open to see')
    expect(page).not.toMatch(/quietly|Porto|Only the people of the two cities/)
    expect(await other.page('/visits')).not.toContain(secret)
  }
  expect(await assia.page('/my-city/history')).not.toContain('Study visit asked for')
  for (const slug of ['jonte-pfalzgrafer', 'assia-verdonnel', 'irena-halvorsdottir-blau'])
    await door.as(await town.personId(slug), async (client) => {
      for (const sql of [
        `select 1 from visit_wish where id = ${id}`,
        `select 1 from visit_step where wish_id = ${id}`,
        `select 1 from fact where name = 'visit.asked' and contribution_id = ${idIn(path)}`,
      ])
        expect(await attempt(client, sql), `${slug}: ${sql}`).toBe('0 rows')
    })
  for (const what of ['proposal', 'agreement', 'ending'] as const)
    for (const other of others.slice(0, 3)) expect((await act(other, path, id, what)).status, what).toBe(404)
})

test('a colleague of either city reads along; the one who did not wish does not act', async () => {
  const city = await fill(town, `select organisation_id from person where slug = 'beatriz-ribeirinha-douro'`)
  await fill(
    town,
    `insert into person (slug, name, email, role, organisation_id, lang) values ('paula', 'Paula', 'paula@porto.example', 'colleague', ${city}, 'en') returning id`,
  )
  const paula = await town.as('paula')
  const page = await paula.page(path)
  expect(page).toContain(secret)
  expect(page).not.toMatch(/\/agreement"|\/ending"|\/proposal"/)
  expect((await act(paula, path, id, 'ending')).status).toBe(403)
})

test('nobody agrees to their own days, to days that changed meanwhile, or goes on with what ended; not past the form either', async () => {
  expect((await act(beatriz, path, id, 'agreement')).status).toBe(403)
  await door.as(await town.personId('beatriz-ribeirinha-douro'), async (client) => {
    const graz = await town.personId('ada-lindmoser')
    const byGraz = `days_by = (select organisation_id from person where id = ${graz})`
    for (const change of [
      `state = 'agreed'`,
      byGraz,
      `first_day = '2027-03-14', ${byGraz}`,
      `${byGraz}, state = 'agreed'`,
      'people = 5',
    ])
      expect(await attempt(client, `update visit_wish set ${change} where id = ${id}`), change).toBe(refused)
    const forged = `insert into visit_step (wish_id, person_id, organisation_id, act, first_day, last_day, text)
      select ${id}, p.id, p.organisation_id, 'agreed', '2027-03-15', '2027-03-16', '' from person p where p.slug = 'ada-lindmoser'`
    expect(await attempt(client, forged)).toBe(refused)
    const untrue = `insert into visit_step (wish_id, person_id, organisation_id, act, first_day, last_day, text)
      select ${id}, app.person(), app.organisation(), 'agreed', '2027-03-15', '2027-03-16', ''`
    expect(await attempt(client, untrue)).toBe(refused)
    expect(await attempt(client, `update visit_step set text = 'x' where wish_id = ${id}`)).toBe(refused)
    expect(await attempt(client, `delete from visit_wish where id = ${id}`)).toBe(refused)
  })
  await act(beatriz, path, id, 'proposal', { firstDay: '2027-03-20', lastDay: '2027-03-20' })
  // Ada read the days before.
  expect((await act(ada, path, id, 'agreement')).status).toBe(422)
  expect((await act(ada, path, id, 'agreement', { firstDay: '2027-03-20', lastDay: '2027-03-20' })).status).toBe(303)
  expect((await act(ada, path, id, 'ending')).status).toBe(303)
  for (const who of [ada, beatriz])
    for (const what of ['proposal', 'agreement', 'ending'] as const)
      expect((await act(who, path, id, what)).status, what).toBe(422)
  const steps = await fill(town, `select count(*) from visit_step where wish_id = ${id} and act = 'ended'`)
  expect(steps).toBe(1)
})

test('nobody wishes about their own city’s visit, about one out of reach or closed, or as somebody else; who is no member not at all', async () => {
  expect((await wishFor(ada, path)).status).toBe(403)
  expect((await wishFor(await town.as('irena-halvorsdottir-blau'), path)).status).toBe(403)
  const forum = await fill(
    town,
    `select a.id from audience a join forum f on f.id = a.forum_id where f.slug = 'forum-germany'`,
  )
  const german = await offerBy(jonte, { audience: String(forum), title: 'For the German forum' })
  expect((await wishFor(beatriz, german)).status).toBe(404)
  expect(await beatriz.page('/visits')).not.toContain('For the German forum')
  const closed = await offerBy(ada, { title: 'Closed soon' })
  await ada.post(`/visits/${idIn(closed)}/closing`)
  const insert = (which: string, city = 'app.organisation()', person = 'app.person()') =>
    `insert into visit_wish (contribution_id, person_id, organisation_id, people, first_day, last_day, days_by)
      values (${idIn(which)}, ${person}, ${city}, 1, '2027-04-01', '2027-04-01', ${city})`
  await door.as(await town.personId('assia-verdonnel'), async (client) => {
    for (const sql of [insert(german), insert(closed), insert(path, '1'), insert(path, 'app.organisation()', '1')])
      expect(await attempt(client, sql)).toBe(refused)
    expect(await attempt(client, insert(path))).toBe('1 rows')
    expect(
      await attempt(client, `update study_visit set closed_at = null where contribution_id = ${idIn(closed)}`),
    ).toBe('0 rows')
  })
  for (const act of ['closing', 'opening', 'withdrawal'])
    expect((await assia.post(`/visits/${idIn(path)}/${act}`)).status).toBe(403)
})

test('named persons, one’s own house and an audience out of reach are refused; offices and visitors have no form', async () => {
  const own = await fill(
    town,
    `select a.id from audience a join person p on p.organisation_id = a.organisation_id where p.slug = 'ada-lindmoser'`,
  )
  const forum = await fill(
    town,
    `select a.id from audience a join forum f on f.id = a.forum_id where f.slug = 'forum-germany'`,
  )
  for (const audience of [String(own), String(forum), '999999999', 'persons'])
    expect((await ada.post('/visits', { ...fields, audience })).status, audience).toBe(422)
  const irena = await town.as('irena-halvorsdottir-blau')
  expect([(await irena.get('/visits/new')).status, (await irena.post('/visits', fields)).status]).toEqual([403, 403])
  expect((await town.visitor.get('/visits/new')).status).toBe(303)
})

test('a wish of somebody who left is their coordinator’s to answer, and she is the one who hears', async () => {
  const offer = await offerBy(ada, { title: 'Who hears?' })
  await wishFor(jonte, offer)
  const almut = await town.as('almut-westrichter')
  await almut.post(`/my-city/colleagues/${await town.personId('jonte-pfalzgrafer')}/departure`)
  while ((await town.work()) > 0);
  town.mails.length = 0
  const wishId = await lastWish(town, offer)
  await act(ada, offer, wishId, 'proposal', { firstDay: '2027-04-04', lastDay: '2027-04-04' })
  while ((await town.work()) > 0);
  const heard = await fill(
    town,
    `select count(*) from person where slug = 'almut-westrichter' and email = '${town.mails[0]?.to}'`,
  )
  expect([town.mails.length, heard]).toEqual([1, 1])
  expect((await act(almut, offer, wishId, 'agreement', { firstDay: '2027-04-04', lastDay: '2027-04-04' })).status).toBe(
    303,
  )
})
